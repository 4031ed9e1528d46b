// Serves the built console, the reference page and one API to both of them, from memory and with
// brotli, under the headers of the demo API. Its answers stand still until the runner changes them.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { CAMPAIGN } from './fixture.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' };
const HASHED = /-[0-9a-f]{16}\./;
const REFERENCE = new URL('reference/', import.meta.url).pathname;

const compressed = (bytes, quality) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

export class BenchServer {
  /** Over a demo API that stands still; its answers are asked for once. */
  static async start(demo, dist) {
    const policy = (await fetch(demo)).headers.get('content-security-policy');
    const server = new BenchServer(demo, policy);
    await server.readFolder(dist, '/');
    await server.readFolder(REFERENCE, '/reference/');
    await new Promise((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    server.address = `http://127.0.0.1:${server.http.address().port}/`;
    return server;
  }

  constructor(demo, policy) {
    this.policy = policy;
    this.files = new Map();
    this.kept = new Map();
    this.reset(demo);
    this.held = null;
    this.version = 0;
    this.http = createServer((request, response) => this.answer(request, response).catch((error) => response.destroy(error)));
  }

  /** Puts the shared markup and the console's style sheets into the reference page. */
  fillReference(markup) {
    const styles = [...this.files.keys()].filter((path) => /^\/style-.*\.css$/.test(path));
    const first = styles.find((path) => String(this.files.get('/index.html').plain).includes(`stylesheet" href=".${path}`));
    const later = styles.find((path) => path !== first);
    const page = this.files.get('/reference/index.html');
    const filled = String(page.plain).replace('first.css', `..${first}`).replace('later.css', `..${later}`).replace('<!-- markup -->', () => markup);
    page.take(Buffer.from(filled));
  }

  stop() {
    this.http.closeAllConnections();
    this.http.close();
  }

  /** What the API answers for the measured campaign from now on. */
  show(snapshot) {
    this.version += 1;
    this.snapshot = new Stored(Buffer.from(JSON.stringify(snapshot)), 5);
  }

  /** Forgets what was kept, and asks this API from now on; `live` keeps nothing of its answers. */
  reset(demo, { live = false, stand = 'cmp_million' } = {}) {
    this.demo = demo;
    this.live = live;
    this.stand = stand;
    this.kept.clear();
  }

  /** Holds back the snapshot until the returned function is called. */
  hold() {
    let release;
    this.held = new Promise((resolve) => {
      release = () => {
        this.held = null;
        resolve();
      };
    });
    return release;
  }

  async readFolder(folder, at) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await this.readFolder(path, `${at}${entry.name}/`);
      else if (!/\.(br|gz)$/.test(entry.name)) this.files.set(`${at}${entry.name}`, await Stored.file(path));
    }
  }

  async answer(request, response) {
    const url = new URL(request.url, 'http://bench');
    if (url.pathname.startsWith('/api/')) return this.answerApi(request, response, url);
    const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
    const file = this.files.get(path);
    if (!file) return response.writeHead(404).end();
    const cache = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    this.send(response, file, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': cache, 'content-security-policy': this.policy });
  }

  async answerApi(request, response, url) {
    const json = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
    if (url.pathname === `/api/campaigns/${CAMPAIGN}/snapshot`) {
      await this.held;
      return this.send(response, this.snapshot, { ...json, etag: `"${this.version}"` });
    }
    if (this.live || !this.kept.has(request.url)) {
      const asked = request.url.slice(1).replace(CAMPAIGN, this.stand);
      const answer = await fetch(new URL(asked, this.demo), { headers: { accept: 'application/json' } });
      const stored = new Stored(Buffer.from(await answer.arrayBuffer()), 5);
      this.kept.set(request.url, { status: answer.status, stored });
    }
    const { status, stored } = this.kept.get(request.url);
    this.send(response, stored, json, status);
  }

  send(response, stored, headers, status = 200) {
    response.writeHead(status, { ...headers, 'content-encoding': 'br', 'content-length': stored.small.length, vary: 'accept-encoding' });
    response.end(stored.small);
  }
}

/** Bytes with their compressed form. */
class Stored {
  static async file(path) {
    const plain = await readFile(path);
    const ready = await readFile(`${path}.br`).catch(() => null);
    const stored = new Stored(plain, ready ? null : 11);
    if (ready) stored.small = ready;
    return stored;
  }

  constructor(plain, quality) {
    this.take(plain, quality);
  }

  take(plain, quality = 11) {
    this.plain = plain;
    if (quality !== null) this.small = compressed(plain, quality);
  }
}
