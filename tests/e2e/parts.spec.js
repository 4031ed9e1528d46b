// The pieces of the module that are fetched after the first figures. A static host that loses one of
// them is no answer of the API, so the request is cut here and not by a sentinel.
import { expect, test } from './demo.js';
import { LivePage, RUNNING, partsAreThere } from './live_page.js';

const PIECE = /\/(campaign_rest|frame|lists|charts|shared_\w+)-[0-9a-f]+\.wasm$/;

test('the answer and the figures do not wait for the code of the tables', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(PIECE, async (route) => {
    await held;
    await route.continue();
  });
  const live = new LivePage(page);
  await page.goto(`/#/campaigns/${RUNNING}`);
  await expect(live.verdict).toBeVisible();
  await expect(live.tile('Progress')).toContainText(/\d%/);
  await expect(live.tasks).toHaveCount(0);
  await expect(live.action('Pause')).toHaveCount(0);
  release();
  await partsAreThere(page);
  await expect(live.tasks).toBeVisible();
  await expect(live.action('Pause')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Campaigns');
});

test.describe('a piece that cannot be fetched', () => {
  test.use({ allowed: [/Failed to fetch|The styles did not load/] });

  test('says so in its place, leaves the figures, and comes when tried again', async ({ page }) => {
    let cut = true;
    await page.route(/\/campaign_rest-[0-9a-f]+\.wasm$/, (route) => (cut ? route.abort() : route.continue()));
    const live = new LivePage(page);
    await page.goto(`/#/campaigns/${RUNNING}`);
    const missing = page.getByRole('alert').filter({ hasText: 'The rest of this page did not load.' });
    await expect(missing).toBeVisible();
    await expect(live.tile('Progress')).toContainText(/\d%/);
    await expect(live.action('Pause')).toBeVisible();
    cut = false;
    await missing.getByRole('button', { name: 'Try again' }).click();
    await expect(live.tasks).toBeVisible();
    await expect(missing).toHaveCount(0);
  });

  test('nor is it drawn without its styles', async ({ page }) => {
    await page.goto('/');
    const sheet = await page.locator('meta[name="ringside-styles"]').getAttribute('content');
    let cut = true;
    await page.route(new URL(sheet, page.url()).href, (route) => (cut ? route.abort() : route.continue()));
    await page.goto('about:blank');
    const live = new LivePage(page);
    await page.goto(`/#/campaigns/${RUNNING}`);
    const missing = page.getByRole('alert').filter({ hasText: 'The rest of this page did not load.' });
    await expect(missing).toBeVisible();
    await expect(live.tile('Progress')).toContainText(/\d%/);
    cut = false;
    await missing.getByRole('button', { name: 'Try again' }).click();
    await expect(live.tasks).toBeVisible();
    await expect(missing).toHaveCount(0);
  });
});
