// What is saved as a file: any list as it is filtered, and a campaign's attempts. All of it, or
// nothing.
import { readFile } from 'node:fs/promises';
import { count, expect, test } from './demo.js';
import { LivePage, RUNNING, partsAreThere } from './live_page.js';
import { withPicker, withoutPicker } from './picker.js';

const picked = (page) =>
  page.evaluate(async () => {
    const files = {};
    for await (const [name, handle] of (await navigator.storage.getDirectory()).entries()) files[name] = await (await handle.getFile()).text();
    return files;
  });

/** Records of a CSV file without line breaks in its cells, as the demo's are. */
const records = (text) => text.split('\r\n').slice(0, -1);

const panel = (page) => page.getByRole('region', { name: 'File', exact: true });

/** Presses a button that saves a file; the file's name and its records. */
async function saved(page, name) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const download = await downloading;
  const lines = records(await readFile(await download.path(), 'utf8'));
  await expect(panel(page)).toContainText(`${count(lines.length - 1)} of ${count(lines.length - 1)} rows`);
  await expect(panel(page)).toContainText('is saved.');
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(panel(page)).toHaveCount(0);
  expect(new Set(lines).size, 'no row comes twice').toBe(lines.length);
  return { name: download.suggestedFilename(), lines };
}

test('the calls of the view on screen are exported with all their pages', async ({ page, demo }) => {
  await withoutPicker(page);
  const asked = `campaign=${RUNNING}&state=completed`;
  const { page: info, items } = await demo.read(`/calls?${asked}`);
  expect(info.total).toBeGreaterThan(200);
  await page.goto(`/#/calls?${asked}`);
  await partsAreThere(page);
  const { name, lines } = await saved(page, 'Export this view');
  expect(name).toMatch(/^calls-2026-11-12\.csv$/);
  expect(lines).toHaveLength(info.total + 1);
  expect(lines[1].startsWith(`${items[0].id},${items[0].task_id},${RUNNING},`)).toBe(true);
});

test('so are the campaigns that the list is filtered to', async ({ page, demo }) => {
  await withoutPicker(page);
  const { page: info, items } = await demo.read('/campaigns?status=paused&status=completed&sort=name');
  await page.goto('/#/campaigns?status=paused&status=completed&sort=name&size=1');
  await partsAreThere(page);
  const { name, lines } = await saved(page, 'Export this view');
  expect(name).toMatch(/^campaigns-2026-11-12\.csv$/);
  expect(lines).toHaveLength(info.total + 1);
  expect(lines[0]).toMatch(/^campaign_id,name,status,/);
  for (const [at, { id, status }] of items.entries()) expect(lines[at + 1]).toMatch(new RegExp(`^${id},.*,${status},`));
});

test('so are the tasks of a campaign as they are filtered, and its number pool', async ({ page, demo }) => {
  await withoutPicker(page);
  const { page: info, items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=exhausted&sort=contact`);
  expect(info.total).toBeGreaterThan(200);
  const live = await new LivePage(page).openRunning('?status=exhausted&sort=contact&size=6');
  await expect(live.rows).toHaveCount(6);
  const tasks = await saved(page, 'Export');
  expect(tasks.name).toMatch(new RegExp(`^tasks-${RUNNING}-2026-11-12\\.csv$`));
  expect(tasks.lines).toHaveLength(info.total + 1);
  expect(tasks.lines[1].startsWith(`${items[0].id},${items[0].contact.id},`)).toBe(true);
  // ISO times with their offset, and phone numbers as they are dialed.
  expect(tasks.lines[1]).toContain(`,${items[0].last_attempted_at},`);
  expect(items[0].last_attempted_at).toMatch(/T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
  expect(tasks.lines[1]).toContain(`,${items[0].phone},`);
  const pool = await demo.read(`/campaigns/${RUNNING}/numbers?size=200`);
  const numbers = await saved(page, 'Export the pool');
  expect(numbers.name).toMatch(new RegExp(`^numbers-${RUNNING}-2026-11-12\\.csv$`));
  expect(numbers.lines.slice(1).map((line) => line.split(',')[1])).toEqual(pool.items.map(({ number }) => number));
});

const report = async (page) => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Attempt report/ }).click();
};

test('the attempt report is saved whole, where the operator says', async ({ page, demo }) => {
  await withPicker(page);
  await new LivePage(page).openRunning();
  await report(page);
  await expect(panel(page)).toContainText('is saved.');
  const answer = await fetch(new URL(`api/campaigns/${RUNNING}/attempt-report`, demo.address));
  const files = await picked(page);
  expect(Object.keys(files)).toHaveLength(1);
  const [[name, text]] = Object.entries(files);
  expect(name).toMatch(new RegExp(`^attempts-${RUNNING}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  expect(text).toBe(await answer.text());
  expect(records(text)).toHaveLength(Number(answer.headers.get('x-total-rows')) + 1);
});

test('where the browser cannot ask, the attempt report is downloaded', async ({ page, demo }) => {
  await withoutPicker(page);
  await new LivePage(page).openRunning();
  const downloading = page.waitForEvent('download');
  await report(page);
  const answer = await fetch(new URL(`api/campaigns/${RUNNING}/attempt-report`, demo.address));
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe(await answer.text());
});

/**
 * Opens a campaign whose attempt report is about to fail in some way: of a flaky campaign every
 * second one does, and the first is read here.
 */
async function aboutToFail(page, demo, kind) {
  await withPicker(page);
  const id = `flaky-${kind}~report`;
  const first = await fetch(new URL(`api/campaigns/${id}/attempt-report`, demo.address));
  await first.arrayBuffer();
  await new LivePage(page).open(id);
  await report(page);
}

test('a report that is given up leaves nothing, whichever screen is shown meanwhile', async ({ page, demo }) => {
  await aboutToFail(page, demo, 'hang');
  await expect(panel(page)).toContainText('0 rows');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Call log' }).click();
  await expect(page.getByRole('button', { name: 'Export this view' })).toBeDisabled();
  const aborted = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/attempt-report'));
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await aborted;
  await expect(panel(page)).toHaveCount(0);
  await expect.poll(async () => Object.keys(await picked(page))).toEqual([]);
});

test('a report that fails says why and leaves nothing', async ({ page, demo }) => {
  await aboutToFail(page, demo, '503');
  await expect(panel(page)).toContainText(/was not saved\. The dialer API failed \(HTTP 503\)\. \w+/);
  expect(await picked(page)).toEqual({});
});

test('a report with fewer rows than announced is not saved', async ({ page, demo }) => {
  await aboutToFail(page, demo, 'truncated');
  await expect(panel(page)).toContainText('fewer rows than it had announced');
  expect(await picked(page)).toEqual({});
});

test('a report of which nothing more comes for a minute fails, and leaves nothing', async ({ page, demo }) => {
  await page.clock.install();
  await aboutToFail(page, demo, 'stall');
  await expect(panel(page)).toContainText(/[1-9][\d,]* of [\d,]+ rows/);
  await page.clock.runFor(50_000);
  await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
  const aborted = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/attempt-report'));
  await page.clock.runFor(15_000);
  await expect(panel(page)).toContainText('was not saved. Nothing more of the file arrived for 60 seconds.');
  await aborted;
  await expect.poll(() => picked(page)).toEqual({});
});
