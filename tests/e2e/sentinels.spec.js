// Every way to fail that the demo API knows, opened as an operator would meet it.
import { expect, test } from './demo.js';
import { KINDS, documented } from '../faults/kinds.js';
import { LivePage, leave } from './live_page.js';

/** Kinds without an answer that can be shown: the sentence that the page must say. */
const FAILURES = Object.fromEntries(KINDS.filter(({ type }) => type === 'failure').map(({ name, sentence }) => [name, sentence]));

/** Kinds whose answer is odd but usable: what the page must show, and what it must not. */
const ODDITIES = {
  slow: { shows: [/At its limit/] },
  wrongtype: { shows: [/At its limit/, /whole number/] },
  wrongrow: { shows: [/1 row could not be read/i] },
  wrongblock: { shows: [/Dispatch and queue health/, /cannot be read/i] },
  unknownenum: { shows: [/Unheard of status/] },
  nulls: { shows: [/dispatch health is not reported/, /Not reported/] },
  nullsdeep: { shows: [/no reason is reported/, /lines each not reported/] },
  absent: { shows: [/Not reported/] },
  absentdeep: { shows: [/no reason is reported/, /lines each not reported/] },
  extra: { shows: [/At its limit/] },
  huge: { shows: [/At its limit/], seconds: 25 },
  hostile: { shows: [/At its limit/] },
  numbers: { shows: [/hold every tenant line/, /9,223,372,036,854,775,807/] },
  skew: { shows: [/Updated 17:30:00 CST/, /31 Dec 9999/] },
  contradictory: { shows: [/disagree/, /146/, /13\.3%/] },
};

/** Kinds that take time. */
const TIMED = ['late', 'hang', 'stall'];

const NEVER = /NaN|undefined|\bnull\b|Infinity|\[object|panicked|<\/?\w+>/;

test('every kind in the docs has its test here', () => {
  expect([...Object.keys(FAILURES), ...Object.keys(ODDITIES), ...TIMED].sort()).toEqual(documented().sort());
});

/** Numbers come first in an object, and 401 must not: a session that is signed out asks nothing more. */
const SIGNED_OUT_LAST = Object.entries(FAILURES).sort(([a], [b]) => (a === '401') - (b === '401'));

test('each failure on the first load: a clear sentence, and a way on', async ({ page }) => {
  test.setTimeout(90_000);
  for (const [kind, sentence] of SIGNED_OUT_LAST) {
    await test.step(`fault-${kind}`, async () => {
      await leave(page);
      await page.goto(`/#/campaigns/fault-${kind}`);
      const main = page.getByRole('main');
      await expect(main).toContainText(sentence);
      await expect(main).not.toContainText(NEVER);
      await expect(main.getByRole('button', { name: /Try (again|now)/ }).or(main.getByRole('link', { name: /campaigns/i })).first()).toBeVisible();
      await expect(page.getByRole('navigation').first()).toBeVisible();
    });
  }
});

test('each failure of a refresh: the last good figures stay', async ({ page }) => {
  test.setTimeout(90_000);
  for (const [kind] of SIGNED_OUT_LAST) {
    await test.step(`flaky-${kind}`, async () => {
      await leave(page);
      const live = await new LivePage(page).open(`flaky-${kind}~stays`);
      const completed = /[\d,]{3,}/.exec(await live.tile('Completed').textContent())[0];
      await expect(live.rows.first()).toBeVisible();
      await live.refresh.click();
      await expect(live.stale).toBeVisible();
      await expect(live.tile('Completed')).toContainText(completed);
      await expect(live.title).toHaveText('Q4 policy renewals');
      await expect(live.rows.first()).toBeVisible();
      await expect(page.getByRole('main')).not.toContainText(NEVER);
    });
  }
});

test('each odd answer: the page stands', async ({ page }) => {
  test.setTimeout(120_000);
  for (const [kind, { shows, seconds = 10 }] of Object.entries(ODDITIES)) {
    await test.step(`fault-${kind}`, async () => {
      await leave(page);
      await page.goto(`/#/campaigns/fault-${kind}`);
      const live = new LivePage(page);
      await expect(live.refresh).toBeVisible({ timeout: seconds * 1000 });
      await expect(live.title).toBeVisible({ timeout: seconds * 1000 });
      const main = page.getByRole('main');
      for (const sentence of shows) await expect(main).toContainText(sentence, { timeout: seconds * 1000 });
      if (kind !== 'hostile') await expect(main).not.toContainText(NEVER);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, 'nothing is wider than the page').toBeLessThanOrEqual(0);
    });
  }
});

test('fault-hostile: text stays text and no link runs a script', async ({ page }) => {
  const live = await new LivePage(page).open('fault-hostile');
  await expect(live.rows.first()).toBeVisible();
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.protocol));
  expect(links.filter((protocol) => !['http:', 'https:'].includes(protocol))).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('.main script, .main iframe, .main img, .main object').length)).toBe(0);
});

test('fault-numbers: negative and endless figures are shown as sent', async ({ page }) => {
  const live = await new LivePage(page).open('fault-numbers');
  await expect(live.figures).toContainText(/−[\d,]+/);
  await expect(live.figures).toContainText(/9,0\d\d,\d{3},\d{3},\d{3},\d{3}|9,2\d\d,\d{3},\d{3},\d{3},\d{3},\d{3}/);
  await expect(live.figures).toContainText('disagree');
  const cut = await live.figures.locator('.tile-value').evaluateAll((all) => all.filter((value) => value.scrollWidth > value.clientWidth).map((value) => value.textContent));
  expect(cut, 'figures that run out of their tile').toEqual([]);
});

test('fault-unknownenum: unheard-of words are shown and never taken for success', async ({ page, demo }) => {
  const { campaign } = await demo.snapshot('fault-unknownenum');
  await new LivePage(page).open('fault-unknownenum');
  const words = campaign.status.replaceAll(/[_.-]/g, ' ').trim();
  await expect(page.getByRole('main').getByText(new RegExp(words, 'i')).first()).toBeVisible();
});

test('fault-late: says after 8 seconds what is slow, then shows the figures', async ({ page }) => {
  test.setTimeout(45_000);
  await page.goto('/#/campaigns/fault-late');
  await expect(page.getByText(/Still loading/)).toBeVisible({ timeout: 11_000 });
  await expect(new LivePage(page).title).toHaveText('Q4 policy renewals', { timeout: 15_000 });
  await expect(page.getByText(/Still loading/)).toHaveCount(0);
});

test('fault-hang: gives up after its own limit, and says so', async ({ page }) => {
  await page.clock.install();
  await page.goto('/#/campaigns/fault-hang');
  await expect(page.getByText('Answer rate').first()).toBeVisible();
  await page.clock.runFor(120_000);
  await expect(page.getByRole('main')).toContainText(/did not answer within \d+ seconds/);
  await expect(page.getByRole('button', { name: /Try (again|now)/ })).toBeVisible();
});
