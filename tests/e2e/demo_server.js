// A demo server that belongs to whoever started it: to a worker of the browser tests, or to another
// tool that looks at the console.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

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
    this.heard = 0;
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

  /** What browsers reported of pages that broke their policy, since this was last asked. */
  async reported() {
    const all = await (await fetch(new URL('demo/violations', this.address))).json();
    const news = all.slice(this.heard);
    this.heard = all.length;
    return news.map((report) => `a page broke its policy: ${report}`);
  }

  async restore() {
    if (!this.touched) return;
    await this.control('reset');
    this.touched = false;
  }
}
