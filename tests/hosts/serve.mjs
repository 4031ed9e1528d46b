// Serves the example hosts as they are in life: the portal and the console's files are on two
// origins, the dialers' APIs on others behind them; a third origin is nobody's.
//   node serve.mjs DIST NORTH SOUTH      NORTH, SOUTH: addresses of two demo APIs
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTS, build } from './build.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.ts': 'text/plain' };
/** Who the portal's own back end knows its user to be at the dialer. */
const OPERATOR = { username: 'dana', password: 'open-sesame-7' };
/** The hosts whose router has addresses of its own: what is no file is the page. */
const ROUTED = new Set(['portal', 'strict']);

/** What a page may do that embeds the console under the strictest policy; docs/embedding-element.md says why. */
const strictPolicy = (assets) =>
  `default-src 'none'; script-src 'self' ${assets} 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'self' ${assets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ringside`;
const framePolicy = (reportTo, ...parents) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${parents.join(' ')}; report-uri ${reportTo}`;

/** The settings of the demo's own console beside that API, which attack, too. */
const hostileSettings = async (north) => ({ ...(await (await fetch(`${north}hostile/console/config.json`)).json()), apiBase: 'api' });

/** Passes a request on to the API behind, with the path as it was sent. */
function pass(incoming, answer, target, headers = {}) {
  const { host, ...sent } = incoming.headers;
  const upstream = request(target, { method: incoming.method, headers: sent }, (reply) => {
    answer.writeHead(reply.statusCode, { ...reply.headers, ...headers });
    reply.pipe(answer);
  });
  upstream.on('error', () => answer.headersSent || answer.writeHead(502, headers).end());
  answer.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

/** What an API on another origin must say to let the portal's pages ask it. */
const cors = (origin) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Requested-With',
  'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id, X-Total-Rows',
  'access-control-max-age': '600',
  vary: 'Origin',
});

const fileAt = async (root, name) => {
  const file = path.join(root, path.normalize(`/${name}`));
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) return fileAt(root, `${name}/index.html`);
  return there ? file : null;
};

async function send(answer, file, headers = {}, change = null) {
  if (!file) return answer.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  answer.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...headers });
  const stream = createReadStream(file);
  if (!change) return stream.pipe(answer);
  const parts = [];
  for await (const part of stream) parts.push(part);
  answer.end(change(Buffer.concat(parts).toString()));
}

async function json(answer, body, headers = {}) {
  answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers }).end(JSON.stringify(body));
}

/** Listens; answers with the origin and a way to stop. */
async function listen(port, answers) {
  const server = createServer((incoming, answer) => {
    answers(incoming, answer).catch((error) => {
      if (!answer.headersSent) answer.writeHead(500, { 'content-type': 'text/plain' });
      answer.end(String(error));
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

const INDEX = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hosts of Ringside</title><h1>Hosts of Ringside</h1><ul>${HOSTS.map((host) => `<li><a href="/${host}/">${host}</a></li>`).join('')}</ul>`;

/**
 * Starts everything. `dist`: the built console. `north`, `south`: addresses of two demo APIs.
 * `port`: the portal's; the console's files are on the next one, 0 takes free ones.
 */
export async function serveHosts({ dist, north, south, port = 0 }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringside-hosts-'));
  build(folder);
  const at = (index) => (port === 0 ? 0 : port + index);
  const origins = {};

  /** The portal's own session at a dialer: the browser never sees more than a short-lived token. */
  const token = async (api) => {
    const answer = await fetch(`${api}auth/host/api/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(OPERATOR) });
    return { token: (await answer.json()).data.access_token };
  };

  async function portal(incoming, answer) {
    const { pathname, search } = new URL(incoming.url, 'http://portal');
    const rest = (prefix) => pathname.slice(prefix.length) + search;
    if (pathname.startsWith('/api/')) return pass(incoming, answer, `${north}api/${rest('/api/')}`);
    if (pathname.startsWith('/north/api/')) return pass(incoming, answer, `${north}auth/host/api/${rest('/north/api/')}`);
    if (pathname === '/north/token') return json(answer, await token(north));
    if (pathname === '/south/token') return json(answer, await token(south));
    if (pathname === '/') return answer.writeHead(200, { 'content-type': 'text/html' }).end(INDEX);
    const host = pathname.split('/')[1];
    const found = await fileAt(folder, decodeURIComponent(pathname));
    if (found && !found.endsWith('.html')) return send(answer, found);
    const page = found ?? (ROUTED.has(host) ? await fileAt(folder, host) : null);
    const policy = host === 'strict' ? { 'content-security-policy': strictPolicy(origins.assets) } : {};
    return send(answer, page, policy, (text) => text.replaceAll('%CONSOLE%', origins.assets));
  }

  async function assets(incoming, answer) {
    const { pathname, search } = new URL(incoming.url, 'http://assets');
    if (pathname.startsWith('/south/api/')) {
      if (incoming.method === 'OPTIONS') return answer.writeHead(204, cors(origins.portal)).end();
      return pass(incoming, answer, `${south}auth/host/api/${pathname.slice('/south/api/'.length)}${search}`, cors(origins.portal));
    }
    if (pathname.startsWith('/api/')) return pass(incoming, answer, `${north}auth/host/api/${pathname.slice('/api/'.length)}${search}`);
    const settings = { apiBase: 'api', auth: { mode: 'host' }, embeddingOrigins: [origins.portal] };
    if (pathname === '/config.json') return json(answer, settings, { 'access-control-allow-origin': '*' });
    // The same files again, as the console of an API that means harm.
    if (pathname.startsWith('/hostile/api/')) return pass(incoming, answer, `${north}${pathname.slice(1)}${search}`);
    if (pathname === '/hostile/config.json') return json(answer, { ...(await hostileSettings(north)), embeddingOrigins: [origins.portal] });
    // The policy lets a stranger frame the page, so that what refuses it is the page's own check.
    const headers = { 'access-control-allow-origin': '*', 'content-security-policy': framePolicy(`${north}demo/violations`, origins.portal, origins.stranger), 'referrer-policy': 'no-referrer' };
    return send(answer, await fileAt(dist, decodeURIComponent(pathname).replace(/^\/hostile\//, '/')), headers);
  }

  const servers = { portal: await listen(at(0), portal), assets: await listen(at(1), assets), stranger: await listen(at(2), portal) };
  for (const [name, { origin }] of Object.entries(servers)) origins[name] = origin;
  const stop = () => {
    for (const server of Object.values(servers)) server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...origins, stop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dist, north, south] = process.argv.slice(2);
  const { portal, assets, stranger } = await serveHosts({ dist, north, south, port: Number(process.env.PORT ?? 8790) });
  console.log(`Hosts of Ringside: ${portal}/`);
  for (const host of HOSTS) console.log(`  ${host}: ${portal}/${host}/`);
  console.log(`  The console's files: ${assets}/; a page that may not frame it: ${stranger}/frame/`);
}
