// What the refreshes of a session say together: each trouble in its words within two refreshes,
// and nothing at all about a campaign that is well.
import { expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const HEALTHY = 'cmp_1a9ze';
const MINUTE = 60;

/** Each trouble of the demo, where, the sentence that it must raise, and where the page then leads. */
const TROUBLES = {
  pool_exhausted: { id: HEALTHY, says: /^Capacity is blocked: .+ while /, leads: /^See the / },
  carrier_burst: { id: HEALTHY, says: /^Failures rise quickly: \d+ of \d+ dials .* ended in a carrier failure\. Look at blocker codes and provider errors before scaling up\./, leads: /^See the [\d,]+ under carrier error/ },
  answer_rate_collapse: { id: RUNNING, says: /^The answer rate drops: (\+[\d ]+ has|\+[\d ]+ and \+[\d ]+ have) almost no answers now\./, leads: /^See the number pool/ },
};

const signals = (page) => page.getByRole('region', { name: 'Signals of this session' }).locator('.note');

/** Refreshes so often, a simulated minute apart; the signs that each refresh shows. */
async function watched(live, demo, refreshes, seconds = MINUTE) {
  const seen = [];
  for (let refresh = 0; refresh < refreshes; refresh += 1) {
    const before = await live.updated.textContent();
    await demo.advance(seconds);
    await live.refreshed();
    await expect(live.updated).not.toHaveText(before);
    seen.push(await signals(live.page).allTextContents());
  }
  return seen;
}

for (const [trouble, { id, says, leads }] of Object.entries(TROUBLES)) {
  test(`${trouble} of ${id} is told within two refreshes, with its evidence and where to look`, async ({ page, demo }) => {
    const live = await new LivePage(page).open(id);
    expect((await watched(live, demo, 4)).flat(), 'nothing before the trouble').toEqual([]);
    await demo.trouble(id, trouble);
    await watched(live, demo, 2);
    const sign = signals(page).filter({ hasText: says });
    await expect(sign).toHaveCount(1);
    await expect(sign).toContainText(/Since \d\d:\d\d:\d\d CST\./);
    await expect(sign.getByRole('button', { name: leads })).toBeVisible();
  });
}

test('the numbers that a sign names are the ones that are no longer answered', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  await watched(live, demo, 4);
  const before = (await demo.snapshot(RUNNING)).numbers.items;
  await demo.trouble(RUNNING, 'answer_rate_collapse');
  await watched(live, demo, 3);
  const after = (await demo.snapshot(RUNNING)).numbers.items;
  const dialed = after.map((number, at) => ({ number: number.number, finished: number.finished - before[at].finished, answered: number.answered - before[at].answered }));
  const silent = dialed.filter((number) => number.finished >= 10 && number.answered / number.finished < 0.1).map((number) => number.number);
  expect(silent.length, 'the trouble has silenced two numbers').toBe(2);
  const told = (await signals(page).filter({ hasText: /^The answer rate drops/ }).textContent()).replaceAll(' ', '');
  for (const { number } of dialed) expect(told.includes(number), number).toBe(silent.includes(number));
});

test('a sign leads to what it is about', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  await watched(live, demo, 4);
  await demo.trouble(RUNNING, 'carrier_burst');
  await watched(live, demo, 2);
  await signals(page).getByRole('button', { name: /^See the [\d,]+ under carrier error/ }).click();
  await expect(page).toHaveURL(/blocker=carrier_error/);
  const { page: found } = await demo.read(`/campaigns/${RUNNING}/tasks?blocker=carrier_error`);
  await expect(live.tasks).toContainText(`of ${found.total.toLocaleString('en-US')} tasks`);
});

test('a sign goes when the trouble is over, and is forgotten with the page', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  await watched(live, demo, 4);
  await demo.trouble(RUNNING, 'carrier_burst');
  await watched(live, demo, 2);
  await expect(signals(page)).not.toHaveCount(0);
  await page.reload();
  await expect(live.title).toBeVisible();
  await expect(live.section('Activity')).toBeVisible();
  await expect(signals(page), 'one snapshot says nothing of growth').toHaveCount(0);
  await demo.advance(30 * MINUTE);
  await live.refreshed();
  const later = await watched(live, demo, 4);
  expect(later.at(-1).filter((sign) => /^Failures/.test(sign))).toEqual([]);
});

// The rules themselves watch it minute by minute in a native test.
test('the healthy campaign raises none in 30 minutes', async ({ page, demo }) => {
  test.setTimeout(90_000);
  const live = await new LivePage(page).open(HEALTHY);
  const before = (await demo.snapshot(HEALTHY)).attempts.finished;
  expect((await watched(live, demo, 10, 3 * MINUTE)).flat()).toEqual([]);
  expect((await demo.snapshot(HEALTHY)).attempts.finished, 'it has dialed meanwhile').toBeGreaterThan(before + 100);
});
