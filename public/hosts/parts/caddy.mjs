// Caddy: the console's handlers, to import into any site, and a whole site around them.
import { HASHED, ROUTES, TYPES, headersOf } from './policy.mjs';

const indented = (lines, by) => lines.map((line) => (line ? '\t'.repeat(by) + line : line));

function headers(kind, deployment) {
  const all = Object.entries(headersOf(kind, deployment));
  return [`header @${kind} {`, ...indented(all.map(([name, value]) => `${name} "${value}"`), 1), '}'];
}

function handlers(deployment) {
  const { folder, site, isPath, version } = deployment;
  const isRoot = folder === '/';
  // Deferred: the file server would say what the machine's own list of types says.
  const types = Object.entries(TYPES).flatMap(([extension, type]) => [`@${extension} path *.${extension}`, `header @${extension} {`, `\tContent-Type "${type}"`, '\tdefer', '}']);
  return [
    `# Ringside ${version} below ${folder}: import this file into a site.`,
    '# Written by hosts/make.mjs; run it again rather than changing what is here.',
    ...(isRoot ? [] : [`redir ${folder.slice(0, -1)} ${folder} 301`]),
    isRoot ? 'handle {' : `handle_path ${folder}* {`,
    '\troute {',
    ...indented([
      `root * "${site}"`,
      'rewrite / /index.html',
      ...(isPath ? [`@route path ${ROUTES.map((name) => `/${name} /${name}/*`).join(' ')}`, 'rewrite @route /index.html'] : []),
      '@missing not file',
      'header @missing {', '\tCache-Control no-cache', '\tX-Content-Type-Options nosniff', '}',
      'respond @missing "There is no such file." 404',
      `@hashed path_regexp ${HASHED}`,
      '@page path /index.html',
      '@frame path /embed.html',
      '@revalidated {', '\tnot path /index.html /embed.html', `\tnot path_regexp ${HASHED}`, '}',
      ...types,
      ...headers('hashed', deployment),
      ...headers('revalidated', deployment),
      '# connect-src and frame-ancestors come from config.json.',
      ...headers('page', deployment),
      ...headers('frame', deployment),
      'file_server {', '\tprecompressed br gzip', '}',
    ], 2),
    '\t}',
    '}',
    '',
  ].join('\n');
}

/** The API behind the console's own origin; commented out where none is named. */
function proxied({ folder, proxy }) {
  const api = proxy ?? new URL('https://dialer.internal.example.com/api');
  const lines = [
    `handle ${folder}api/* {`,
    `\turi path_regexp ^${folder}api/ ${api.pathname.replace(/\/*$/, '/')}`,
    `\treverse_proxy ${api.origin} {`,
    '\t\theader_up Host {upstream_hostport}',
    '\t}',
    '}',
  ];
  return proxy ? lines : lines.map((line) => `# ${line}`);
}

function site(deployment) {
  const { origin, version } = deployment;
  return [`# Ringside ${version}: caddy run --config hosts/caddy/Caddyfile`, `${origin} {`, '\timport ringside.caddy', ...indented(proxied(deployment), 1), '}', ''].join('\n');
}

/** The files for Caddy. */
export const caddy = (deployment) => ({ 'caddy/ringside.caddy': handlers(deployment), 'caddy/Caddyfile': site(deployment) });
