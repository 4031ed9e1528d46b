// Serves the built console and, on the same origin, Airflow below airflow/: what nginx or Caddy do
// for it elsewhere. In short/ stands the same console, whose sign-ins last for seconds only.
// node serve.mjs DIST AIRFLOW
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { contentSecurityPolicy } from '../../public/hosts/parts/policy.mjs';

const [dist, airflow] = process.argv.slice(2);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

const settings = (apiBase, path) => ({
  apiBase,
  mapping: { url: 'mappings/airflow.json', variables: { dag: 'outbound_reminders', task: 'call_contact' } },
  auth: {
    mode: 'login',
    request: { path, body: { username: '{user}', password: '{password}' } },
    token: 'access_token',
    signOut: { method: 'GET', path: '/api/v2/auth/logout' },
    signedOut: [{ status: 403, path: 'detail', contains: 'Invalid JWT token' }],
  },
  features: { hide: ['campaigns', 'triage'] },
  workspace: { id: 'live', name: 'Airflow 3' },
});
const CONFIG = { '/config.json': settings('airflow', '/auth/token'), '/short/config.json': settings('../airflow', '/auth/token/cli') };

function pass(incoming, answer) {
  const path = incoming.url.slice('/airflow'.length) || '/';
  const { host, ...headers } = incoming.headers;
  const upstream = request(new URL(airflow).origin, { method: incoming.method, path, headers: { ...headers, 'x-forwarded-host': host } }, (reply) => {
    answer.writeHead(reply.statusCode, reply.headers);
    reply.pipe(answer);
  });
  upstream.on('error', () => answer.writeHead(502, { 'content-type': 'text/plain' }).end('Airflow does not answer'));
  incoming.pipe(upstream);
}

async function file(path, answer) {
  const inside = normalize(join(dist, path.replace(/^\/short\//, '/')));
  const wanted = inside.endsWith('/') ? `${inside}index.html` : inside;
  const there = wanted.startsWith(normalize(dist)) && (await stat(wanted).catch(() => null));
  if (!there || !there.isFile()) return answer.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  answer.writeHead(200, { 'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream', 'content-security-policy': contentSecurityPolicy('page'), 'cache-control': 'no-cache' });
  createReadStream(wanted).pipe(answer);
}

const server = createServer((incoming, answer) => {
  const { pathname } = new URL(incoming.url, 'http://console');
  if (pathname.startsWith('/airflow/')) pass(incoming, answer);
  else if (CONFIG[pathname]) answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(CONFIG[pathname]));
  else file(decodeURIComponent(pathname), answer);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
