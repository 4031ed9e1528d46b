// The archive itself: complete, told of in full, and without a trace of the machine that built it.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { bundleCharts } from '../tools/charts.mjs';
import { crates } from '../tools/dist/crates.mjs';
import { ARCHIVE, filesIn, unpacked } from './deployment.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const digest = (algorithm, bytes, form) => createHash(algorithm).update(bytes).digest(form);

const test = base.extend({
  archive: [
    async ({}, use) => {
      const folder = unpacked(mkdtempSync(path.join(tmpdir(), 'ringside-archive-')));
      await use({ folder, files: filesIn(folder), read: (file) => readFileSync(path.join(folder, file)), json: (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('holds what its sums say, and no more', ({ archive }) => {
  const lines = archive.read('SHA256SUMS').toString().trim().split('\n').map((line) => line.split('  '));
  expect(lines.map(([, file]) => file).sort()).toEqual(archive.files.filter((file) => file !== 'SHA256SUMS').sort());
  for (const [sum, file] of lines) expect.soft(digest('sha256', archive.read(file), 'hex'), file).toBe(sum);
  const integrity = Object.entries(archive.json('integrity.json'));
  expect(integrity.map(([file]) => file)).toEqual(archive.files.filter((file) => file.startsWith('site/')).sort());
  for (const [file, value] of integrity) expect.soft(`sha384-${digest('sha384', archive.read(file), 'base64')}`, file).toBe(value);
});

test('names the build in the page and beside it', ({ archive }) => {
  const { version, build } = archive.json('site/version.json');
  expect(build).toMatch(/^[0-9a-f]{16}$/);
  expect(archive.read('site/index.html').toString()).toContain(`<meta name="ringside-build" content="${build}">`);
  expect(path.basename(ARCHIVE)).toBe(`ringside-${version}.tar.gz`);
});

test('names every part with its license, and brings the texts', async ({ archive }) => {
  process.chdir(ROOT);
  const bom = archive.json('sbom.cdx.json');
  const named = new Set(bom.components.map(({ purl }) => purl));
  const [own, ...others] = crates();
  const { packages } = await bundleCharts();
  expect(bom.metadata.component.purl).toBe(own.purl);
  expect(others.map(({ purl }) => purl).filter((purl) => !named.has(purl))).toEqual([]);
  expect(others.length).toBeGreaterThan(80);
  expect(packages.filter((name) => ![...named].some((purl) => purl.startsWith(`pkg:npm/${name}@`)))).toEqual([]);
  for (const { ref, dependsOn } of bom.dependencies) {
    for (const needed of dependsOn) expect.soft(named, `${ref} depends on it`).toContain(needed);
  }
  const licenses = archive.read('THIRD-PARTY-LICENSES.txt').toString();
  for (const { name, version, licenses: said, hashes, purl } of bom.components) {
    expect.soft(said[0].expression, name).toMatch(/\w/);
    if (!purl.startsWith('pkg:generic/')) expect.soft(hashes, name).toHaveLength(1);
    expect.soft(licenses, name).toContain(name === 'rust-std' ? `standard library ${version}` : `${name} ${version} (`);
  }
});

test('names each file to Netlify and Cloudflare once, within what these hosts read', ({ archive }) => {
  const lines = archive.read('hosts/pages/_headers').toString().split('\n');
  const rules = lines.filter((line) => line.startsWith('/'));
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.length).toBeLessThanOrEqual(100);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
  const shipped = archive.files.filter((file) => file.startsWith('site/') && !/\.(br|gz)$/.test(file)).map((file) => file.slice('site'.length));
  expect(shipped.filter((file) => !rules.includes(file))).toEqual([]);
});

test('writes no policy from what is no origin', () => {
  const folder = unpacked(mkdtempSync(path.join(tmpdir(), 'ringside-origins-')));
  const made = (embeddingOrigins) => {
    writeFileSync(path.join(folder, 'site', 'config.json'), JSON.stringify({ embeddingOrigins }));
    const { status, stderr } = spawnSync('node', [path.join(folder, 'hosts', 'make.mjs')], { encoding: 'utf8' });
    return { status, stderr, nginx: readFileSync(path.join(folder, 'hosts', 'nginx', 'ringside.conf'), 'utf8') };
  };
  const { nginx: before } = made(['https://portal.example.com']);
  expect(before).toContain('frame-ancestors https://portal.example.com');
  for (const text of ['*', 'https://portal.example.com/', 'https://*.example.com', 'https://a;b.example', 'https://a$b.example', "https://a.example; script-src *", 'https://a.example" always; x "', 'portal.example.com', 'null', 7]) {
    const { status, stderr, nginx } = made(['https://other.example.com', text]);
    expect.soft(status, String(text)).toBe(2);
    expect.soft(stderr).toContain(`not exactly an origin, such as https://portal.example.com: ${JSON.stringify(text)}`);
    expect.soft(nginx, 'nothing is written').toBe(before);
  }
  expect(made('https://portal.example.com').stderr).toContain('embeddingOrigins in config.json is not a list.');
  rmSync(folder, { recursive: true });
});

test('leads nowhere from its pages but to what it holds', ({ archive }) => {
  const held = new Set(archive.files);
  const pages = archive.files.filter((file) => file.endsWith('.md') && !file.startsWith('site/'));
  expect(pages).toContain('docs/hosting.md');
  for (const page of pages) {
    const links = [...archive.read(page).toString().matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)].map(([, link]) => link).filter((link) => !/^\w+:/.test(link));
    // The README also shows the way about the source.
    for (const link of links.filter((link) => page !== 'README.md' || !link.startsWith('tests/'))) expect.soft(held.has(path.join(path.dirname(page), link)), `${page} leads to ${link}`).toBe(true);
  }
});

test('tells nothing of the machine that built it', ({ archive }) => {
  const traces = [homedir(), ROOT, tmpdir() + path.sep, process.env.CARGO_HOME, process.env.CARGO_TARGET_DIR].filter((text) => text && text.length > 3);
  for (const file of archive.files.filter((file) => /^(site|hosts|sbom)/.test(file) && !/\.(br|gz)$/.test(file))) {
    const bytes = archive.read(file);
    for (const trace of traces) expect.soft(bytes.includes(trace), `${file} names ${trace}`).toBe(false);
  }
});

test('is the same bytes when the same content is packed at another time by somebody else', ({ archive }) => {
  const out = mkdtempSync(path.join(tmpdir(), 'ringside-packed-'));
  const again = path.join(out, 'again.tar.gz');
  for (const file of archive.files.slice(0, 10)) utimesSync(path.join(archive.folder, file), 1, 1);
  const name = path.basename(ARCHIVE, '.tar.gz');
  const pack = 'umask 077; source tests/tools/toolchain.sh; source tests/tools/pack.sh; packed "$1" "$2" "$3"';
  execFileSync('bash', ['-c', pack, 'pack', archive.folder, name, again], { cwd: ROOT });
  expect(digest('sha256', readFileSync(again), 'hex')).toBe(digest('sha256', readFileSync(ARCHIVE), 'hex'));
  rmSync(out, { recursive: true });
});
