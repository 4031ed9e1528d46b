// What came of each contact, over all runs: the screen that the day is worked from.
import { readFile } from 'node:fs/promises';
import { count, expect, test } from './demo.js';
import { partsAreThere } from './live_page.js';

/** Completed with 37 failures of 1,180. */
const REMINDER = 'job_77ae0';

const records = (demo, query = '') => demo.read(`/records?${query}`);
const list = (page) => page.getByRole('region', { name: 'Records', exact: true });
const rows = (page) => page.getByRole('table', { name: 'Records' }).getByRole('row').filter({ has: page.getByRole('cell') });
const filters = (page) => page.getByRole('search', { name: 'Filter records' });
const ids = (page) => rows(page).evaluateAll((all) => all.map((row) => row.dataset.row));
const found = (page, total) => expect(list(page)).toContainText(`of ${count(total)} records`);
const who = (record) => record.contact.name;

async function open(page, asked = '') {
  await page.goto(`/#/records${asked}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await partsAreThere(page);
}

test('the records of all runs, newest first, each with its outcome, its run and its way to the journey', async ({ page, demo }) => {
  const { items } = await records(demo, `job=${REMINDER}&status=failed`);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Records' }).click();
  await expect(page).toHaveURL(/#\/records$/);
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toHaveText('Records');
  const all = await records(demo);
  await expect.poll(() => ids(page)).toEqual(all.items.map((record) => record.id));
  await expect(page.getByRole('columnheader', { name: /^Started, / })).toHaveAttribute('aria-sort', 'descending');
  await open(page, `?job=${REMINDER}&status=failed`);
  await found(page, 37);
  const [record] = items;
  const row = rows(page).first();
  for (const text of [who(record), record.outcome, record.failed_step, `${record.job.spinner} v${record.job.version}`]) await expect(row).toContainText(text);
  await expect(row.getByRole('cell', { name: `Failed: ${record.outcome}` })).toBeVisible();
  await expect(row.getByRole('link', { name: `Journey of ${who(record)}` })).toHaveAttribute('href', `#/jobs/${REMINDER}/records/${record.id}/journey`);
  await expect(row.getByRole('link', { name: `${record.job.spinner} v${record.job.version}` })).toHaveAttribute('href', `#/jobs/${REMINDER}`);
});

