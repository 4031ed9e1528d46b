// Walks about the release for a long time, over a demo API in which things go wrong, and holds at every
// step what must always hold. Everything is drawn from a seed: SEED=… FROM=… plays the same steps again.
import { watch } from '../e2e/demo.js';
import { Demo } from '../e2e/demo_server.js';
import { drawOutOfSight, seen } from '../e2e/on_screen.js';
import { launch, openPage } from '../bench/browser.mjs';
import { held, watchMemory } from '../bench/left.mjs';
import { ACTS } from './acts.mjs';
import { Chance } from './chance.mjs';
import { Requests } from './requests.mjs';
import { faultsOf } from './screen.mjs';
import { Tally } from './tally.mjs';
import { Troubles } from './troubles.mjs';

const MINUTES = Number(process.env.MINUTES ?? 60);
const STEPS = Number(process.env.STEPS ?? Infinity);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Steps between two looks at what is held. */
const SAMPLE_EVERY = 150;
/** What may be gained from the first tenth of an hour on, when the page knows its work. */
const MAY_GAIN = { nodes: 300, listeners: 30, heap: 4, wasm: 8 };
/** Nodes, garbage included, that no screen comes near. */
const MOST_NODES = 400_000;
const PAUSE = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

class Soak {
  constructor({ demo, page, devtools, faults }) {
    Object.assign(this, { demo, page, devtools, faults, tally: new Tally() });
    this.troubles = new Troubles(demo, this.tally);
    this.requests = new Requests(page, `${demo.address}api/`);
  }

  must(holds, words) {
    this.tally.checked += 1;
    if (holds) return;
    if (process.env.PICTURES) this.pictures = this.page.screenshot({ path: `${process.env.PICTURES}/${this.step}.png` }).catch(() => {});
    this.tally.failed(`seed ${SEED} step ${this.step} (${this.doing}) at ${this.view.address}: ${words}`);
  }

  /** What has been opened is closed again, and whatever had the focus before has it again. */
  mustHaveFocus(view, what) {
    if (this.opener === view.address) this.must(!view.isNowhereFocused, `the focus is lost after ${what}`);
  }

  look() {
    return this.page.evaluate(seen);
  }

  isOdd(view) {
    return this.troubles.isOdd || /(fault|flaky|refuse)-|cmp_recorded/.test(view.address);
  }

  /** Waits until nothing is asked and nothing waits; whether it came to that in time. */
  async settled(ms) {
    const late = Date.now() + ms;
    do {
      await this.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
      if (this.requests.areOver && !(await this.look()).busy.length) return true;
      await PAUSE(30);
    } while (Date.now() < late);
    return false;
  }

  async check(before) {
    const maySlow = Date.now() < this.troubles.slowUntil;
    const isSettled = await this.settled(maySlow ? 800 : 10_000);
    this.view = await this.look();
    this.must(isSettled || maySlow, `still busy after 10 s: ${this.view.busy.join(' ')} ${[...this.requests.underWay.keys()].map((request) => request.url()).join(', ')}`);
    const isOdd = this.isOdd(this.view);
    const found = faultsOf(this.view, { isOdd, isWaiting: !isSettled });
    this.tally.checked += 8;
    for (const words of found) this.must(false, words);
    if (!before.dialogs.length && this.view.dialogs.length) this.opener = before.isNowhereFocused ? null : this.view.address;
    const isClosed = before.dialogs.length && !this.view.dialogs.length && before.address === this.view.address;
    if (isClosed) this.mustHaveFocus(this.view, before.dialogs.at(-1));
    this.must(this.requests.doubled().length === 0, `asked twice at a time: ${this.requests.doubled().join(', ')}`);
    this.must(this.faults.length === 0, this.faults.splice(0).join(' | '));
    if (this.step % 20 === 0) {
      const reports = await this.demo.reported();
      this.must(reports.length === 0, reports.join(' | '));
      const { metrics } = await this.devtools.send('Performance.getMetrics');
      const nodes = metrics.find(({ name }) => name === 'Nodes').value;
      this.tally.mostNodes = Math.max(this.tally.mostNodes, nodes);
      this.must(nodes < MOST_NODES, `${nodes} nodes`);
    }
  }

  async play(step) {
    this.step = step;
    const chance = (this.chance = new Chance(SEED, step));
    const act = chance.weighed(ACTS);
    this.doing = act.name;
    const view = (this.view ??= await this.look());
    this.tally.act(act.name);
    this.did = '';
    this.missed = '';
    try {
      this.did = await act.play({ soak: this, chance, page: this.page, view });
    } catch (error) {
      // Only what the page itself took away meanwhile.
      if (this.page.isClosed() || !/Timeout|detached|not attached|Element is not|not visible|intercepts/.test(error.message)) throw error;
      this.missed = error.message;
      this.tally.miss(`${act.name}: ${/intercepts pointer events/.test(error.message) ? 'covered' : 'gone'}`);
    }
    await this.pictures;
    if (process.env.SAY) console.log(`${step} ${act.name}: ${this.did ?? ''} ${view.address}${this.missed ? ` (${this.missed})` : ''}`);
    await this.check(view);
  }

  /** What is held on a page without figures, when nothing is wrong. */
  async sample() {
    await this.troubles.end();
    await this.page.setViewportSize({ width: 1440, height: 900 });
    await this.page.evaluate(() => { location.hash = '#/nowhere'; });
    await this.page.keyboard.press('Escape');
    await this.settled(70_000);
    this.tally.samples.push(await held(this.page, this.devtools));
    this.view = await this.look();
  }

  /** What was gained since the page knew its work. */
  growth() {
    const { samples } = this.tally;
    const [first, last] = [samples[Math.ceil(samples.length / 10)], samples.at(-1)];
    if (!first || samples.length < 4) return;
    for (const [key, most] of Object.entries(MAY_GAIN)) this.must(last[key] - first[key] <= most, `${key} grew from ${first[key]} to ${last[key]}`);
  }
}

const demo = await Demo.start();
process.on('exit', () => demo.stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
const browser = await launch();
const { page, devtools, close } = await openPage(browser, { script: watchMemory });
await page.addInitScript(drawOutOfSight);
await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
page.on('download', (download) => download.delete().catch(() => {}));
page.on('filechooser', () => {});
const faults = watch(page, demo, []);
await devtools.send('Performance.enable');
await page.goto(`${demo.address}#/campaigns`);
await page.getByRole('heading', { level: 1 }).waitFor();

const soak = new Soak({ demo, page, devtools, faults });
const started = Date.now();
const minutes = () => (Date.now() - started) / 60_000;
console.log(`Soak: seed ${SEED}, ${MINUTES} minutes, ${demo.address}`);
let last = 0;
for (let step = Number(process.env.FROM ?? 0); minutes() < MINUTES && step < STEPS; step += 1) {
  if (step % SAMPLE_EVERY === 0) await soak.sample();
  await soak.play(step);
  if (Math.floor(minutes() / 5) > last) {
    last = Math.floor(minutes() / 5);
    console.log(`  ${minutes().toFixed(0)} min, ${step} steps, ${soak.tally.failures.length} failures`);
  }
}
await soak.sample();
soak.growth();
console.log(soak.tally.report({ seed: SEED, minutes: minutes(), requests: soak.requests }));
await close();
await browser.close();
process.exit(soak.tally.failures.length ? 1 : 0);
