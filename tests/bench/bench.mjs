// `make bench`: the release against a page written by hand, in one session, turn by turn.
//   RINGSIDE_DEMO_API=… node bench.mjs DIST [--only a,b] [--times N] [--out FILE] [--docs]
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch, settled } from './browser.mjs';
import { startDemo } from './demo.mjs';
import { CAMPAIGN, snapshot } from './fixture.mjs';
import { referenceMarkup } from './page_template.mjs';
import { BenchServer } from './server.mjs';
import { intoDocs, markdown, summed } from './table.mjs';

const MEASUREMENTS = ['start', 'render', 'refresh', 'paging', 'interaction', 'memory', 'shift', 'decode', 'sizes'];
/** They page through the largest campaign; it is made before anything is measured. */
const NEED_LARGEST = ['paging', 'interaction', 'sizes'];
const DOCS = new URL('../../docs/performance.md', import.meta.url);
const SOURCE = 'cmp_8f3k2q';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, times: { type: 'string' }, out: { type: 'string' }, docs: { type: 'boolean' } },
});
const [dist] = positionals;
const only = flags.only ? flags.only.split(',') : MEASUREMENTS;
const unknown = only.filter((name) => !MEASUREMENTS.includes(name));
if (!dist || unknown.length) {
  console.error(`bench.mjs DIST [--only ${MEASUREMENTS.join(',')}] [--times N] [--out FILE] [--docs]`);
  process.exit(2);
}

const largest = only.some((name) => NEED_LARGEST.includes(name));
const demo = await startDemo({ million: largest ? 1_000_000 : 0, campaigns: 10_000 });
if (largest) await demo.largest();
const source = await (await fetch(`${demo.address}api/campaigns/${SOURCE}/snapshot`)).json();
const server = await BenchServer.start(demo.address, dist);
if (process.env.RINGSIDE_DECODER) await server.readFolder(process.env.RINGSIDE_DECODER, '/decoder/');
const browser = await launch();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** What every measurement is given. */
const bench = {
  demo,
  server,
  browser,
  source,
  /** How often something is measured; a measurement says how often it would. */
  times: (usual) => (flags.times ? Math.min(usual, Number(flags.times)) : usual),
  /** The address of either page. */
  address: (page, hash = `#/campaigns/${CAMPAIGN}`) => `${server.address}${page === 'reference' ? 'reference/' : ''}${hash}`,
};

server.show(snapshot(source));
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
await page.goto(bench.address('console'));
await page.locator('.chart-picture svg').waitFor();
await settled(page);
server.fillReference(await referenceMarkup(page));
await page.close();

const rows = [];
const load = [loadavg()[0]];
for (const name of only) {
  const began = Date.now();
  server.reset(demo.address);
  server.show(snapshot(source));
  const { measure } = await import(`./${name}.mjs`);
  try {
    rows.push(...(await measure(bench)).map((row) => ({ measurement: name, ...summed(row) })));
  } catch (error) {
    // The others are measured all the same.
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
  load.push(loadavg()[0]);
  console.error(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s, load ${load.at(-1).toFixed(1)}`);
}

const result = {
  at: new Date().toISOString(),
  machine: { processor: cpus()[0]?.model, threads: cpus().length, load: load.map((value) => Number(value.toFixed(1))), browser: browser.version() },
  rows,
};
console.log(markdown(result));
if (flags.out) await writeFile(flags.out, `${JSON.stringify(result, null, 2)}\n`);
if (flags.docs) await writeFile(DOCS, intoDocs(await readFile(DOCS, 'utf8'), result));
await browser.close();
server.stop();
demo.stop();
