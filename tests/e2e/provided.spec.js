// An API that reports little, and says so: what it lacks is told, never a zero, a dead link or a
// question that it cannot answer.
import { expect, test } from './demo.js';

const WHAT = 'What this API provides';

test.beforeEach(async ({ demo, page }) => {
  void page;
  await demo.control('spare');
});

test('the page lists what there is, what is not, and what that means', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: WHAT }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WHAT);
  const section = (name) => page.getByRole('region', { name, exact: true });
  await expect(section('This API')).toContainText('Basement dialer 2.1');
  await expect(section('Campaign page')).toContainText('Answered attempts: The dialer counts contacts that were reached');
  await expect(section('Campaign page')).toContainText('“Why is it not dialing?” cannot be answered');
  await expect(section('Campaign page')).toContainText('This API lacks: Start, Stop, Cancel');
  await expect(section('Tasks')).toContainText('This API lacks: name, phone or ID, blocker');
  await expect(section('Not reported by this API')).toContainText('Calls are kept by the carrier.');
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(page.getByText('Copied what this API provides.').first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Mapping: Basement dialer 2.1');
  expect(copied).toContain('Call log (not reported)');
  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('carrier');
  await expect(section('Not reported by this API')).toBeVisible();
  await expect(section('Tasks')).toHaveCount(0);
});

test('screens of what is not reported are not in the navigation, and a bookmark asks for nothing', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const [address, title, words] of [
    ['/records?status=failed', 'Records', 'This API does not report records.'],
    ['/live', 'Live Ops', 'This API does not report Live Ops.'],
  ]) {
    await page.goto(`/#${address}`);
    await expect(page.getByRole('region', { name: title, exact: true })).toContainText(words);
  }
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main.getByRole('link', { name: 'Jobs' })).toBeVisible();
  for (const gone of ['Live Ops', 'Records', 'Call log']) await expect(main.getByRole('link', { name: gone, exact: true })).toHaveCount(0);
  expect(asked.filter((path) => /^\/api\/(records|live)/.test(path))).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: WHAT }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WHAT);
});
