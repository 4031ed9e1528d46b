// The world of the browser tests: one demo server a worker, put back to its seed before any
// test that finds it changed, and a page that fails the test on anything said in the console.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test as base, expect } from '@playwright/test';

const ROOT = new URL('../..', import.meta.url).pathname;
const BINARY = process.env.RINGSIDE_DEMO_API;
export const DIST = process.env.RINGSIDE_DIST ?? `${ROOT}dist`;

/** A demo server of our own. Its simulated time stands still unless `advance` moves it. */
export class Demo {
  static async start(...flags) {
    if (!BINARY) throw new Error('RINGSIDE_DEMO_API must name the demo API binary; `make test` sets it.');
    const child = spawn(BINARY, ['--port', '0', '--speed', '0', '--million', '0', '--dist', DIST, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    const complaints = [];
    child.stderr.on('data', (data) => complaints.push(String(data)));
    const lines = createInterface({ input: child.stdout });
    const address = await new Promise((resolve, reject) => {
      lines.once('line', (line) => resolve(line.slice(line.indexOf('http'))));
      child.once('exit', (code) => reject(new Error(`The demo API ended with ${code}: ${complaints.join('')}`)));
    });
    return new Demo(child, address);
  }

  constructor(child, address) {
    this.child = child;
    this.address = address;
    this.touched = false;
  }

  stop() {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGTERM');
  }

  /** An answer of the API as the contract has it, for comparing with what the page shows. */
  async read(path) {
    const answer = await fetch(new URL(`api${path}`, this.address));
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`);
    return answer.json();
  }

  snapshot(id) {
    return this.read(`/campaigns/${id}/snapshot`);
  }

  /** The made-up campaigns, each with what it shows; those recorded elsewhere are not among them. */
  async campaigns() {
    const answer = await fetch(new URL('demo/campaigns', this.address));
    return (await answer.json()).campaigns;
  }

  async control(path) {
    this.touched = true;
    const answer = await fetch(new URL(`demo/${path}`, this.address), { method: 'POST' });
    if (!answer.ok) throw new Error(`POST /demo/${path} answered ${answer.status}`);
  }

  /** Lets simulated time pass. */
  advance(seconds) {
    return this.control(`advance?seconds=${seconds}`);
  }

  /** Makes trouble for a running campaign; `GET /demo/campaigns` lists the names. */
  trouble(campaign, name) {
    return this.control(`scenario?campaign=${campaign}&name=${name}`);
  }

  async restore() {
    if (!this.touched) return;
    await this.control('reset');
    this.touched = false;
  }
}

/** Collects what must never happen on a page, whatever the API answers. */
export function watch(page, demo, allowed, origins = []) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error}`));
  page.on('console', (message) => {
    const network = message.text().startsWith('Failed to load resource');
    const expected = allowed.some((pattern) => pattern.test(message.text()));
    if (message.type() === 'error' && !network && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (request.method() !== 'GET') demo.touched = true;
    if (/^https?:/.test(url) && ![demo.address, ...origins].some((origin) => url.startsWith(origin))) faults.push(`a request left the origin: ${url}`);
  });
  return faults;
}

export const test = base.extend({
  demo: [
    async ({}, use) => {
      const demo = await Demo.start();
      await use(demo);
      demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ demo }, use) => use(demo.address),

  /** What this test lets the console say, beyond the network's own errors. */
  allowed: [[], { option: true }],

  /** Further origins that the page of this test may ask. */
  origins: [[], { option: true }],

  page: async ({ page, demo, allowed, origins }, use) => {
    await demo.restore();
    const faults = watch(page, demo, allowed, origins);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(faults, 'what the page must never do').toEqual([]);
  },
});

export { expect };

export const count = (value) => value.toLocaleString('en-US');
