import { count, expect, test } from './demo.js';
import { partsAreThere } from './live_page.js';

const PAYMENT = 'job_77ae0';
const RENEWAL = 'job_2f10c';

const jobs = (demo, query = '') => demo.read(`/jobs?${query}`);
const table = (page, name) => page.getByRole('table', { name, exact: true });
const rows = (page, name) => table(page, name).getByRole('row').filter({ has: page.getByRole('cell') });
const ids = (page, name) => rows(page, name).evaluateAll((all) => all.map((row) => row.dataset.row));
const run = (page, name) => rows(page, 'Runs').filter({ has: page.getByRole('rowheader', { name }) }).first();
const pane = (page) => page.getByRole('region', { name: 'Selected run' });
const journey = (page) => page.getByRole('region', { name: 'Pipeline journey' });
const refresh = (page) => page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true });

async function open(page, rest = '') {
  await page.goto(`/#/jobs${rest}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  await expect(rows(page, 'Runs').first()).toBeVisible();
  await partsAreThere(page);
}

async function refreshed(page) {
  const answers = [page.waitForResponse(/\/api\/jobs(\?|$)/)];
  await Promise.all([...answers, refresh(page).click()]);
  await expect(refresh(page)).not.toHaveAttribute('aria-busy');
}

test('a selected run is in the address with its records, and Back works', async ({ page, demo }) => {
  const { items, page: info } = await jobs(demo);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click();
  await expect(page).toHaveURL(/#\/jobs$/);
  await expect(page.getByRole('region', { name: 'Runs' })).toContainText(`of ${count(info.total)} runs`);
  expect(await ids(page, 'Runs')).toEqual(items.map((job) => job.id));
  await expect(pane(page)).toContainText('Select a run');

  await run(page, /Payment reminder v7/).getByRole('cell', { name: '1,180 of 1,180' }).click();
  await expect(page).toHaveURL(new RegExp(`#/jobs/${PAYMENT}$`));
  const first = await demo.read(`/records?job=${PAYMENT}`);
  await expect(pane(page)).toContainText('of 1,180 records');
  expect(await ids(page, 'Records')).toEqual(first.items.map((record) => record.id));
  await expect(run(page, /Payment reminder v7/)).toHaveAttribute('aria-selected', 'true');

  await rows(page, 'Records').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/records/${first.items[0].id}$`));
  await page.getByRole('link', { name: 'Pipeline journey' }).click();
  await expect(page).toHaveURL(/\/journey$/);
  await expect(journey(page).getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(5);
  await expect(journey(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(journey(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pipeline journey' })).toBeFocused();
  await page.goBack();
  await expect(journey(page)).toBeVisible();
  for (const url of [new RegExp(`/records/${first.items[0].id}$`), new RegExp(`/jobs/${PAYMENT}$`), /#\/jobs$/]) {
    await page.goBack();
    await expect(page).toHaveURL(url);
  }
  await expect(pane(page)).toContainText('Select a run');
});

test('a run with failures is not mistaken for a clean one, and its count opens exactly the failed', async ({ page, demo }) => {
  await open(page);
  const clean = run(page, /Lead import sync/);
  await expect(clean).toContainText('Completed');
  await expect(clean).not.toContainText('failed');
  await expect(clean.locator('[data-series=failed]')).toHaveCount(0);
  const failing = run(page, /Payment reminder v7/);
  await expect(failing.locator('[data-series=failed]')).toHaveCount(1);
  await expect(failing).toContainText('1.8× usual');
  await failing.getByRole('link', { name: '37 failed' }).click();
  await expect(page).toHaveURL(new RegExp(`#/jobs/${PAYMENT}\\?records\\.status=failed$`));
  const { items } = await demo.read(`/records?job=${PAYMENT}&status=failed`);
  expect(items).toHaveLength(37);
  await expect(pane(page)).toContainText('Showing 37 of 37 records');
  expect(await ids(page, 'Records')).toEqual(items.map((record) => record.id));
  await expect(pane(page)).toContainText('Completed · 37 failed');
  await expect(pane(page).getByRole('button', { name: 'Failed 37' })).toHaveAttribute('aria-pressed', 'true');

  const causes = pane(page).getByRole('group', { name: 'Failures by cause' });
  await causes.getByRole('button', { name: /timed out 29/ }).click();
  await expect(pane(page)).toContainText('Showing 29 of 29 records');
  await rows(page, 'Records').first().click();
  await page.getByRole('link', { name: 'Pipeline journey' }).click();
  await expect(journey(page)).toContainText('Failed at step 4 of 5.');
  await journey(page).getByRole('link', { name: '28 other records' }).click();
  await expect(pane(page)).toContainText('Showing 29 of 29 records');
  await expect(journey(page)).toBeVisible();
});

