// A page that stays open hears that its host has another build, and is left alone.
import { expect, test } from './demo.js';
import { partsAreThere } from './live_page.js';

const minutes = (count) => count * 60_000;

test.beforeEach(async ({ page }) => page.clock.install());

test('a new version is told after a quarter of an hour, put off, and never forced', async ({ page }) => {
  await page.goto('/renewed/');
  await partsAreThere(page);
  await page.evaluate(() => (window.wasNotReloaded = true));
  const note = page.getByRole('region', { name: 'New version' });
  await page.clock.runFor(minutes(14));
  await expect(note).toHaveCount(0);
  await page.clock.runFor(minutes(2));
  await expect(note).toContainText('A new version of Ringside is there. Reload when you like.');
  await expect(page.getByRole('status').filter({ hasText: 'A new version of Ringside is there.' })).toHaveCount(1);
  await note.getByRole('button', { name: 'Later' }).click();
  await expect(note).toHaveCount(0);
  const looked = page.waitForResponse('**/renewed/version.json');
  await page.clock.runFor(minutes(16));
  await looked;
  await expect(note).toHaveCount(0);
  expect(await page.evaluate(() => window.wasNotReloaded)).toBe(true);
});

test('a page that was away for five minutes looks at once, and Reload starts it anew', async ({ page }) => {
  await page.goto('/renewed/#/campaigns/cmp_8f3k2q');
  await partsAreThere(page);
  await page.clock.fastForward(minutes(6));
  const note = page.getByRole('region', { name: 'New version' });
  await page.evaluate(() => (window.wasNotReloaded = true));
  await note.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => page.evaluate(() => window.wasNotReloaded)).toBeUndefined();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
});

test('the build that runs is no news, nor is a host that does not tell', async ({ page }) => {
  await page.goto('/');
  await partsAreThere(page);
  const looked = page.waitForResponse('**/version.json');
  await page.clock.fastForward(minutes(6));
  expect((await looked).status()).toBe(200);
  await page.goto('/auth/proxy/console/');
  await expect(page.getByRole('region', { name: 'New version' })).toHaveCount(0);
});
