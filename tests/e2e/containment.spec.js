// Holding a campaign back: what the dialog foretells, and what the following snapshots show.
import { expect, test } from './demo.js';
import { dialogOf, figure, later, sent } from './containment_dialog.js';
import { LivePage, RUNNING } from './live_page.js';

const HEALTHY = 'cmp_1a9ze';
const MINUTE = 60;

/** Lines that a campaign at its limit may be short of it, between two dials. */
const LINES = 2;
/** Points by which the answer rate of an hour may differ from the one foretold. */
const POINTS = 5;

for (const limit of [24, 12]) {
  test(`a concurrency of ${limit}: the lines foretold are the lines in use`, async ({ page, demo }) => {
    const live = await new LivePage(page).open(RUNNING);
    const now = await demo.snapshot(RUNNING);
    await live.action('Lower concurrency…').click();
    const { dialog, amount, row, confirm } = dialogOf(page);
    await amount.fill(String(limit));
    const { capacity } = now.dispatch;
    expect(await row('Concurrency')).toEqual([String(capacity.concurrency.limit), String(limit)]);
    expect(await row('Lines in use')).toEqual([String(capacity.lines_in_use), String(limit)]);
    expect(await row('Smallest limit')).toEqual(['Number pool', 'Concurrency']);
    await expect(dialog).toContainText(`Lines in use drop ${capacity.lines_in_use} → ${limit} as calls end`);
    expect(await sent(page, confirm(`Set to ${limit}`))).toMatchObject({ action: 'set_concurrency', concurrency: limit });
    await expect(dialog).toBeHidden();

    let before = capacity.lines_in_use;
    for (let step = 0; step < 4; step += 1) {
      const { dispatch } = await later(live, demo, RUNNING, 3 * MINUTE);
      expect(dispatch.calling_now, 'no call is cut and none is added').toBeLessThanOrEqual(Math.max(before, limit));
      before = dispatch.calling_now;
    }
    expect(before).toBeGreaterThanOrEqual(limit - LINES);
    expect(before).toBeLessThanOrEqual(limit);
    await expect(live.verdict.getByRole('listitem').filter({ hasText: /^Concurrency/ })).toHaveText(new RegExp(`^Concurrency \\(decides now\\)${limit}`));
    await expect(live.section('Activity')).toContainText(`Concurrency 60 → ${limit}`);
    await live.section('Campaign timeline').scrollIntoViewIfNeeded();
    await expect(live.section('Campaign timeline').getByRole('listitem').filter({ hasText: `Concurrency 60 → ${limit}` })).toBeVisible();
  });
}

test('a finish that moves behind the close of the window is foretold, and then told', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  await live.action('Lower concurrency…').click();
  const { amount, row, confirm } = dialogOf(page);
  await amount.fill('8');
  expect((await row('Likely done'))[1]).toContain('after the window closes');
  await sent(page, confirm('Set to 8'));
  await later(live, demo, RUNNING, 45 * MINUTE);
  await expect(page.getByRole('listitem').filter({ hasText: /^Not done when the window closes/ })).toBeVisible();
});

test('more lines are foretold as well', async ({ page, demo }) => {
  const live = await new LivePage(page).open(HEALTHY);
  const { concurrency } = (await demo.snapshot(HEALTHY)).campaign;
  await live.action('Lower concurrency…').click();
  const { dialog, amount, row, confirm } = dialogOf(page);
  await amount.fill(String(concurrency + 4));
  expect(await row('Lines allowed')).toEqual([String(concurrency), String(concurrency + 4)]);
  await expect(dialog).toContainText(`It may use 4 more lines, ${concurrency + 4} in all.`);
  await sent(page, confirm(`Set to ${concurrency + 4}`));
  const { dispatch } = await later(live, demo, HEALTHY, 5 * MINUTE);
  expect(dispatch.calling_now).toBeGreaterThan(concurrency);
  expect(dispatch.calling_now).toBeLessThanOrEqual(concurrency + 4);
});

/** Removes a number: its figures in the dialog, and how the pool then does. */
async function removed({ page, demo, live, button, number, lines }) {
  await button.click();
  const { dialog, row, confirm } = dialogOf(page);
  await expect(dialog).toHaveAccessibleName(new RegExp(number.replaceAll('+', '\\+')));
  const now = await demo.snapshot(RUNNING);
  const wanted = now.numbers.items.find((item) => item.number === number.replaceAll(' ', ''));
  const sum = (key) => now.numbers.items.filter((item) => item !== wanted).reduce((total, item) => total + item[key], 0);
  const rate = (100 * sum('answered')) / sum('finished');
  expect((await row('Pool answer rate')).map(figure)[1]).toBeCloseTo(rate, 1);
  expect(await row('Pool lines')).toEqual(lines.map(String));
  expect(await sent(page, confirm('Remove from pool'))).toMatchObject({ action: 'remove_number', number_id: wanted.id });
  const cells = live.pool.getByRole('row').filter({ hasText: number });
  await expect(cells).toContainText('Removed');
  await expect(cells.getByRole('button')).toHaveCount(0);
  await expect(live.section('Activity')).toContainText(/removed/i);
  return { id: wanted.id, rate };
}

test('numbers removed one by one: the pool carries and answers what was foretold', async ({ page, demo }) => {
  test.setTimeout(60_000);
  const live = await new LivePage(page).open(RUNNING);
  const flagged = (number) => live.pool.getByRole('button', { name: `Remove ${number}…` });
  await removed({ page, demo, live, button: flagged('+1 312 555 0109'), number: '+1 312 555 0109', lines: [36, 36] });
  await removed({ page, demo, live, button: flagged('+1 414 555 0121'), number: '+1 414 555 0121', lines: [36, 36] });
  await live.pool.getByText('When the answer rate craters').click();
  const worst = live.pool.getByRole('button', { name: 'Remove the worst number…' });
  const { id, rate } = await removed({ page, demo, live, button: worst, number: '+1 614 555 0133', lines: [36, 30] });

  const settled = await later(live, demo, RUNNING, 12 * MINUTE);
  expect(settled.dispatch.calling_now).toBeGreaterThanOrEqual(30 - LINES);
  expect(settled.dispatch.calling_now).toBeLessThanOrEqual(30);
  await expect(live.verdict).toContainText('all 30 pool lines are in use');
  const after = await later(live, demo, RUNNING, 60 * MINUTE);
  const grown = (key) => after.attempts[key] - settled.attempts[key];
  const answers = (100 * grown('answered')) / grown('finished');
  expect(Math.abs(answers - rate), `${answers}% for ${rate}%`).toBeLessThan(POINTS);
  const dialed = (snapshot) => snapshot.numbers.items.find((item) => item.id === id).attempts;
  expect(dialed(after), 'it dials no more').toBe(dialed(settled));
});