test('for a minute nothing moves but the time so far', async ({ page, demo }) => {
  await page.clock.install();
  await open(page, `/${RENEWAL}`);
  await expect(rows(page, 'Records').first()).toBeVisible();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(() => {
    window.moved = [];
    const place = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    const own = (node) => place(node)?.closest('[data-part=so-far], [data-part=age]');
    new MutationObserver((changes) => {
      for (const change of changes) if (!own(change.target)) window.moved.push(`${change.type} ${place(change.target)?.outerHTML.slice(0, 200)}`);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const soFar = run(page, /Renewal outreach v12/).locator('[data-part=so-far]');
  const before = await soFar.textContent();
  for (let second = 0; second < 60; second += 10) {
    await demo.advance(10);
    await page.clock.runFor(10_000);
  }
  await expect(soFar).not.toHaveText(before);
  expect(await page.evaluate(() => window.moved)).toEqual([]);
  expect(asked).toEqual([]);
});

test('a refresh leaves selection, scroll and journey as they were, and the figures move', async ({ page, demo }) => {
  const { items } = await demo.read(`/records?job=${RENEWAL}&status=completed`);
  await open(page, `/${RENEWAL}/records/${items[4].id}/journey?records.status=completed`);
  await expect(journey(page).getByRole('listitem').first()).toBeVisible();
  await expect(rows(page, 'Records').first()).toBeVisible();
  const progress = run(page, /Renewal outreach v12/).locator('[data-col=progress]');
  const before = await progress.textContent();
  const panes = page.locator('.jobs-pane');
  const places = () => panes.evaluateAll((all) => all.map((one) => one.scrollTop));
  await panes.evaluateAll((all) => all.forEach((one) => (one.scrollTop = 90)));
  const scrolled = await places();
  await journey(page).evaluate((element) => (element.dataset.same = 'yes'));
  await demo.advance(120);
  const url = page.url();
  await refreshed(page);
  await expect(progress).not.toHaveText(before);
  await expect(page).toHaveURL(url);
  await expect(run(page, /Renewal outreach v12/)).toHaveAttribute('aria-selected', 'true');
  await expect(journey(page)).toHaveAttribute('data-same', 'yes');
  await expect(journey(page).getByRole('listitem').first()).toBeVisible();
  expect(await places()).toEqual(scrolled);
});

test('a full plan refuses a run and says what to do; a double press starts one', async ({ page, demo }) => {
  await open(page);
  const { plan } = await demo.read('/spinners');
  const dialog = page.getByRole('dialog', { name: 'Start a run of which spinner?' });
  await page.getByRole('button', { name: 'Start a run…' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Spinner' })).toBeVisible();
  await demo.control(`plan?used=${plan.jobs_limit}`);
  await dialog.getByRole('button', { name: 'Start run' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The monthly limit is reached.');
  await expect(dialog.getByRole('alert')).toContainText('ask an admin of this workspace');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Start a run…' }).click();
  await expect(dialog).toContainText(`${count(plan.jobs_limit)} of ${count(plan.jobs_limit)}`);
  await expect(dialog.getByRole('button', { name: 'Start run' })).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog.locator('.note')).toContainText('ask an admin of this workspace');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await demo.control('plan?used=1');
  const known = (await jobs(demo)).page.total;
  await page.getByRole('button', { name: 'Start a run…' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Spinner' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Start run' }).dblclick();
  await expect(page).toHaveURL(/#\/jobs\/job_/);
  await expect(dialog).toBeHidden();
  expect((await jobs(demo)).page.total).toBe(known + 1);
});

test('an unknown run does not take the page with it', async ({ page }) => {
  await open(page, '/fault-500');
  await expect(pane(page).getByRole('alert').first()).toContainText('HTTP 500');
  await expect(page.getByText('This page never reloads by itself')).toBeVisible();
});

test('a journey that lies over the records is a dialog: focus kept in, the rest out of reach, c copies', async ({ page, demo, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { items } = await demo.read(`/records?job=${PAYMENT}&status=failed`);
  await page.setViewportSize({ width: 900, height: 900 });
  await open(page, `/${PAYMENT}/records/${items[0].id}?records.status=failed`);
  await page.getByRole('link', { name: 'Pipeline journey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pipeline journey' });
  await expect(dialog).toBeFocused();
  await expect(dialog.getByRole('list', { name: 'Steps' })).toBeVisible();
  const isReachable = () => refresh(page).evaluate((button) => button.closest('[inert]') === null);
  expect(await isReachable(), 'over the records').toBe(false);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Close the journey' })).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByText('Evidence copied, phone numbers masked.').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(items[0].id);

  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(journey(page), 'beside the records it is a pane').toBeVisible();
  expect(await isReachable(), 'beside the records').toBe(true);
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(dialog).toBeVisible();
  await dialog.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pipeline journey' })).toBeFocused();
  expect(await isReachable(), 'once it is closed').toBe(true);
});
