// Live Ops: cards that fail alone, ask at the rate they state and no faster than an API that
// struggles wants, and a list that holds still and leads to the right place.
import { expect, test } from './demo.js';
import { partsAreThere } from './live_page.js';

const CARDS = ['campaigns', 'calls', 'jobs', 'callbacks', 'credits', 'runtime', 'states'];
const card = (page, name) => page.getByRole('region', { name, exact: true });
const tile = (page, name) => page.getByRole('group', { name, exact: true });
const note = (page, name) => page.getByRole('button', { name: `Try now: ${name}` });

/** Opens Live Ops with a clock that only moves when told, and counts what is asked of its cards. */
async function opened(page) {
  const asked = [];
  let underWay = 0;
  const isCard = (request) => request.url().includes('/api/live/');
  page.on('request', (request) => {
    if (!isCard(request)) return;
    underWay += 1;
    asked.push(request.url().split('/').pop());
  });
  const ended = (request) => { if (isCard(request)) underWay -= 1; };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  await page.clock.install();
  await page.goto('/#/live');
  await partsAreThere(page);
  await expect(tile(page, 'Calls on lines')).toContainText('tenant cap');
  const answered = () => expect.poll(() => underWay, { intervals: [5, 10, 20] }).toBe(0);
  await answered();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await answered();
  /** Lets the page's clock run, a second at a time, and every request be answered. */
  const run = async (seconds) => {
    const from = asked.length;
    for (let second = 0; second < seconds; second += 1) {
      await page.clock.runFor(1000);
      await answered();
    }
    return asked.slice(from);
  };
  return { asked, answered, run };
}

const times = (asked, name) => asked.filter((each) => each === name).length;

/** Lets somebody else's window cover the page, or uncovers it. */
const cover = (page, state) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('cards ask at the stated rate, not at all while hidden or held, and catch up', async ({ page }) => {
  test.setTimeout(60_000);
  const { asked, run, answered } = await opened(page);
  expect(asked.slice(0, CARDS.length).sort(), 'each card once at first').toEqual([...CARDS].sort());
  await run(10);
  const minute = await run(60);
  for (const name of CARDS) expect(times(minute, name), `${name} in a minute`).toBe(6);

  await cover(page, 'hidden');
  expect(await run(5), 'nothing while hidden').toEqual([]);
  const before = asked.length;
  await page.clock.runFor(300_000);
  expect(asked.length, 'nothing in five more minutes').toBe(before);
  await cover(page, 'visible');
  const back = await run(1);
  expect(asked.length - before, 'every card on return').toBe(CARDS.length);
  expect([...back].sort()).toEqual([...CARDS].sort());

  const hold = page.getByRole('button', { name: 'Hold cards' });
  await hold.click();
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  expect(await run(25), 'nothing while held').toEqual([]);
  await page.getByRole('button', { name: 'Refresh all' }).click();
  await expect(page.getByRole('button', { name: 'Refresh all' })).not.toHaveAttribute('aria-busy', 'true');
  await answered();
  expect(asked.length - before, 'Refresh all asks though held').toBe(2 * CARDS.length);
  await page.reload();
  await expect(hold, 'remembered for the session').toHaveAttribute('aria-pressed', 'true');
  await expect(tile(page, 'Calls on lines')).toContainText('tenant cap');
  await answered();
  const held = asked.length;
  await hold.click();
  await answered();
  await expect.poll(() => asked.length - held, 'released, they catch up').toBe(CARDS.length);
});

