import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';
import { startCounting, surplus } from './text_nodes.js';

test('a refresh keeps scroll, selection and focus', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning('?sort=contact');
  await live.rows.nth(4).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const name = await live.rows.nth(6).getByRole('rowheader').textContent();
  await page.evaluate(() => window.scrollBy(0, 137));
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const scroll = await page.evaluate(() => window.scrollY);
  expect(await focused()).toContain(name);

  const updated = await live.updated.textContent();
  await demo.advance(30);
  await page.keyboard.press('r');
  await expect(live.updated).not.toHaveText(updated);

  expect(await focused()).toContain(name);
  expect(await page.evaluate(() => window.scrollY)).toBe(scroll);

  await page.keyboard.press('Enter');
  const selected = live.tasks.locator('[aria-selected=true]');
  await expect(selected).toContainText(name);
  await expect(live.drawer).toContainText('Events');
  const later = await live.updated.textContent();
  await demo.advance(30);
  await page.keyboard.press('r');
  await expect(live.updated).not.toHaveText(later);
  await expect(live.drawer).toBeVisible();
  await expect(selected).toContainText(name);
});

test('a refresh touches no more text nodes than texts have changed', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.refreshed();
  for (const seconds of [5, 60, 600]) {
    const updated = await live.updated.textContent();
    await demo.advance(seconds);
    await page.evaluate(startCounting);
    await live.refresh.click();
    await expect(live.updated).not.toHaveText(updated);
    const { changed, touched } = await page.evaluate(() => window.finishCounting());
    expect(changed.length, 'something must change, or this proves nothing').toBeGreaterThan(0);
    expect(touched.length, `after ${seconds} s; touched without a change: ${surplus(touched, changed).join(' | ')}`).toBeLessThanOrEqual(changed.length);
  }
});

test('a refresh without any change touches nothing', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await live.refreshed();
  await page.evaluate(startCounting);
  const answer = page.waitForResponse((response) => response.url().includes('/snapshot'));
  await live.refresh.click();
  expect((await answer).status()).toBe(304);
  await expect(live.refresh).not.toHaveAttribute('aria-busy', 'true');
  const { changed, touched } = await page.evaluate(() => window.finishCounting());
  expect(touched).toEqual([]);
  expect(changed).toEqual([]);
});

test('nothing on the page changes without a refresh', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  const asked = [];
  // The chart's code may still be on its way; figures come from the API alone.
  page.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()));
  const before = await live.figuresText();
  await demo.advance(600);
  await page.clock.install();
  await page.clock.runFor(120_000);
  expect(asked).toEqual([]);
  expect(await live.figuresText()).toBe(before);
});

test('a refresh says politely what changed, and shows the change beside the figures', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await demo.advance(300);
  await live.refreshed();
  await expect(page.locator('[aria-live=polite]').filter({ hasText: /^Updated\./ })).toHaveText(/Completed up [\d,]+/);
  await expect(live.tile('Completed')).toContainText(/▲ ?[\d,]+/);
});

test('a failed refresh keeps the figures and says how old they are', async ({ page }) => {
  const live = await new LivePage(page).open('flaky-503~stale');
  const figures = await live.tile('Completed').textContent();
  const rows = await live.rows.count();
  await live.refreshed();
  await expect(live.stale).toBeVisible();
  await expect(page.getByText(/HTTP 503/).first()).toBeVisible();
  await expect(live.tile('Progress')).toContainText(/as of \d\d:\d\d/);
  expect(await live.tile('Completed').textContent()).toContain(/[\d,]+/.exec(figures.replace('Completed', ''))[0]);
  expect(await live.rows.count()).toBe(rows);

  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(live.stale).toHaveCount(0);
});
