// What a campaign's page shows beside what the API says of it at the same instant: simulated time stands still between.

const count = (value) => value.toLocaleString('en-US');

function tiles() {
  const text = (tile, part) => tile.querySelector(part)?.textContent.trim() ?? '';
  return Object.fromEntries([...document.querySelectorAll('.tile[data-key]')].map((tile) => [tile.dataset.key, { value: text(tile, '.tile-value'), sub: text(tile, '.tile-sub') }]));
}

/** Reads the campaign again and compares; the recorded one contradicts itself, which is what it is kept for. */
export async function agrees({ soak, page, view }) {
  const id = /^#\/campaigns\/(cmp_\w+)/.exec(view.address)?.[1];
  if (!id || id === 'cmp_recorded' || !soak.troubles.areOver || soak.isOdd(view) || view.dialogs.length) return 'not here';
  await page.keyboard.press('r');
  if (!(await soak.settled(6000))) return 'busy';
  const shown = await page.evaluate(tiles);
  const { counts, attempts } = await soak.demo.snapshot(id);
  const must = (holds, words) => soak.must(holds, `${id}: ${words}`);
  const sum = Object.values(counts.by_status).reduce((sum, each) => sum + each, 0);
  must(sum === counts.total, `the statuses sum to ${sum}, not ${counts.total}`);
  must(shown.progress?.sub.includes(`of ${count(counts.total)}`), `Progress says ${shown.progress?.sub}, of ${counts.total}`);
  must(shown.completed?.value.startsWith(count(counts.by_status.completed ?? 0)), `Completed says ${shown.completed?.value}, not ${counts.by_status.completed}`);
  must(attempts.answered <= attempts.finished, `${attempts.answered} answered of ${attempts.finished}`);
  const rate = shown.answer_rate?.value ?? '';
  if (attempts.finished === 0) must(rate.startsWith('—'), `a rate of no attempts: ${rate}`);
  else must(Math.abs(Number.parseFloat(rate) - (100 * attempts.answered) / attempts.finished) <= 0.051, `Answer rate says ${rate}, for ${attempts.answered} of ${attempts.finished}`);
  return id;
}
