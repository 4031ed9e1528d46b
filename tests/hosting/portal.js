// A portal on an origin of its own, under the strict policy that the docs name, which takes the
// element's files from elsewhere and passes the API on.
import { createServer, request } from 'node:http';

/** Starts the portal; `files` is where the console is hosted, `api` the dialer. */
export async function startPortal(files, api) {
  const origin = new URL(files).origin;
  const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src 'self' ${origin}; img-src data:`;
  const page = `<!doctype html><html lang="en"><title>Portal</title>
<script type="module" src="${new URL('embed/v1/ringside-console.js', files)}"></script>
<ringside-console api-base="/api" campaign-id="cmp_8f3k2q"></ringside-console>`;
  const server = createServer((asked, answer) => {
    if (!asked.url.startsWith('/api/')) {
      answer.writeHead(asked.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
      return answer.end(asked.url === '/' ? page : '');
    }
    const passed = request(new URL(asked.url, api), { method: asked.method, headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => answer.writeHead(502).end());
    return asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.closeAllConnections() ?? server.close() };
}
