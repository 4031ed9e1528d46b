// What a campaign's page shows beside what the API says of it at the same instant: simulated time stands still between.

import { putRight } from './putting_right.mjs';

/** Runs in the page. */
function tiles() {
  const text = (tile, part) => tile.querySelector(part)?.textContent.trim() ?? '';
  return Object.fromEntries([...document.querySelectorAll('.tile[data-key]')].map((tile) => [tile.dataset.key, { value: text(tile, '.tile-value'), sub: text(tile, '.tile-sub') }]));
}

/** A figure in full, such as "4,812"; NaN for anything else. */
const whole = (text = '') => (/^\d{1,3}(,\d{3})*$/.test(text) ? Number(text.replaceAll(',', '')) : NaN);

/** "3,055 of 4,812" or, where nothing is known to be final, "of 4,812 contacts". */
const SHARE = /^(?:([\d,]+) )?of ([\d,]+)(?: contacts)?$/;
const PERCENT = /^\d+(\.\d)?%$/;
const FINAL = ['completed', 'exhausted', 'amd_machine', 'abandoned', 'window_closed', 'manual_stopped'];

/** Reads the campaign again and compares; the recorded one contradicts itself, which is what it is kept for. */
export async function agrees({ soak, page, view }) {
  const id = /^#\/campaigns\/(cmp_\w+)/.exec(view.address)?.[1];
  if (!id || id === 'cmp_recorded' || !(await putRight(soak))) return 'not here';
  await page.keyboard.press('r');
  if (!(await soak.settled(6000))) return 'busy';
  const shown = await page.evaluate(tiles);
  const { campaign, counts, attempts } = await soak.demo.snapshot(id);
  // A draft has nothing to count yet.
  if (campaign.status === 'draft') return `${id}, a draft`;
  const { progress, completed, answer_rate: rate } = shown;
  const must = (holds, words) => soak.must(holds, `${id}: ${words}`);
  const sum = (values) => values.reduce((sum, each = 0) => sum + each, 0);
  must(sum(Object.values(counts.by_status)) === counts.total, `the statuses sum to ${sum(Object.values(counts.by_status))}, not ${counts.total}`);
  const [, final, total] = SHARE.exec(progress?.sub ?? '') ?? [];
  must(whole(total) === counts.total, `Progress says “${progress?.sub}”, of ${counts.total}`);
  const ended = sum(FINAL.map((status) => counts.by_status[status]));
  must(whole(final) === ended, `Progress says “${progress?.sub}”, where ${ended} are final`);
  must(whole(completed?.value) === (counts.by_status.completed ?? 0), `Completed says “${completed?.value}”, not ${counts.by_status.completed}`);
  must(attempts.answered <= attempts.finished, `${attempts.answered} answered of ${attempts.finished}`);
  const said = rate?.value ?? '';
  const exact = (100 * attempts.answered) / attempts.finished;
  // What is not complete does not look complete.
  const most = exact < 100 ? 99.9 : 100;
  if (attempts.finished === 0) must(said === '—', `a rate of no attempts: “${said}”`);
  else must(PERCENT.test(said) && Math.abs(Number.parseFloat(said) - Math.min(exact, most)) <= 0.051, `Answer rate says “${said}”, for ${attempts.answered} of ${attempts.finished}`);
  soak.tally.proof('figures agree');
  return id;
}