test('filters, search, sort and pages live in the address, and come off one by one', async ({ page, demo }) => {
  const all = await records(demo, `job=${REMINDER}`);
  const timeouts = all.filters.outcome.find((facet) => facet.value === 'ai_timeout');
  await open(page, `?job=${REMINDER}`);
  await filters(page).getByRole('button', { name: /^Outcome/ }).click();
  const box = page.locator('.check-row').filter({ hasText: 'ai_timeout' });
  await expect(box).toContainText(count(timeouts.count));
  await box.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await found(page, timeouts.count);
  await expect(page).toHaveURL(/outcome=ai_timeout/);
  const head = page.getByRole('columnheader', { name: 'Contact' });
  await head.getByRole('button').click();
  const sorted = await records(demo, `job=${REMINDER}&outcome=ai_timeout&sort=contact`);
  await expect(head).toHaveAttribute('aria-sort', /^(a|de)scending$/);
  const direction = (await head.getAttribute('aria-sort')) === 'ascending' ? 'contact' : '-contact';
  const inOrder = direction === 'contact' ? sorted : await records(demo, `job=${REMINDER}&outcome=ai_timeout&sort=-contact`);
  await expect.poll(() => ids(page)).toEqual(inOrder.items.map((record) => record.id));
  const [first] = sorted.items;
  for (const words of [first.id, who(first), first.phone]) {
    await filters(page).getByRole('searchbox').fill(words);
    await expect.poll(() => new URL(page.url().replace('#/', '')).searchParams.get('q')).toBe(words);
    const { page: info } = await records(demo, `job=${REMINDER}&outcome=ai_timeout&q=${encodeURIComponent(words)}`);
    expect(info.total).toBeGreaterThan(0);
    await found(page, info.total);
    await expect(rows(page).filter({ hasText: who(first) }).first()).toBeVisible();
  }
  await page.reload();
  await expect(filters(page).getByRole('searchbox')).toHaveValue(first.phone);
  await filters(page).getByRole('button', { name: /^Remove filter Run: Payment reminder v7/ }).click();
  await expect(page).not.toHaveURL(/job=/);
  await filters(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/#\/records\?sort=-?contact$/);
  await page.goto('/#/records?project=prj_northwind');
  await expect(filters(page).getByRole('button', { name: 'Remove filter Project: Northwind renewals' })).toBeVisible();
  await page.goto('/#/records?q=nobody-has-this-name');
  await expect(list(page)).toContainText('No record matches these filters');
});

test('a record opens beside the list and leads to its journey, and Back leads back', async ({ page, demo }) => {
  const { items } = await records(demo, `job=${REMINDER}&status=failed`);
  const { record, metadata, outreach } = await demo.read(`/records/${items[2].id}`);
  await open(page, `?job=${REMINDER}&status=failed`);
  await rows(page).nth(2).getByRole('link', { name: who(record), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`#/records/${record.id}\\?job=${REMINDER}&status=failed$`));
  const drawer = page.getByRole('dialog', { name: who(record) });
  await expect(drawer).toContainText(`Failed in ${record.failed_step}.`);
  await expect(drawer).toContainText(record.error.message);
  for (const { label, value } of metadata) {
    await expect(drawer.getByRole('region', { name: 'Metadata' })).toContainText(label);
    if (value) await expect(drawer.getByRole('region', { name: 'Metadata' })).toContainText(value);
  }
  await expect(drawer.getByRole('region', { name: 'Outreach outcome' })).toContainText(outreach.retry_safe ? 'Yes' : 'No');
  await expect(drawer.getByRole('link', { name: 'Open the journey' })).toHaveAttribute('href', `#/jobs/${REMINDER}/records/${record.id}/journey`);
  for (const [key, at] of [['ArrowDown', 3], ['ArrowUp', 2]]) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`#/records/${items[at].id}\\?`));
    await expect(page.getByRole('dialog', { name: who(items[at]) })).toContainText(`Row ${at + 1} of ${items.length}, ↑ ↓ to move`);
    await expect(rows(page).nth(at)).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`#/records\\?job=${REMINDER}&status=failed$`));
  await page.goBack();
  await expect(drawer).toBeVisible();
  await page.reload();
  await expect(drawer).toContainText(record.id);
  await drawer.getByRole('link', { name: 'All records of this contact' }).click();
  await expect(drawer).toBeHidden();
  const trail = await records(demo, `contact=${record.contact.id}`);
  await found(page, trail.page.total);
  await expect(filters(page)).toContainText(`All records of ${who(record)}`);
});

test('a view is kept under a name, and the view on screen is saved as a file', async ({ page, demo }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  await open(page, `?job=${REMINDER}&status=completed&q=a`);
  await page.getByRole('button', { name: 'Save this view…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Reminded');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: 'Reminded' });
  await expect(kept).toHaveAttribute('href', `#/records?job=${REMINDER}&status=completed`);
  await kept.click();
  const { page: info, items } = await records(demo, `job=${REMINDER}&status=completed`);
  expect(info.total).toBeGreaterThan(200);
  await found(page, info.total);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this view' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^records-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n').slice(0, -1);
  expect(lines).toHaveLength(info.total + 1);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines[1].startsWith(`${items[0].id},${REMINDER},Payment reminder,7,${items[0].contact.id},`)).toBe(true);
});

test('a list that fails says so with a way out, and a record that is unknown says so beside the list', async ({ page }) => {
  await page.goto('/#/records?job=fault-500');
  await expect(page.getByRole('alert')).toContainText(/The list of records did not load\.\s*The dialer API failed \(HTTP 500\)/);
  await expect(page.getByRole('link', { name: 'The list of records without these filters' })).toHaveAttribute('href', '#/records');
  await page.goto('/#/records/rec_nobody_knows');
  await expect(page.getByRole('dialog')).toContainText(/This record did not load\.\s*The dialer API does not know this \(HTTP 404\)/);
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toBeVisible();
});

test('nothing is asked again until Refresh, and a refresh keeps rows and focus', async ({ page, demo }) => {
  await open(page, `?job=${REMINDER}&size=10`);
  const asked = [];
  page.on('request', (request) => request.url().includes('/api/records') && asked.push(request.url()));
  await demo.advance(120);
  await rows(page).nth(4).focus();
  const before = await ids(page);
  expect(asked).toEqual([]);
  const answer = page.waitForResponse((response) => response.url().includes('/api/records'));
  await page.keyboard.press('r');
  await answer;
  await expect(page.getByRole('button', { name: 'Refresh' })).not.toHaveAttribute('aria-busy', 'true');
  expect(asked).toHaveLength(1);
  expect(await ids(page)).toEqual(before);
  await expect(rows(page).nth(4)).toBeFocused();
});
