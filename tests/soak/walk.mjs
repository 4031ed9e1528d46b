// One walk: its steps, and what is held after each.
import { seen } from '../e2e/on_screen.js';
import { held } from '../bench/left.mjs';
import { ACTS } from './acts.mjs';
import { Chance } from './chance.mjs';
import { Missed } from './reach.mjs';
import { Requests } from './requests.mjs';
import { faultsOf } from './screen.mjs';
import { Tally } from './tally.mjs';
import { Troubles } from './troubles.mjs';

/** What may be gained from the first tenth on, when the page knows its work. */
const MAY_GAIN = { nodes: 300, listeners: 30, heap: 4, wasm: 8 };
/** Fewer looks than this tell of a machine that had no time for the page, and nothing of the page. */
const LEAST_LOOKS = 20;
/** Nodes, garbage included, that no screen comes near. */
const MOST_NODES = 400_000;
const PAUSE = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

export class Walk {
  constructor({ seed, demo, page, devtools, faults }) {
    Object.assign(this, { seed, demo, page, devtools, faults, tally: new Tally() });
    this.troubles = new Troubles(demo, this.tally);
    this.requests = new Requests(page, `${demo.address}api/`);
    this.doing = 'the start';
  }

  get place() {
    return `seed ${this.seed} step ${this.step} (${this.doing}${this.did ? `: ${this.did}` : ''}) at ${this.view?.address}`;
  }

  must(holds, words) {
    this.tally.checked += 1;
    if (holds) return;
    if (process.env.PICTURES) this.picture = this.page.screenshot({ path: `${process.env.PICTURES}/${this.step}.png` }).catch(() => {});
    this.tally.failed(`${this.place}: ${words}`);
  }

  /** What has been opened is closed again, and whatever had the focus before has it again. */
  mustHaveFocus(view, what) {
    if (this.opener === view.address) this.must(!view.isNowhereFocused, `the focus is lost after ${what}`);
  }

  async look() {
    const from = Date.now();
    const view = await this.page.evaluate(seen);
    this.tally.longestLook = Math.max(this.tally.longestLook, Date.now() - from);
    return view;
  }

  isOdd(view) {
    return this.troubles.isOdd || /(fault|flaky|refuse)-|cmp_recorded/.test(view.address);
  }

  /** Waits until nothing is asked and nothing waits; whether it came to that in time. */
  async settled(ms) {
    const late = Date.now() + ms;
    let looks = 0;
    do {
      looks += 1;
      await this.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
      if (this.requests.areOver && !(await this.look()).busy.length) {
        this.troubles.areSettled();
        return true;
      }
      await PAUSE(30);
    } while (Date.now() < late || looks < LEAST_LOOKS);
    return false;
  }

  async check(before) {
    const { maySlow } = this.troubles;
    const isSettled = await this.settled(maySlow ? 800 : 10_000);
    this.view = await this.look();
    this.must(isSettled || maySlow, `still busy after 10 s: ${this.view.busy.join(' ')} ${[...this.requests.underWay.keys()].map((request) => request.url()).join(', ')}`);
    const found = faultsOf(this.view, { isOdd: this.isOdd(this.view), isHostile: this.troubles.isHostile, isWaiting: !isSettled });
    this.tally.checked += 8;
    for (const words of found) this.must(false, words);
    if (!before.dialogs.length && this.view.dialogs.length) this.opener = before.isNowhereFocused ? null : this.view.address;
    const isClosed = before.dialogs.length && !this.view.dialogs.length && before.address === this.view.address;
    if (isClosed) this.mustHaveFocus(this.view, before.dialogs.at(-1));
    this.must(this.requests.doubled().length === 0, `asked twice at a time: ${this.requests.doubled().join(', ')}`);
    this.must(this.faults.length === 0, this.faults.splice(0).join(' | '));
    if (this.step % 20 === 0) await this.checkAround();
    await this.picture;
  }

  /** What is not worth asking at every step. */
  async checkAround() {
    const reports = await this.demo.reported();
    this.must(reports.length === 0, reports.join(' | '));
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const nodes = metrics.find(({ name }) => name === 'Nodes').value;
    this.tally.mostNodes = Math.max(this.tally.mostNodes, nodes);
    this.must(nodes < MOST_NODES, `${nodes} nodes`);
  }

  async play(step) {
    this.step = step;
    const chance = (this.chance = new Chance(this.seed, step));
    const act = chance.weighed(ACTS);
    Object.assign(this, { doing: act.name, did: '' });
    const view = (this.view ??= await this.look());
    this.tally.act(act.name);
    let missed = '';
    try {
      this.did = await act.play({ soak: this, chance, page: this.page, view });
    } catch (error) {
      if (this.page.isClosed()) throw error;
      if (error instanceof Missed) {
        missed = error.message;
        this.tally.miss(`${act.name}: ${missed}`);
      } else this.must(false, error.message);
    }
    if (process.env.SAY) console.log(`${step} ${act.name}: ${this.did ?? ''} ${view.address}${missed && ` (${missed})`}`);
    await this.check(view);
  }

  /** What is held on a page without figures, when nothing is wrong. */
  async sample() {
    Object.assign(this, { doing: 'a sample', did: '' });
    await this.troubles.end();
    await this.page.setViewportSize({ width: 1440, height: 900 });
    await this.page.evaluate(() => { location.hash = '#/nowhere'; });
    await this.page.keyboard.press('Escape');
    this.must(await this.settled(70_000), 'a page without figures is still busy');
    this.tally.samples.push(await held(this.page, this.devtools));
    this.view = await this.look();
  }

  judgeGrowth() {
    for (const words of this.tally.grown(MAY_GAIN)) this.must(false, words);
  }
}
