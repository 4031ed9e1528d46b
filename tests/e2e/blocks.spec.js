// "Only if" is part of a requirement: a block whose condition is false is absent, not empty.
import { count, expect, test } from './demo.js';
import { LivePage } from './live_page.js';

const isPresent = async (locator) => (await locator.count()) > 0;

/** Each conditional block: what the API must say for it, and where it would be on the page. */
const BLOCKS = {
  goal: [(s) => Boolean(s.goal) && s.campaign.status !== 'draft', (live) => live.tile('Goal progress')],
  callbacks: [(s) => Boolean(s.callbacks), (live) => live.figures.getByText(/Callbacks/)],
  dispatch: [(s) => Boolean(s.dispatch), (live) => live.dispatch],
  'number pool': [(s) => Boolean(s.numbers?.items.length), (live) => live.pool],
  'paused banner': [(s) => s.campaign.status === 'paused' && Boolean(s.campaign.pause?.at), (live) => live.paused],
  'blocker badges': [(s) => Boolean(s.dispatch?.blockers?.some((b) => b.count > 0)), (live) => live.dispatch.getByRole('region', { name: /blocker codes/ })],
  hints: [(s) => Boolean(s.dispatch?.hints?.length), (live) => live.dispatch.getByRole('region', { name: 'Hints' })],
  'capacity debug': [(s) => s.dispatch?.capacity_debug !== undefined, (live) => live.dispatch.getByText(/Capacity debug/)],
  forecast: [(s) => Boolean(s.dispatch?.forecast?.length), (live) => live.dispatch.getByRole('region', { name: /become callable/ })],
  'budget of the spend tile': [(s) => Boolean(s.cost?.budget), (live) => live.tile('Spend').getByText(/ of \$/)],
};

test('each conditional block is there when its condition holds and absent when not', async ({ page, demo }) => {
  test.setTimeout(90_000);
  const seen = Object.fromEntries(Object.keys(BLOCKS).map((name) => [name, new Set()]));
  for (const { id, name } of (await demo.read('/campaigns?size=200')).items) {
    const snapshot = await demo.snapshot(id);
    const live = await new LivePage(page).open(id);
    await expect(live.title).toHaveText(name);
    await expect(page.getByText(/^Updated \d\d/).first()).toBeVisible();
    for (const [block, [holds, where]] of Object.entries(BLOCKS)) {
      const wanted = holds(snapshot);
      seen[block].add(wanted);
      expect.soft(await isPresent(where(live)), `${block} of ${id}`).toBe(wanted);
    }
  }
  for (const [block, values] of Object.entries(seen)) expect.soft([...values].sort(), `${block} was seen both ways`).toEqual([false, true]);
});

test('a manual pause without a time shows no paused banner, only the status', async ({ page }) => {
  const live = await new LivePage(page).open('cmp_recorded_paused');
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
  await expect(live.paused).toHaveCount(0);
  await expect(live.verdict).toContainText(/paused/i);
});

test('the verdict, the waterfall and the status badges add up to what the API says', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  const { counts, dispatch } = await demo.snapshot('cmp_8f3k2q');
  const badges = live.dispatch.getByRole('region', { name: 'Tasks by status' }).getByRole('button');
  const shown = await badges.allTextContents();
  const sum = shown.map((text) => Number(/([\d,]+)\s*$/.exec(text)[1].replaceAll(',', ''))).reduce((a, b) => a + b, 0);
  expect(sum).toBe(counts.total);
  await expect(live.tasks).toContainText(`${count(counts.total)} in total`);
  await expect(live.verdict).toContainText(`all ${dispatch.capacity.lines_in_use} pool lines are in use`);
});

test('a rate without a denominator shows a dash, never 0%', async ({ page, demo }) => {
  const untouched = (await demo.read('/campaigns?status=scheduled')).items[0];
  const { attempts } = await demo.snapshot(untouched.id);
  expect(attempts?.finished ?? 0, 'this campaign has not dialed').toBe(0);
  const live = await new LivePage(page).open(untouched.id);
  await expect(live.tile('Answer rate')).toContainText('—');
  await expect(live.tile('Avg duration')).toContainText('—');
  await expect(live.figures).not.toContainText(/NaN|∞|undefined|null/);
});
