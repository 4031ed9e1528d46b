// A real system's recording: it reports little, and what it reports contradicts itself.
import { expect, test } from './demo.js';
import { LivePage, RECORDED } from './live_page.js';

test('what the recording does not report is said to be not reported, never 0', async ({ page, demo }) => {
  const snapshot = await demo.snapshot(RECORDED);
  const live = await new LivePage(page).open(RECORDED);
  await expect(live.title).toHaveText(snapshot.campaign.name);
  for (const tile of ['Answer rate', 'Spend']) {
    await expect(live.tile(tile)).toContainText('Not reported');
    await expect(live.tile(tile)).not.toContainText(/\b0\b/);
  }
  await expect(page.getByText('Not reported by this API').first()).toBeVisible();
  await expect(live.tile('Goal progress')).toHaveCount(0);
});

test('146 of 156 is shown with the contradiction marked', async ({ page }) => {
  const live = await new LivePage(page).open(RECORDED);
  const progress = live.tile('Progress');
  await expect(progress).toContainText('146 of 156');
  await expect(progress).toContainText('13.3%');
  await expect(progress).toContainText('Figures contradict each other');
  await expect(live.figures.getByText(/disagree/)).toBeVisible();
  await expect(live.figures.getByRole('listitem').filter({ hasText: /13\.3%/ })).toContainText('93.6%');
});

test('every row keeps the words that were recorded', async ({ page, demo }) => {
  const { items, page: info } = await demo.read(`/campaigns/${RECORDED}/tasks`);
  const live = await new LivePage(page).open(RECORDED);
  await expect(live.rows).toHaveCount(items.length);
  await expect(live.tasks).toContainText(`of ${info.total}`);
  for (const [index, task] of items.entries()) {
    if (task.disposition) await expect(live.rows.nth(index)).toContainText(task.disposition);
  }
});

test('nothing can be done to a recording, and it says why', async ({ page, demo }) => {
  const { actions } = await demo.snapshot(RECORDED);
  await new LivePage(page).open(RECORDED);
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(pause).toHaveAttribute('aria-disabled', 'true');
  await expect(pause).toHaveAccessibleDescription(new RegExp(actions.find((action) => action.name === 'pause').reason.slice(0, 20)));
});

test('the recording prints no invented figure', async ({ page }) => {
  const live = await new LivePage(page).open(RECORDED);
  await expect(live.title).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/NaN|undefined|\bnull\b|Infinity/);
});
