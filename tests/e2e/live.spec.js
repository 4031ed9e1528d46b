import { count, expect, test } from './demo.js';
import { LivePage, PAUSED_BY_BREAKER, RUNNING } from './live_page.js';

const TILES = ['Progress', 'Active', 'Completed', 'Failed', 'Pending', 'Answer rate', 'Avg duration', 'Spend', 'Goal progress'];
const COLUMNS = ['Contact', 'Phone', 'From', 'Status', 'Blocker', 'Disposition', 'Attempts', 'System retries', 'Duration', 'Score', 'Last attempted', 'Debug'];

test('the header names the campaign, its status and the age of the figures', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.title).toHaveCount(1);
  await expect(page).toHaveTitle(/Q4 policy renewals/);
  await expect(page.getByRole('main').getByText('Running', { exact: true }).first()).toBeVisible();
  await expect(live.updated).toHaveText(/CST/);
  await expect(page.getByText(/\bago\b/).first()).toBeVisible();
  await expect(page.getByText(RUNNING, { exact: true }).first()).toBeVisible();
});

test('the status explains itself', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.title).toBeVisible();
  await page.getByRole('main').getByText('Running', { exact: true }).first().hover();
  await expect(page.getByText(/the dialer may pick/i).first()).toBeVisible();
});

test('the key figures stand in their order and agree with the API', async ({ page, demo }) => {
  const { counts, attempts, cost } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).openRunning();
  const places = await Promise.all(TILES.map((label) => live.tile(label).boundingBox()));
  expect(places.map((box) => box.x), 'in one row, in order').toEqual(places.map((box) => box.x).sort((a, b) => a - b));

  const of = (...states) => states.reduce((sum, state) => sum + (counts.by_status[state] ?? 0), 0);
  const final = of('completed', 'exhausted', 'abandoned', 'amd_machine', 'window_closed', 'manual_stopped');
  await expect(live.tile('Progress')).toContainText(`${((100 * final) / counts.total).toFixed(1)}%`);
  await expect(live.tile('Progress')).toContainText(`${count(final)} of ${count(counts.total)}`);
  await expect(live.tile('Completed')).toContainText(count(of('completed')));
  await expect(live.tile('Answer rate')).toContainText(`${((100 * attempts.answered) / attempts.finished).toFixed(1)}%`);
  await expect(live.tile('Answer rate')).toContainText(`${count(attempts.answered)} of ${count(attempts.finished)}`);
  await expect(live.tile('Spend')).toContainText(`$${cost.total.amount.toFixed(2)}`);
});

test('a tile says how its figure is made', async ({ page, demo }) => {
  const { attempts } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).openRunning();
  const label = live.tile('Answer rate').getByRole('button', { name: 'Answer rate' });
  await label.focus();
  const tip = page.getByRole('tooltip').filter({ hasText: '÷' });
  await expect(tip).toBeVisible();
  await expect(tip).toContainText(count(attempts.answered));
  await expect(tip).toContainText(count(attempts.finished));
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
});

test('the verdict names the binding limit and the waterfall marks it', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.verdict).toContainText("Why isn't it dialing faster?");
  await expect(live.verdict).toContainText('At its limit: all 36 pool lines are in use.');
  for (const limit of ['Tenant line cap', 'Concurrency', 'Number pool', 'Carrier rate', 'Call window', 'Credits', 'Ready contacts']) {
    await expect(live.verdict).toContainText(limit);
  }
});

test('the paused page says why, since when, and that a person must act', async ({ page }) => {
  const live = await new LivePage(page).open(PAUSED_BY_BREAKER);
  await expect(live.paused).toBeVisible();
  await expect(page.getByText(/27 of 50 attempts failed/).first()).toBeVisible();
  await expect(live.verdict).toContainText("Why isn't it dialing?");
  await expect(live.verdict).toContainText(/paused/i);
  await expect(live.verdict).toContainText('Campaign state');
});

test('the dispatch card answers where the campaign stands', async ({ page, demo }) => {
  const { dispatch } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).openRunning();
  await expect(live.dispatch).toContainText(dispatch.queue_system);
  await expect(live.dispatch).toContainText(dispatch.queue);
  for (const label of ['Available slots (est.)', 'Calling now', 'Queued', 'Credits']) await expect(live.dispatch).toContainText(label);
  const blocked = dispatch.blockers.reduce((sum, blocker) => sum + blocker.count, 0);
  await expect(live.dispatch).toContainText(`sum ${count(blocked)}`);
});

test('a status badge filters the tasks', async ({ page, demo }) => {
  const { counts } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).openRunning();
  await live.dispatch.getByRole('button', { name: /^Exhausted/ }).click();
  await expect(page).toHaveURL(/status=exhausted/);
  await expect(live.tasks).toContainText(`of ${count(counts.by_status.exhausted)} tasks`);
  for (const row of await live.rows.all()) await expect(row).toContainText('Exhausted');
});

test('raw capacity stays folded until asked for', async ({ page, demo }) => {
  const { dispatch } = await demo.snapshot(RUNNING);
  const key = Object.keys(dispatch.capacity_debug)[0];
  const live = await new LivePage(page).openRunning();
  await expect(live.dispatch.getByText(`"${key}"`)).toHaveCount(0);
  await live.dispatch.getByText('Capacity debug (JSON)').first().click();
  await expect(live.dispatch.getByText(`"${key}"`).first()).toBeVisible();
});

test('the tasks table has its columns in order and sticky numbers say so', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  const heads = await live.tasks.getByRole('columnheader').allTextContents();
  const order = COLUMNS.map((column) => heads.findIndex((head) => head.trim().startsWith(column)));
  expect(order, heads.join(' | ')).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  await expect(live.tasks.getByText(/number locked to this contact/i).first()).toBeVisible();
});

test('the number pool shows each number with its rate, and greys small samples', async ({ page, demo }) => {
  const { numbers } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).openRunning();
  const rows = live.pool.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(rows).toHaveCount(numbers.items.length);
  const flagged = numbers.items.filter((number) => number.status === 'spam_flagged');
  await expect(live.pool.getByText('Spam-flagged')).toHaveCount(flagged.length);
});
