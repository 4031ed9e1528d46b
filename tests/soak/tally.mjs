// The figures of a run.

const counted = (counts) => [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', ');
const add = (counts, name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);

/** The page knows its work after a tenth of the run, and not before so many samples. */
const LEARNING = 4;
/** As many come after it, or there is nothing to compare. */
const LEAST_SAMPLES = 2 * LEARNING;

export class Tally {
  constructor() {
    this.steps = 0;
    this.acts = new Map();
    this.faults = new Map();
    this.missed = new Map();
    this.proofs = new Map();
    this.checked = 0;
    this.failures = [];
    this.samples = [];
    this.mostNodes = 0;
    /** Milliseconds: what the machine had left for this. */
    this.longestLook = 0;
  }

  act(name) {
    this.steps += 1;
    add(this.acts, name);
  }

  fault(kind) {
    add(this.faults, kind);
  }

  /** An act that did not come to pass, such as a button that was gone meanwhile. */
  miss(why) {
    add(this.missed, why);
  }

  /** Something was set up and found to hold. */
  proof(what) {
    add(this.proofs, what);
  }

  failed(failure) {
    this.failures.push(failure);
    console.log(`  ✗ ${failure}`);
  }

  /** The first sample of a page that knows its work, and the last. */
  get compared() {
    return [this.samples[Math.max(LEARNING, Math.ceil(this.samples.length / 10))], this.samples.at(-1)];
  }

  /** What was gained between them beyond what it may. */
  grown(may) {
    const [first, last] = this.compared;
    this.isGrowthJudged = this.samples.length >= LEAST_SAMPLES;
    if (!this.isGrowthJudged) return [];
    return Object.entries(may).filter(([key, most]) => last[key] - first[key] > most).map(([key]) => `${key} grew from ${first[key]} to ${last[key]}`);
  }

  report({ seed, minutes, requests }) {
    const [known, last] = this.compared;
    const span = (key, digits) => (known ? `at first ${this.samples[0][key].toFixed(digits)}; ${known[key].toFixed(digits)} → ${last[key].toFixed(digits)}, at most ${Math.max(...this.samples.map((sample) => sample[key])).toFixed(digits)}` : '—');
    const rows = [
      ['Seed', seed],
      ['Minutes', minutes.toFixed(1)],
      ['Steps', this.steps.toLocaleString('en-US')],
      ['Invariants checked', this.checked.toLocaleString('en-US')],
      ['Requests of the console', `${requests.total.toLocaleString('en-US')}, at most ${requests.most} at a time`],
      ['Acts', counted(this.acts)],
      ['Faults', `${[...this.faults.values()].reduce((sum, each) => sum + each, 0)}: ${counted(this.faults)}`],
      ['Set up and found to hold', counted(this.proofs) || 'none'],
      ['Acts that came to nothing', counted(this.missed) || 'none'],
      ['Longest look at the page, s', (this.longestLook / 1000).toFixed(1)],
      ['Nodes at most, garbage included', this.mostNodes.toLocaleString('en-US')],
      ['Nodes held', span('nodes', 0)],
      ['Listeners held', span('listeners', 0)],
      ['Script heap, MB', span('heap', 2)],
      ['Module memory, MB', span('wasm', 2)],
      ['Their course', this.samples.filter((_, at) => at % Math.ceil(this.samples.length / 12) === 0).map(({ heap, wasm }) => `${heap.toFixed(1)} / ${wasm.toFixed(1)}`).join(', ')],
      ['Growth', this.isGrowthJudged ? `judged by ${this.samples.length} samples` : `growth not judged: ${this.samples.length} samples, of ${LEAST_SAMPLES} at least`],
      ['Failures', this.failures.length],
    ];
    return [...rows.map(([name, value]) => `| ${name} | ${value} |`), ...this.failures].join('\n');
  }
}
