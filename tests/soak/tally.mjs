// The figures of a run.

const counted = (counts) => [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', ');
const add = (counts, name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);

/** With fewer there is nothing to compare. */
const LEAST_SAMPLES = 4;

export class Tally {
  constructor() {
    this.steps = 0;
    this.acts = new Map();
    this.faults = new Map();
    this.missed = new Map();
    this.checked = 0;
    this.failures = [];
    this.samples = [];
    this.mostNodes = 0;
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

  failed(failure) {
    this.failures.push(failure);
    console.log(`  ✗ ${failure}`);
  }

  /** What was gained since the page knew its work, a tenth of the run: beyond what it may. */
  grown(may) {
    const [first, last] = [this.samples[Math.ceil(this.samples.length / 10)], this.samples.at(-1)];
    this.isGrowthJudged = this.samples.length >= LEAST_SAMPLES;
    if (!this.isGrowthJudged) return [];
    return Object.entries(may).filter(([key, most]) => last[key] - first[key] > most).map(([key]) => `${key} grew from ${first[key]} to ${last[key]}`);
  }

  report({ seed, minutes, requests }) {
    const [first, known, last] = [this.samples[0], this.samples[Math.ceil(this.samples.length / 10)], this.samples.at(-1)];
    const span = (key, digits) => (known ? `${first[key].toFixed(digits)}, after a tenth ${known[key].toFixed(digits)} → ${last[key].toFixed(digits)}, at most ${Math.max(...this.samples.map((sample) => sample[key])).toFixed(digits)}` : '—');
    const rows = [
      ['Seed', seed],
      ['Minutes', minutes.toFixed(1)],
      ['Steps', this.steps.toLocaleString('en-US')],
      ['Invariants checked', this.checked.toLocaleString('en-US')],
      ['Requests of the console', `${requests.total.toLocaleString('en-US')}, at most ${requests.most} at a time`],
      ['Acts', counted(this.acts)],
      ['Faults', `${[...this.faults.values()].reduce((sum, each) => sum + each, 0)}: ${counted(this.faults)}`],
      ['Acts that came to nothing', counted(this.missed) || 'none'],
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