test('a card that fails says so in its place, backs off and recovers; the others go on', async ({ page, demo }) => {
  test.setTimeout(60_000);
  const { run } = await opened(page);
  const calls = tile(page, 'Calls on lines');
  const figure = await calls.locator('.tile-value').textContent();
  await demo.control('fail?path=/live/calls&kind=fault-503');
  await run(11);
  await expect(note(page, 'Calls')).toBeVisible();
  await expect(tile(page, 'Answer rate, last hour')).toContainText('not current');
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText(/Showing \d\d:\d\d:\d\d \w+, \d+ s ago\. HTTP 503\./);
  await expect(calls.locator('.tile-value'), 'the last figure stays').toHaveText(figure);
  await expect(card(page, 'Needs attention')).toContainText(/Calls did not load\. Judged by figures of/);
  for (const name of ['Campaigns', 'Jobs', 'Runtime and carriers', 'Age in state']) await expect(note(page, name)).toHaveCount(0);

  const struggling = await run(100);
  expect(times(struggling, 'calls'), 'Retry-After 30 s, then doubled').toBeLessThanOrEqual(3);
  for (const name of CARDS.filter((each) => each !== 'calls')) expect(times(struggling, name), name).toBe(10);

  await demo.control('reset');
  await note(page, 'Calls').click();
  await expect(note(page, 'Calls')).toHaveCount(0);
  await run(10);
  expect(times(await run(20), 'calls'), 'back at its rate').toBe(2);
});

test('a card that never loaded is said, and the rest of the page stands', async ({ page, demo }) => {
  await demo.control('fail?path=/live/states&kind=fault-500');
  await demo.control('fail?path=/live/jobs&kind=fault-html200');
  await page.goto('/#/live');
  await expect(card(page, 'Age in state')).toContainText('Did not load. HTTP 500.');
  await expect(card(page, 'Needs attention')).toContainText('Age in state did not load. Not checked: tasks over their age limit.');
  await expect(tile(page, 'Jobs running').locator('..')).toContainText('Did not load.');
  await expect(card(page, 'Runtime and carriers')).toContainText('bulk_calls');
  await expect(page.getByRole('link', { name: 'Q4 policy renewals', exact: true })).toBeVisible();
});

test('the list ranks, holds still until told, and leads to the right place', async ({ page, demo }) => {
  const { run } = await opened(page);
  const list = card(page, 'Needs attention');
  const entries = list.getByRole('listitem');
  await expect(entries.first()).toContainText('Critical');
  const severities = await list.locator('.attention-severity').allTextContents();
  const order = severities.map((severity) => ['Critical', 'Warning', 'Notice'].indexOf(severity));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);

  const before = await entries.allTextContents();
  await demo.trouble('cmp_1a9ze', 'pool_exhausted');
  await run(11);
  await expect(list.getByRole('status')).toContainText(/\d changes? since this list\./);
  expect(await entries.allTextContents(), 'nothing moves by itself').toEqual(before);
  await list.getByRole('button', { name: 'Show them' }).click();
  await expect(list).toContainText('Claims outreach is limited');
  await expect(list.getByRole('button', { name: 'Show them' })).toHaveCount(0);

  await list.getByRole('link', { name: 'Number pool: Claims outreach is limited' }).click();
  await expect(page).toHaveURL(/#\/campaigns\/cmp_1a9ze$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claims outreach');
  await expect(page.getByRole('region', { name: 'Number pool health' })).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Live Ops');
  await list.getByRole('link', { name: /^Open tasks: .*Processing$/ }).first().click();
  await expect(page).toHaveURL(/#\/campaigns\/\w+\?status=_processing$/);
  await expect(page.getByRole('region', { name: 'Tasks', exact: true })).toBeVisible();
});

test('nothing is pushed about as the cards come in, one after the other', async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    const where = (source) => source.node?.parentElement?.className + ' > ' + source.node?.className;
    const keep = (entry) => window.shifts.push([entry.value, ...entry.sources.map(where)]);
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [at, name] of [...CARDS].reverse().entries()) {
    await page.route(`**/api/live/${name}`, async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 40 * at); });
      await route.continue();
    });
  }
  for (const width of [1440, 900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/#/live');
    await page.reload();
    await expect(page.getByRole('link', { name: 'Q4 policy renewals', exact: true })).toBeVisible();
    await expect(card(page, 'Runtime and carriers')).toContainText('bulk_calls');
    const shifts = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts)))));
    const sum = shifts.reduce((before, [value]) => before + value, 0);
    expect(sum, `${width} px: ${JSON.stringify(shifts)}`).toBeLessThan(0.05);
  }
});
