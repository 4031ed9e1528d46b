// Samples to medians, and medians to a table.

const quantile = (sorted, share) => {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + ((sorted[low + 1] ?? sorted[low]) - sorted[low]) * (at - low);
};

const spread = (samples) => {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p25: quantile(sorted, 0.25), p75: quantile(sorted, 0.75), samples: samples.length };
};

/**
 * A row of the result. `target` is what the console may take: `{ ratio }` of the reference, or
 * `{ most }` by itself, or `{ atLeast }` of the reference where more is better.
 * `course` is told in the file only.
 */
export function summed({ what, unit, console: own, reference, target, note, course }) {
  const row = { what, unit, console: spread(own), note, course };
  if (reference?.length) {
    row.reference = spread(reference);
    // Of nothing, or of less than before, there is no ratio.
    if (row.reference.median > 0 && row.console.median >= 0) row.ratio = row.console.median / row.reference.median;
  }
  if (target) {
    const { ratio, most, atLeast } = target;
    row.target = target;
    row.met = ratio !== undefined ? row.ratio <= ratio : most !== undefined ? row.console.median <= most : row.ratio >= atLeast;
  }
  return row;
}

const digits = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const figure = (value) => value.toLocaleString('en-US', { maximumFractionDigits: digits(value) });
const shown = ({ median, p25, p75, samples }) => (samples > 1 ? `${figure(median)} (${figure(p25)}–${figure(p75)})` : figure(median));

function aim({ target, met }) {
  if (!target) return '';
  const { ratio, most, atLeast } = target;
  const text = ratio !== undefined ? `≤ ${ratio} ×` : most !== undefined ? `≤ ${figure(most)}` : `≥ ${atLeast} ×`;
  return met ? text : `**${text}**`;
}

/** The table, with the state of the machine it was measured on. */
export function markdown({ at, machine, rows }) {
  const lines = rows.map((row) => {
    const cells = [row.what, row.unit, shown(row.console), row.reference ? shown(row.reference) : '', row.ratio === undefined ? '' : figure(row.ratio), aim(row)];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| | unit | console | by hand | ratio | target |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    `Medians, and the middle half of the samples, of ${at.slice(0, 10)}: Chromium ${machine.browser}, ${machine.threads} threads of ${machine.processor}, load average ${machine.load.join(', ')} in its course. A target in bold is missed.`,
    ...rows.filter((row) => row.note).map((row) => `\n*${row.what}:* ${row.note}`),
  ].join('\n');
}

const FROM = '<!-- bench:from -->';
const TO = '<!-- bench:to -->';

/** The page of the docs with the table between its markers. */
export function intoDocs(text, result) {
  const [from, to] = [text.indexOf(FROM), text.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${FROM} … ${TO}.`);
  return `${text.slice(0, from + FROM.length)}\n${markdown(result)}\n${text.slice(to)}`;
}
