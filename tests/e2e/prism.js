// A server that keeps the contract to the letter and means nothing by it: Prism's engine makes up
// every answer from docs/openapi.yaml. The same seed always makes the same answers.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { reportingTo } from './policy.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const DIST = process.env.RINGSIDE_DIST ?? `${ROOT}dist`;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' };
/** An API is at rest when nothing was asked of it for so long, in milliseconds. */
const REST = 120;
/** Where browsers tell that a page broke its policy. */
const REPORTS = '/violations';

const require = createRequire(import.meta.url);
const { createInstance, getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { JSONSchemaFaker } = createRequire(require.resolve('@stoplight/prism-http'))('json-schema-faker');

const silent = Object.fromEntries(['trace', 'debug', 'info', 'success', 'warn', 'error', 'start'].map((level) => [level, () => {}]));
const logger = { ...silent, child: () => logger };

/** What an API of nothing but the contract says of itself: it has everything. */
const PLAIN = { workspace: { id: 'ws', name: 'Prism' } };

export class Prism {
  static async start() {
    const operations = await getHttpOperationsFromSpec(`${ROOT}docs/openapi.yaml`);
    const prism = new Prism(operations);
    prism.server = createServer((request, response) => prism.answer(request, response));
    await new Promise((resolve) => prism.server.listen(0, '127.0.0.1', resolve));
    prism.address = `http://127.0.0.1:${prism.server.address().port}/`;
    return prism;
  }

  constructor(operations) {
    this.operations = operations;
    this.config = { isProxy: false, validateRequest: true, validateResponse: false, checkSecurity: false, errors: false };
    this.instance = createInstance({ ...this.config, mock: { dynamic: true } }, { logger });
    this.begin('0');
  }

  /** Starts over with other answers. `saysAll`: whether the API claims to have everything. */
  begin(seed, saysAll = true) {
    Object.assign(this, { seed, saysAll, times: new Map(), open: 0, lastAt: Date.now(), mistakes: [] });
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Waits until the page has been given all that it asks for. */
  async rest() {
    while (this.open > 0 || Date.now() - this.lastAt < REST) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.address);
    if (pathname === REPORTS) return this.report(request, response);
    if (!pathname.startsWith('/api/')) return this.file(pathname, response);
    this.open += 1;
    try {
      const { status, body } = await this.made(request, pathname.slice('/api'.length), searchParams);
      response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    } finally {
      this.open -= 1;
      this.lastAt = Date.now();
    }
  }

  async made(request, path, parameters) {
    if (path === '/capabilities' && this.saysAll) return { status: 200, body: PLAIN };
    const sent = await new Response(request).text().catch(() => '');
    const method = request.method.toLowerCase();
    const query = {};
    for (const key of parameters.keys()) query[key] = parameters.getAll(key).length > 1 ? parameters.getAll(key) : parameters.get(key);
    const time = (this.times.get(path) ?? 0) + 1;
    this.times.set(path, time);
    // Which optional members there are, and how many rows, is up to the seed, too.
    JSONSchemaFaker.option({ alwaysFakeOptionals: time % 4 === 1, optionalsProbability: 0.6, fixedProbabilities: false, fillProperties: false, maxItems: 9 });
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => typeof value === 'string'));
    const asked = { method, url: { path, query }, headers: { ...headers, accept: 'application/json' }, body: sent ? JSON.parse(sent) : undefined };
    const made = await this.instance.request(asked, this.operations, { ...this.config, mock: { dynamic: true, seed: `${this.seed} ${method} ${path} ${time}` } })();
    if (made._tag === 'Left') {
      this.mistakes.push(`${method} ${path}: ${made.left.message}`);
      return { status: 500, body: { type: 'about:blank', title: made.left.message, status: 500, request_id: 'prism' } };
    }
    const wrong = made.right.validations.input.filter((each) => each.severity === 'Error');
    if (wrong.length) this.mistakes.push(`${method} ${request.url}: ${wrong.map((each) => `${each.location?.join('.')} ${each.message}`).join('; ')}`);
    const { statusCode: status, body } = made.right.output;
    return { status, body: typeof body === 'string' ? JSON.parse(body) : body };
  }

  async report(request, response) {
    this.mistakes.push(`the page broke its policy: ${await new Response(request).text()}`);
    response.writeHead(204).end();
  }

  async file(pathname, response) {
    const path = normalize(pathname === '/' ? '/index.html' : decodeURIComponent(pathname));
    try {
      const bytes = await readFile(join(DIST, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': reportingTo(REPORTS) });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
}
