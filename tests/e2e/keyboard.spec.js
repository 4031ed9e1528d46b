import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page, wanted, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${wanted}`);
}

test('list, campaign, filter, row, drawer, back and pause, by keyboard alone', async ({ page, demo }) => {
  test.setTimeout(60_000);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
  const campaigns = page.getByRole('table', { name: 'Campaigns' }).getByRole('row').filter({ has: page.getByRole('cell') });
  await tabTo(page, campaigns.first());
  const place = (await campaigns.allTextContents()).findIndex((text) => text.includes('Q4 policy renewals'));
  for (let row = 0; row < place; row += 1) await page.keyboard.press('j');
  await expect(campaigns.nth(place)).toBeFocused();
  await page.keyboard.press('Enter');
  const live = new LivePage(page);
  await expect(live.title).toHaveText('Q4 policy renewals');

  const filter = live.filter('Status');
  await tabTo(page, filter);
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: /^Exhausted/ });
  await tabTo(page, box, 40);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/status=exhausted/);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(live.rows.first()).toContainText('Exhausted');

  await tabTo(page, live.rows.first());
  await page.keyboard.press('j');
  await expect(live.rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await expect(live.rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(live.drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(live.drawer).toBeHidden();
  await expect(live.rows.nth(1)).toBeFocused();

  const pause = live.action('Pause');
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await pause.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(live.action(/^Resume/)).toBeVisible();
  expect((await demo.snapshot('cmp_8f3k2q')).campaign.status).toBe('paused');
});

test('slash goes to the search, question mark lists the keys', async ({ page }) => {
  await new LivePage(page).openRunning();
  // Before the tasks are there, the key opens the box that finds anything.
  const search = page.getByRole('search', { name: 'Filter tasks' }).getByRole('searchbox');
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('?rj');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Refresh' }).press('?');
  const keys = page.getByRole('dialog', { name: /keys|keyboard/i });
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('the first stop skips to the content', async ({ page }) => {
  await new LivePage(page).openRunning();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: /skip to/i });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
