import { count, expect, test } from './demo.js';
import { LivePage, RUNNING, partsAreThere } from './live_page.js';

const calls = (demo, query = '') => demo.read(`/calls?${query}`);
const log = (page) => page.getByRole('region', { name: 'Calls', exact: true });
const rows = (page) => page.getByRole('table', { name: 'Call log' }).getByRole('row').filter({ has: page.getByRole('cell') });
const filters = (page) => page.getByRole('search', { name: 'Filter calls' });
const ids = (page) => rows(page).evaluateAll((all) => all.map((row) => row.dataset.row));
const found = (page, total) => expect(log(page)).toContainText(`of ${count(total)} calls`);
const query = (page) => new URL(page.url().replace('#/', '')).searchParams;

async function open(page, asked = '') {
  await page.goto(`/#/calls${asked}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Call log' })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await partsAreThere(page);
}

test('the call log has every attempt of the workspace, newest first', async ({ page, demo }) => {
  const first = await calls(demo);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Call log' }).click();
  await expect(page).toHaveURL(/#\/calls$/);
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toHaveText('Call log');
  await found(page, first.page.total);
  expect(await ids(page)).toEqual(first.items.map((call) => call.id));
  await expect(page.getByRole('columnheader', { name: 'Started, EST' })).toHaveAttribute('aria-sort', 'descending');
  const call = first.items[0];
  for (const text of [call.contact.name, call.campaign.name, `${call.attempt} of ${call.max_attempts}`]) {
    await expect(rows(page).first()).toContainText(text);
  }
});

test('a refused call tells its SIP status with the kind of failure', async ({ page, demo }) => {
  const { items } = await calls(demo, 'sip_status=486&size=5');
  await open(page, '?sip_status=486&size=5');
  for (const row of await rows(page).all()) await expect(row).toContainText(/486\s*Retry soon/);
  expect(await ids(page)).toEqual(items.map((call) => call.id));
});

test('search finds by phone, contact and any ID, and Back undoes it', async ({ page, demo }) => {
  const call = (await calls(demo, 'page=3')).items[9];
  await open(page);
  const search = filters(page).getByRole('searchbox');
  for (const words of [call.phone, call.contact.name, call.id, call.task_id, call.contact.id]) {
    await search.fill(words);
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words).replace(/[.+*]/g, '\\$&')}`));
    const { page: info } = await calls(demo, `q=${encodeURIComponent(words)}`);
    await found(page, info.total);
    await expect(rows(page).filter({ hasText: call.contact.name }).first()).toBeVisible();
  }
  await page.goBack();
  await expect(search).toHaveValue(call.task_id);
});

