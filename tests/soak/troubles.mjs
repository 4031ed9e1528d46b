// What happens to the API meanwhile: faults, incidents, time.

/** Kinds without an answer that can be shown. 401 has an act of its own: it ends in a question. */
export const FAILING = ['403', '404', '409', '422', '429', '500', '502html', '503', '504', 'cut', 'truncated', 'garbage', 'empty', 'html200'];
/** Kinds whose answer is odd but usable. `huge` is left to the fault matrix: after ten megabytes the module's memory tells nothing. */
export const ODD = ['wrongtype', 'wrongrow', 'wrongblock', 'unknownenum', 'nulls', 'nullsdeep', 'absent', 'absentdeep', 'extra', 'hostile', 'numbers', 'skew', 'contradictory'];
/** Kinds that take time. */
export const TIMED = ['slow', 'late', 'hang', 'stall'];

/** Parts of the API; whatever is under one fails with it. */
const PATHS = ['/', '/campaigns', '/calls', '/jobs', '/records', '/live', '/live/calls', '/live/jobs', '/live/runtime', '/spinners', '/failures', '/duplicates', '/retries', '/find'];

const INCIDENTS = ['pool_exhausted', 'carrier_burst', 'answer_rate_collapse', 'permits_taken', 'carrier_outage', 'bad_numbers'];
const RUN_TROUBLES = ['stalled', 'slow_ai', 'ai_timeouts', 'human_wait', 'external_wait', 'second_run'];
const CAMPAIGNS_IN_TROUBLE = ['cmp_8f3k2q', 'cmp_1a9ze'];

/** The demo API, and what is wrong with it now. */
export class Troubles {
  constructor(demo, tally) {
    this.demo = demo;
    this.tally = tally;
    this.faults = [];
    /** Whether figures on screen may be odd ones: until the page is read anew after the fault. */
    this.isOdd = false;
    /** Whether texts on screen may be hostile ones, words of a program among them: as long. */
    this.isHostile = false;
    /** Until when an answer may be on its way for long. */
    this.slowUntil = 0;
  }

  get areOver() {
    return this.faults.length === 0;
  }

  get maySlow() {
    return Date.now() < this.slowUntil;
  }

  /** Nothing on screen is of a fault any more. */
  areForgotten() {
    this.isOdd = false;
    this.isHostile = false;
  }

  async begin(chance) {
    const mode = chance.weighed([{ word: 'fault', weight: 5 }, { word: 'flaky', weight: 3 }, { word: 'refuse', weight: 2 }]).word;
    const kinds = chance.weighed([{ of: FAILING, weight: 6 }, { of: ODD, weight: 4 }, { of: TIMED, weight: 1 }]).of;
    const [path, kind] = [chance.of(PATHS), chance.of(kinds)];
    await this.fail(path, mode, kind);
    return `${mode}-${kind} under ${path}`;
  }

  async fail(path, mode, kind) {
    await this.demo.control(`fail?path=${path}&kind=${mode}-${kind}`);
    this.faults.push({ path, mode, kind });
    this.tally.fault(kind);
    if (ODD.includes(kind)) this.isOdd = true;
    if (kind === 'hostile') this.isHostile = true;
    if (TIMED.includes(kind)) this.slowUntil = Infinity;
  }

  async end() {
    await this.demo.control('heal');
    this.areEnding();
  }

  async reset() {
    await this.demo.control('reset');
    this.areEnding();
  }

  areEnding() {
    this.faults = [];
    // What hangs is given up by the console's own limit.
    if (this.slowUntil === Infinity) this.slowUntil = Date.now() + 70_000;
  }

  /** Nothing is on its way any more. */
  areSettled() {
    if (this.areOver) this.slowUntil = 0;
  }

  pass(seconds) {
    return this.demo.advance(seconds);
  }

  /** An incident. One that does not fit the moment is refused, and is none. */
  async incident(chance) {
    const order = chance.weighed([
      { weight: 3, path: `scenario?campaign=${chance.of(CAMPAIGNS_IN_TROUBLE)}&name=${chance.of(INCIDENTS)}` },
      { weight: 2, path: `scenario?job=job_2f10c&name=${chance.of(RUN_TROUBLES)}` },
      { weight: 1, path: `runtime?status=${chance.of(['down', 'running'])}` },
      { weight: 1, path: `plan?used=${chance.of([1, 200, 412])}` },
      { weight: 1, path: `retry?outcome=${chance.of(['errors', 'good', 'usual'])}` },
    ]).path;
    const answer = await fetch(new URL(`demo/${order}`, this.demo.address), { method: 'POST' });
    await answer.arrayBuffer();
    return order;
  }
}
