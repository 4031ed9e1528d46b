// The figures that the page paints before the module is there are those that the module shows.
import { firstFigures } from '../../public/first_figures.mjs';
import { test, expect } from './demo.js';

const shown = (page) =>
  page.getByRole('group', { name: 'Key figures' }).getByRole('group').evaluateAll((tiles) =>
    tiles.map((tile) => [tile.ariaLabel, tile.querySelector('.tile-value').textContent]));

test('every campaign: the figures painted early are the ones that follow, or none', async ({ page, demo }) => {
  test.setTimeout(90_000);
  const { items } = await (await page.request.get(`${demo.address}api/campaigns?limit=200`)).json();
  const painted = [];
  for (const { id, name } of items) {
    const early = firstFigures(await (await page.request.get(`${demo.address}api/campaigns/${id}/snapshot`)).json(), 'en-US');
    if (!early) continue;
    painted.push(id);
    await page.goto(`/#/campaigns/${id}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    expect(await shown(page), id).toEqual(early.map(([label, figure]) => [label, figure]));
  }
  expect(painted.length, 'campaigns whose figures are plain').toBeGreaterThan(items.length / 3);
});

const PLAIN = {
  campaign: { status: 'running' },
  counts: { total: 10, by_status: { pending: 4, completed: 6 } },
  attempts: { finished: 20, answered: 5, completed: 6, talk_seconds: 600 },
  cost: { total: { amount: 12.5, currency: 'USD' } },
};

test('what is not plain is left to the module', () => {
  expect(firstFigures(PLAIN, 'en-US')).toContainEqual(['Progress', '60.0%']);
  const altered = (change) => {
    const snapshot = structuredClone(PLAIN);
    change(snapshot);
    return firstFigures(snapshot, 'en-US');
  };
  for (const change of [
    (s) => (s.campaign.status = 'draft'),
    (s) => (s.campaign.status = 'asleep'),
    // As JSON has them: -0 and 1e400.
    (s) => (s.attempts.answered = -0),
    (s) => (s.attempts.talk_seconds = Infinity),
    (s) => (s.cost.total.amount = Infinity),
    (s) => (s.counts.by_status.teleported = 0),
    (s) => (s.counts.by_status.pending = '4'),
    (s) => (s.counts.by_status.pending = -4),
    (s) => (s.counts.total = 11),
    (s) => (s.counts.progress = null),
    (s) => (s.attempts.answer_rate = 0.4),
    (s) => delete s.attempts.finished,
    (s) => (s.attempts.talk_seconds = '600'),
    (s) => (s.cost.total.currency = 'dollars'),
    (s) => (s.cost = null),
    (s) => (s.goal = null),
    (s) => (s.counts = []),
  ]) {
    expect(altered(change), String(change)).toBeNull();
  }
  expect(firstFigures(null)).toBeNull();
  expect(firstFigures([])).toBeNull();
});

test('with a module that does not come the figures stand in the skeleton, and the page says so', async ({ page }) => {
  await page.route(/\/module-[^/]+\.wasm$|_bg\.wasm$/, (route) => route.abort());
  await page.goto('/#/campaigns/cmp_8f3k2q');
  await expect(page.getByRole('alert')).toContainText('The console did not load.');
  const strip = page.getByRole('region', { name: 'Key figures' });
  await expect(strip.getByRole('group', { name: 'Progress', exact: true })).toContainText(/^Progress\d+\.\d%$/);
});
