// An API that reports little, and says so: what it lacks is told, never a zero, a dead link or a
// question that it cannot answer.
import { expect, test } from './demo.js';
import { LivePage, partsAreThere } from './live_page.js';

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

test('the list: no zero and no dash for what is not reported, and controls say what the API lacks', async ({ page }) => {
  await page.goto('/');
  const list = page.getByRole('table', { name: 'Campaigns' });
  await expect(list.getByRole('link', { name: 'March renewals' }).first()).toBeVisible();
  await expect(list.getByRole('columnheader')).toHaveText(['Campaign', 'Status', 'Progress', 'Created'].map((name) => new RegExp(`^${name}`)));
  await expect(page.getByText('Not reported by this API: Why, right now')).toContainText('Spend, Priority, Window.');
  const recorded = list.getByRole('row').filter({ hasText: 'cmp_recorded' }).first();
  await expect(recorded).toContainText('146 of 156');
  const search = page.getByRole('search', { name: 'Filter campaigns' });
  await expect(search.getByRole('button', { name: 'Name or ID' })).toHaveAccessibleDescription('This API cannot search by name or ID.');
  await search.getByRole('button', { name: 'Paused' }).click();
  await expect(page).toHaveURL(/status=paused/);
  await expect(list.getByRole('link', { name: 'Q4 policy renewals' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Sort:' }).getByRole('option', { name: 'priority' })).toBeDisabled();
});

test('a campaign: what is not reported is told once, and each part has its own instant', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.figures.getByText('Not reported', { exact: true }).first()).toBeVisible();
  await expect(live.figures).not.toContainText(/\b0\b/);
  await expect(live.section('Not reported by this API')).toContainText('Dispatch and queue health “Why is it not dialing?”');
  await expect(page.getByText('Progress could not be read (The dialer answered 503); shown as of 14:28:30 CST.')).toBeVisible();
  await expect(live.tasks.getByRole('columnheader')).toHaveText([/^Contact/, /^Phone/, /^Status/, /^Disposition/, /^Attempts/, /^Last attempted/, /^Debug/]);
  await expect(live.tasks.getByRole('button', { name: 'Attempts', exact: true })).toHaveAccessibleDescription('This API cannot sort by attempts.');
  await expect(live.tasks.getByRole('link', { name: 'View campaign calls' })).toHaveCount(0);
  await live.tasks.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('checkbox', { name: 'Score Not reported' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await live.filter('Status').click();
  await page.getByRole('checkbox', { name: 'Ringing' }).check();
  await expect(page).toHaveURL(/status=ringing/);
  await live.rows.first().getByRole('link').click();
  await expect(live.drawer).toContainText('Events are not reported by this API.');
  await expect(live.drawer).not.toContainText(/Events 0|Snapshots 0/);
});

test('a run opens with what its row says, and its records are not asked for', async ({ page }) => {
  await page.goto('/#/jobs/job_77ae0');
  const pane = page.getByRole('region', { name: 'Selected run' });
  await expect(pane).toContainText('Payment reminder');
  await expect(pane).toContainText('This API does not report records.');
  const start = page.getByRole('button', { name: 'Start a run…' });
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await expect(start).toHaveAccessibleDescription(/This API has no such action\./);
});

test('the palette finds commands only where the API cannot search', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Q4 policy renewals' })).toBeVisible();
  await partsAreThere(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything, do anything' }).fill('march');
  await expect(page.getByText('This API cannot search over everything')).toBeVisible();
});
