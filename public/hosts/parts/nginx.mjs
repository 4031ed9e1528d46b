// nginx: the console's locations, to include in any server, and a whole server around them.
import { HASHED, ROUTES, TYPES, headersOf } from './policy.mjs';

const indented = (lines, by) => lines.map((line) => (line ? ' '.repeat(by) + line : line));

/** The headers of a kind; what may be kept for good is not said of a file that is missing. */
function headers(kind, deployment) {
  const all = Object.entries(headersOf(kind, deployment));
  return all.map(([name, value]) => `add_header ${name} "${value}"${kind === 'hashed' && name === 'Cache-Control' ? '' : ' always'};`);
}

function locations(deployment) {
  const { folder, site, isPath, version } = deployment;
  const isRoot = folder === '/';
  const bare = folder.slice(0, -1);
  const route = `location ~ "^${folder}(${ROUTES.join('|')})(/|$)" { rewrite ^ ${folder}index.html last; }`;
  const types = Object.entries(TYPES).map(([extension, type]) => `"${type}" ${extension};`);
  return [
    `# Ringside ${version} below ${folder}: include this file in a server { }.`,
    '# Written by hosts/make.mjs; run it again rather than changing what is here.',
    ...(isRoot ? [] : [`location = ${bare} { absolute_redirect off; return 301 ${folder}; }`]),
    isRoot ? 'location / {' : `location ^~ ${folder} {`,
    ...indented([
      isRoot ? `root "${site}";` : `alias "${site}/";`,
      'index index.html;',
      'brotli_static on;   # the package libnginx-mod-http-brotli-static on Debian; without it, delete this line',
      'gzip_static on;',
      'gzip_vary on;',
      'default_type application/octet-stream;',
      'types {', ...indented(types, 2), '}',
      'error_page 404 = @ringside_missing;',
      ...headers('revalidated', deployment),
      '',
      ...(isPath ? [route] : []),
      `location ~ "${HASHED}" {`, ...indented(headers('hashed', deployment), 2), '}',
      '# connect-src and frame-ancestors come from config.json.',
      `location = ${folder}index.html {`, ...indented(headers('page', deployment), 2), '}',
      `location = ${folder}embed.html {`, ...indented(headers('frame', deployment), 2), '}',
    ], 2),
    '}',
    'location @ringside_missing {',
    '  add_header Cache-Control "no-cache" always;',
    '  add_header X-Content-Type-Options "nosniff" always;',
    '  return 404;',
    '}',
    '',
  ].join('\n');
}

/** The API behind the console's own origin; commented out where none is named. */
function proxied({ folder, proxy }) {
  const api = proxy ?? new URL('https://dialer.internal.example.com/api');
  const below = api.pathname.replace(/\/+$/, '');
  const isSecure = api.protocol === 'https:';
  const form = (lines) => (proxy ? lines : lines.map((line) => `# ${line}`));
  const outside = form([
    `upstream ringside_api { server ${api.hostname}:${api.port || (isSecure ? 443 : 80)}; keepalive 8; }`,
    '# What follows as it was sent: IDs are one percent-encoded segment.',
    `map $request_uri $ringside_below_api { "~^${folder}api(/.*)$" $1; }`,
  ]);
  const inside = form([
    `location ^~ ${folder}api/ {`,
    `  proxy_pass ${api.protocol}//ringside_api${below}$ringside_below_api;`,
    '  proxy_http_version 1.1;',
    '  proxy_set_header Connection "";',
    `  proxy_set_header Host ${api.host};`,
    ...(isSecure ? ['  proxy_ssl_server_name on;', `  proxy_ssl_name ${api.hostname};`] : []),
    '}',
  ]);
  return { outside, inside };
}

function server(deployment) {
  const { origin, site, version } = deployment;
  const { protocol, hostname, port } = new URL(origin);
  const { outside, inside } = proxied(deployment);
  const secure = [
    `listen ${port || 443} ssl;`,
    `listen [::]:${port || 443} ssl;`,
    `ssl_certificate /etc/ssl/${hostname}.pem;        # CHANGE`,
    `ssl_certificate_key /etc/ssl/${hostname}.key;    # CHANGE`,
  ];
  return [
    `# Ringside ${version} at ${origin}: a file of /etc/nginx/conf.d/.`,
    ...outside,
    'server {',
    ...indented([
      ...(protocol === 'https:' ? secure : [`listen ${port || 80};`]),
      `server_name ${hostname};`,
      'server_tokens off;',
      `include "${site.replace(/\/[^/]*$/, '')}/hosts/nginx/ringside.conf";`,
      ...inside,
    ], 2),
    '}',
    '',
  ].join('\n');
}

/** The files for nginx. */
export const nginx = (deployment) => ({ 'nginx/ringside.conf': locations(deployment), 'nginx/server.conf': server(deployment) });
