import { expect, test } from './demo.js';
import { LivePage, RUNNING, leave } from './live_page.js';

test('times change zone on the switch, always with their zone named', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  const zones = page.getByRole('group', { name: 'Times in' });
  await expect(live.updated).toHaveText(/CST/);
  await zones.getByText(/^UTC/).click();
  await expect(live.updated).toHaveText(/UTC/);
  await zones.getByText(/^Mine/).click();
  await expect(live.updated).toHaveText(/EST/);
  await page.reload();
  await expect(live.updated).toHaveText(/EST/);
  await zones.getByText(/^Campaign/).click();
  await expect(live.updated).toHaveText(/CST/);
});

test('the theme follows the system, and the choice is remembered', async ({ page }) => {
  await new LivePage(page).openRunning();
  const canvas = () => page.evaluate(() => {
    const main = document.querySelector('.main');
    for (let e = main; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (color !== 'rgba(0, 0, 0, 0)') return color;
    }
    return '';
  });
  const light = await canvas();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await canvas();
  expect(dark).not.toBe(light);
  const theme = page.getByRole('button', { name: /^Theme/ });
  await theme.click();
  await expect.poll(canvas).toBe(light);
  await page.reload();
  await expect(theme).toBeVisible();
  expect(await canvas()).toBe(light);
});

test('Back walks through views', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await live.tasks.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await live.rows.nth(2).getByRole('button', { name: /Debug/ }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(live.drawer).toBeVisible();
  await page.goBack();
  await expect(live.drawer).toBeHidden();
  await expect(page).toHaveURL(/page=2/);
  await page.goBack();
  await expect(page).not.toHaveURL(/page=2/);
  await page.goForward();
  await expect(page).toHaveURL(/page=2/);
});

test('an address that leads nowhere says so and leads back', async ({ page }) => {
  await page.goto('/#/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/no page|not found|leads nowhere/i);
  await page.getByRole('main').getByRole('link', { name: /campaigns/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
});

test('no page scrolls sideways at 1440, 900 and 390 px', async ({ page }) => {
  test.setTimeout(60_000);
  for (const path of ['/#/campaigns', `/#/campaigns/${RUNNING}`, '/#/campaigns/cmp_2d71x', '/#/campaigns/cmp_recorded', '/#/campaigns/fault-500']) {
    await leave(page);
    await page.goto(path);
    await expect(page.getByRole('button', { name: /Refresh|Try/ }).first()).toBeVisible();
    for (const width of [1440, 900, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole('main')).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test('on a phone the navigation opens from its button and targets are large enough', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const live = await new LivePage(page).openRunning();
  for (const name of ['Refresh', 'Pause']) {
    const box = await live.action(name).boundingBox();
    expect(box.height, name).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('button', { name: 'Navigation' }).click();
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
});

test('the page is there before the figures, and does not jump when they come', async ({ page }) => {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`/#/campaigns/fault-slow~shift`);
  await expect(page.getByText('Answer rate').first()).toBeVisible();
  const live = new LivePage(page);
  await expect(live.rows.first()).toBeVisible({ timeout: 10_000 });
  expect(await page.evaluate(() => window.shift)).toBeLessThan(0.1);
});

test('a tip that is open does not widen a window that narrows', async ({ page }) => {
  await new LivePage(page).openRunning();
  await page.getByRole('button', { name: 'Copy link to this view' }).focus();
  await expect(page.getByRole('tooltip').filter({ visible: true })).toHaveText('Copy link to this view');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('tooltip').filter({ visible: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});
