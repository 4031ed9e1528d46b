// The release archive as somebody would put it to use: unpacked, set up by its own script, and
// served by a real nginx and a real Caddy below a folder, with the API behind the same origin.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { Demo, watch } from '../e2e/demo.js';

export const ARCHIVE = process.env.RINGSIDE_ARCHIVE;
export const EMBEDDER = 'https://portal.example.com';
export const OTHER_API = 'https://tokens.example.com';
export const HSTS = 'max-age=31536000';

/** Every file below a folder, by its path in it. */
export function filesIn(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A folder that the server's own user can read, too. */
function workFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringside-hosting-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Unpacks the archive; returns the folder that holds what is in it. */
export function unpacked(folder) {
  if (!ARCHIVE) throw new Error('RINGSIDE_ARCHIVE must name the release archive; `make test` sets it.');
  execFileSync('tar', ['-xzf', ARCHIVE, '--strip-components=1', '-C', folder]);
  return folder;
}

const START = {
  nginx(folder) {
    const conf = path.join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/temporary-${kind};`);
    writeFileSync(
      conf,
      `include /etc/nginx/modules-enabled/*.conf;\npid ${folder}/nginx.pid;\ndaemon off;\nevents {}\n` +
        `http {\naccess_log off;\n${temporary.join('\n')}\ninclude ${folder}/hosts/nginx/server.conf;\n}\n`,
    );
    return spawn('nginx', ['-c', conf, '-e', path.join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'inherit'] });
  },
  caddy(folder) {
    const caddyfile = path.join(folder, 'hosts', 'caddy', 'Caddyfile');
    const env = { ...process.env, XDG_DATA_HOME: `${folder}/data`, XDG_CONFIG_HOME: `${folder}/settings` };
    // Without the port for administration, which is one for the whole machine.
    writeFileSync(caddyfile, `{\n\tadmin off\n}\n${readFileSync(caddyfile, 'utf8')}`);
    return spawn('caddy', ['run', '--config', caddyfile], { env, stdio: 'ignore' });
  },
};

/** A server of the unpacked archive. */
class Deployment {
  static async start(server, demo, config) {
    const folder = unpacked(workFolder());
    const address = `http://127.0.0.1:${await freePort()}/tools/console/`;
    writeFileSync(path.join(folder, 'site', 'config.json'), JSON.stringify(config));
    execFileSync('node', [path.join(folder, 'hosts', 'make.mjs'), '--address', address, '--proxy', `${demo.address}api`, '--api', `${OTHER_API}/v1`, '--hsts', HSTS]);
    const process = START[server](folder);
    const deployment = new Deployment(folder, address, process);
    await expect(async () => expect((await fetch(address)).status).toBe(200)).toPass({ timeout: 20_000, intervals: [50] });
    return deployment;
  }

  constructor(folder, address, process) {
    this.folder = folder;
    this.site = path.join(folder, 'site');
    this.address = address;
    this.process = process;
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true });
  }

  /** An answer as it is sent, before anything is unpacked: status and headers. */
  async ask(name, headers = {}) {
    const answer = await fetch(new URL(name, this.address), { headers, redirect: 'manual' });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: () => answer.text() };
  }
}

export const test = base.extend({
  server: ['nginx', { option: true, scope: 'worker' }],
  config: [{}, { option: true, scope: 'worker' }],

  demo: [
    async ({}, use) => {
      const demo = await Demo.start();
      await use(demo);
      demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  deployment: [
    async ({ server, config, demo }, use) => {
      const deployment = await Deployment.start(server, demo, config);
      await use(deployment);
      await deployment.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ deployment }, use) => use(deployment.address),

  page: async ({ page, deployment }, use) => {
    const faults = watch(page, { address: deployment.address }, []);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(faults, 'what the page must never do').toEqual([]);
  },
});

export { expect };
