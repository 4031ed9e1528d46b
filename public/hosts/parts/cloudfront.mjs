// Amazon S3 and CloudFront: metadata of each kind of file, and the response headers policies.
import { ROUTES, TYPES, headersOf } from './policy.mjs';

// What CloudFront takes in a form of its own; it refuses these among the others.
const NAMED = ['X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy', 'Strict-Transport-Security', 'Access-Control-Allow-Origin'];
const list = (...items) => ({ Quantity: items.length, Items: items });

const strictTransport = (value) => ({
  Override: true,
  AccessControlMaxAgeSec: Number(/max-age=(\d+)/i.exec(value)?.[1] ?? 0),
  IncludeSubdomains: /includeSubDomains/i.test(value),
  Preload: /preload/i.test(value),
});

/** A policy as `aws cloudfront create-response-headers-policy` takes it. */
function headersPolicy(name, kind, deployment) {
  const { 'Cache-Control': _, ...headers } = headersOf(kind, deployment);
  const others = Object.entries(headers).filter(([header]) => !NAMED.includes(header));
  const { 'Content-Security-Policy': csp, 'Strict-Transport-Security': hsts, 'Access-Control-Allow-Origin': anyone } = headers;
  const cors = {
    AccessControlAllowOrigins: list(anyone),
    AccessControlAllowHeaders: list('*'),
    AccessControlAllowMethods: list('GET', 'HEAD'),
    AccessControlAllowCredentials: false,
    OriginOverride: true,
  };
  const policy = {
    Name: name,
    Comment: `Ringside ${deployment.version}`,
    ...(anyone ? { CorsConfig: cors } : {}),
    SecurityHeadersConfig: {
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: headers['Referrer-Policy'] },
      ...(csp ? { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: csp } } : {}),
      ...(hsts ? { StrictTransportSecurity: strictTransport(hsts) } : {}),
    },
    CustomHeadersConfig: list(...others.map(([Header, Value]) => ({ Header, Value, Override: true }))),
  };
  return `${JSON.stringify(policy, null, 2)}\n`;
}

/** The viewer-request function for addresses that are paths. */
function routesFunction({ folder }) {
  return `// CloudFront Function, viewer request, of the default behavior: addresses of the console answer its page.
function handler(event) {
  var request = event.request;
  if (/^${folder.replaceAll('/', '\\/')}(${ROUTES.join('|')})(\\/|$)/.test(request.uri)) request.uri = '${folder}index.html';
  return request;
}
`;
}

function note(deployment) {
  const { folder, version, isPath } = deployment;
  const target = `s3://BUCKET${folder.slice(0, -1)}`;
  const hashed = headersOf('hashed', deployment)['Cache-Control'];
  const kept = headersOf('page', deployment)['Cache-Control'];
  const packed = ['js', 'css', 'wasm', 'svg'];
  const copy = (extension) => `for f in *-????????????????.${extension} *-????????????????_bg.${extension}; do
  [ -e "$f.br" ] && aws s3 cp "$f.br" "${target}/$f" --content-type '${TYPES[extension]}' --content-encoding br --cache-control '${hashed}'
done`;
  const plain = ['json', 'js', 'ts', 'txt', 'html'].map(
    (extension) => `aws s3 cp . ${target}/ --recursive --exclude '*' --include '*.${extension}' --exclude '*-????????????????.${extension}' --content-type '${TYPES[extension]}' --cache-control '${kept}'`,
  );
  const behaviors = [
    ['default (`*`)', '`headers-page.json`'],
    ...['*.js', '*.css', '*.wasm', '*.svg', '*.json', '*.ts', '*.txt'].map((pattern) => [`\`${folder}${pattern}\``, '`headers-file.json`']),
    [`\`${folder}embed.html\``, '`headers-frame.json`'],
  ];
  return `# Ringside ${version} on Amazon S3 and CloudFront

Written by \`hosts/make.mjs\` for \`${folder}\`. The commands follow Amazon's documentation; they were not run against a bucket.

## Metadata of the objects

S3 sends what was set when a file was uploaded, and does not choose between packed copies: upload the \`.br\` file under the
plain name, with its encoding. Every browser that runs Ringside reads brotli over https. In \`site/\`, hashed files first, so
that no page names a file that is not there yet:

\`\`\`sh
${packed.map(copy).join('\n')}
${plain.join('\n')}
\`\`\`

| file | Content-Type | Content-Encoding | Cache-Control |
|---|---|---|---|
${packed.map((extension) => `| \`*-HASH.${extension}\` | \`${TYPES[extension]}\` | \`br\` | \`${hashed}\` |`).join('\n')}
${['html', 'json', 'js', 'ts', 'txt'].map((extension) => `| other \`*.${extension}\` | \`${TYPES[extension]}\` | none | \`${kept}\` |`).join('\n')}

## CloudFront

- Origin: the bucket with origin access control, which may \`s3:GetObject\` and \`s3:ListBucket\`: without the latter S3 answers
  403 instead of 404 for what is missing. Set no custom error response that answers \`index.html\`.
- Default root object \`index.html\`${folder === '/' ? '' : `; a function or a redirect must lead \`${folder}\` to \`${folder}index.html\``}.
- Cache policy \`CachingOptimized\`; it follows \`Cache-Control\`. Objects packed already are passed on as they are.
- For each behavior a response headers policy, made from the files beside this one with
  \`aws cloudfront create-response-headers-policy --response-headers-policy-config file://headers-page.json\`:

| path pattern | policy |
|---|---|
${behaviors.map((row) => `| ${row.join(' | ')} |`).join('\n')}
${isPath ? '\nThe default behavior has `routes.js` as its viewer-request function.\n' : ''}`;
}

/** The files for Amazon S3 and CloudFront. */
export function cloudfront(deployment) {
  const named = { page: 'ringside-page', frame: 'ringside-frame', file: 'ringside-file' };
  const policies = Object.entries(named).map(([kind, name]) => [
    `s3-cloudfront/headers-${kind}.json`, headersPolicy(name, kind === 'file' ? 'revalidated' : kind, deployment),
  ]);
  return {
    's3-cloudfront/README.md': note(deployment),
    ...Object.fromEntries(policies),
    ...(deployment.isPath ? { 's3-cloudfront/routes.js': routesFunction(deployment) } : {}),
  };
}