test('filters show their counts, add up, live in the address and can be cleared', async ({ page, demo }) => {
  const all = await calls(demo);
  const state = all.filters.state.find((facet) => facet.value === 'completed');
  await open(page);
  await filters(page).getByRole('button', { name: /^State/ }).click();
  const box = page.locator('.check-row').filter({ hasText: 'Completed' });
  await expect(box).toContainText(count(state.count));
  await box.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await found(page, state.count);
  await filters(page).getByRole('button', { name: /^Campaign/ }).click();
  await page.getByRole('checkbox', { name: /Q4 policy renewals/ }).check();
  await page.keyboard.press('Escape');
  const both = await calls(demo, `state=completed&campaign=${RUNNING}`);
  await found(page, both.page.total);
  await page.reload();
  await found(page, both.page.total);
  await filters(page).getByRole('button', { name: 'Remove filter State: Completed' }).click();
  const one = await calls(demo, `campaign=${RUNNING}`);
  await found(page, one.page.total);
  await filters(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/#\/calls$/);
});

test('a stretch of time is kept in the address as moments', async ({ page, demo }) => {
  const { captured_at: captured } = await calls(demo);
  await open(page);
  await filters(page).getByRole('button', { name: 'Started' }).click();
  await page.getByRole('menuitem', { name: 'Last 15 minutes' }).click();
  await expect(page).toHaveURL(/after=/);
  expect(Date.parse(captured) - Date.parse(query(page).get('after'))).toBe(15 * 60_000);
  const { page: info } = await calls(demo, query(page).toString());
  await found(page, info.total);
  await expect(filters(page)).toContainText('Started since 15:15 EST');
});

test('from and to are told on the clocks of the zone that is shown', async ({ page, demo }) => {
  await open(page);
  await filters(page).getByRole('button', { name: 'Started' }).click();
  await page.getByRole('menuitem', { name: 'From and to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calls started between' });
  await expect(dialog).toContainText('Times in EST');
  await dialog.getByLabel('From').fill('2026-11-12T12:00');
  await dialog.getByLabel('To, not included').fill('2026-11-12T11:00');
  await dialog.getByRole('button', { name: 'Show these calls' }).click();
  await expect(dialog).toContainText('The end must be later than the beginning.');
  await dialog.getByLabel('To, not included').fill('2026-11-12T12:30');
  await dialog.getByRole('button', { name: 'Show these calls' }).click();
  await expect(dialog).toBeHidden();
  expect(query(page).get('after')).toBe('2026-11-12T17:00:00Z');
  expect(query(page).get('before')).toBe('2026-11-12T17:30:00Z');
  const { page: info } = await calls(demo, query(page).toString());
  await found(page, info.total);
});

test('sort and page live in the address', async ({ page, demo }) => {
  await open(page, '?size=20');
  const head = page.getByRole('columnheader', { name: 'Talk' });
  await head.getByRole('button').click();
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const longest = await calls(demo, 'sort=-duration&size=20');
  await expect.poll(() => ids(page)).toEqual(longest.items.map((call) => call.id));
  await log(page).getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  const second = await calls(demo, 'sort=-duration&size=20&page=2');
  await expect.poll(() => ids(page)).toEqual(second.items.map((call) => call.id));
  await page.goBack();
  await expect.poll(() => ids(page)).toEqual(longest.items.map((call) => call.id));
});

test('a call leads to its task, its campaign, and all attempts of its contact', async ({ page, demo }) => {
  const { items } = await calls(demo, `campaign=${RUNNING}&state=exhausted`);
  const at = items.findIndex((item) => item.attempt > 1);
  const call = items[at];
  await open(page, `?campaign=${RUNNING}&state=exhausted`);
  const row = rows(page).nth(at);
  await row.getByRole('link', { name: call.contact.name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/campaigns/${RUNNING}/tasks/${call.task_id}`));
  await expect(page.getByRole('dialog')).toContainText(call.contact.name);
  await page.goBack();
  await expect(row.getByRole('link', { name: call.campaign.name })).toHaveAttribute('href', `#/campaigns/${RUNNING}`);
  await row.getByRole('link', { name: `All attempts of ${call.contact.name}` }).click();
  const trail = await calls(demo, `contact=${call.contact.id}`);
  expect(trail.page.total).toBeGreaterThan(1);
  await found(page, trail.page.total);
  await expect(filters(page)).toContainText(`All attempts of ${call.contact.name}`);
  for (const row of await rows(page).all()) await expect(row).toContainText(call.contact.name);
});

test('the tasks of a campaign lead to its calls and back', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.tasks.getByRole('link', { name: 'View campaign calls' }).click();
  await expect(page).toHaveURL(new RegExp(`#/calls\\?campaign=${RUNNING}$`));
  const { page: info } = await calls(demo, `campaign=${RUNNING}`);
  await found(page, info.total);
  await filters(page).getByRole('link', { name: "This campaign's tasks" }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
});

test('a view is kept under a name, as a link, and nothing about customers with it', async ({ page }) => {
  await open(page, '?q=Dana&state=completed&sort=duration');
  await page.getByRole('button', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog).toContainText('Give the view a name.');
  await dialog.getByLabel('Name').fill('  Short & done ');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const kept = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: 'Short & done' });
  await expect(kept).toHaveAttribute('href', '#/calls?state=completed&sort=duration');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Dana');
  await page.goto('/#/calls');
  await page.reload();
  await kept.click();
  await expect(page).toHaveURL(/#\/calls\?state=completed&sort=duration$/);
  await expect(kept).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Delete view Short & done' }).click();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expect(kept).toHaveCount(0);
});

test('filtered to nothing says that it is the filter; past the end leads back', async ({ page }) => {
  await page.goto('/#/calls?q=nobody-has-this-name');
  await expect(log(page)).toContainText('No call matches these filters');
  await log(page).getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows(page).first()).toBeVisible();
  await page.goto('/#/calls?page=999999');
  await expect(log(page)).toContainText('This page is past the last call');
  await log(page).getByRole('button', { name: 'To the first page' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a log that fails says so, and a stale one keeps its rows', async ({ page, demo }) => {
  // Every second reading fails; this is the first.
  await calls(demo, 'campaign=flaky-500~log');
  await page.goto('/#/calls?campaign=flaky-500~log');
  const failed = page.getByRole('alert');
  await expect(failed).toContainText(/The call log did not load\.\s*The dialer API failed \(HTTP 500\)\. The figures could not be read\./);
  await expect(failed).toContainText(/req_f\d+/);
  await expect(page.getByRole('link', { name: 'The call log without these filters' })).toHaveAttribute('href', '#/calls');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/Showing the last list that could be read/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText(/Showing the last list that could be read/)).toHaveCount(0);
});
