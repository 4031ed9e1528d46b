import { count, expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const tasksOf = (demo, query) => demo.read(`/campaigns/${RUNNING}/tasks?${query}`);

test('paging walks through the tasks, page by page, with the page in the address', async ({ page, demo }) => {
  const { page: info } = await tasksOf(demo, 'page=2');
  const live = await new LivePage(page).openRunning();
  await expect(live.tasks).toContainText(`Showing 50 of ${count(info.total)} tasks`);
  await live.tasks.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  const second = (await tasksOf(demo, 'page=2')).items[0];
  await expect(live.rows.first()).toContainText(second.contact.name);
  await live.tasks.getByRole('button', { name: 'Previous' }).click();
  await expect(page).not.toHaveURL(/page=2/);
  await expect(live.tasks.getByRole('button', { name: 'Previous' })).toBeDisabled();
});

test('of two pages asked for quickly the last one stays', async ({ page, demo }) => {
  const id = 'flaky-slow~pages';
  const live = await new LivePage(page).open(id, '?page=2');
  await expect(live.rows.first()).toBeVisible();
  const slow = new Promise((resolve) => {
    for (const ending of ['requestfailed', 'requestfinished']) {
      page.on(ending, (request) => request.url().includes('page=3') && resolve(ending));
    }
  });
  const asked = page.waitForRequest(/page=3/);
  await page.evaluate((address) => (location.hash = address), `#/campaigns/${id}?page=3`);
  await asked;
  await page.evaluate((address) => (location.hash = address), `#/campaigns/${id}?page=4`);
  const fourth = (await tasksOf(demo, 'page=4')).items[0];
  await expect(live.rows.first()).toContainText(fourth.contact.name);
  expect(await slow, 'the request for page 3 is given up').toBe('requestfailed');
  await expect(live.rows.first()).toContainText(fourth.contact.name);
});

test('search finds by name, phone and ID, and the last word wins', async ({ page, demo }) => {
  const task = (await tasksOf(demo, 'sort=contact&page=3')).items[7];
  const live = await new LivePage(page).openRunning();
  const search = live.tasks.getByRole('searchbox');
  for (const words of [task.contact.name, task.phone.slice(-7), task.id]) {
    await search.fill(words);
    await expect(live.row(task.contact.name).first()).toBeVisible();
    await expect(page).toHaveURL(/q=/);
  }
  await search.fill('');
  await expect(page).not.toHaveURL(/q=/);
});

test('filters add up, live in the address, and can be cleared', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.filter('Blocker').click();
  await page.getByRole('checkbox', { name: /Retry cool-off/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/blocker=retry_cool_off/);
  const { page: info } = await tasksOf(demo, 'blocker=retry_cool_off');
  await expect(live.tasks).toContainText(`of ${count(info.total)} tasks`);
  await page.reload();
  await expect(live.tasks).toContainText(`of ${count(info.total)} tasks`);
  await live.tasks.getByRole('button', { name: /Remove filter.*Retry cool-off/ }).click();
  await expect(page).not.toHaveURL(/blocker=/);
});

test('filtered to nothing says that it is the filter', async ({ page }) => {
  const live = await new LivePage(page).openRunning('?q=nobody-has-this-name');
  await expect(live.tasks).toContainText(/No task matches/);
  await live.tasks.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(live.rows.first()).toBeVisible();
  await expect(page).not.toHaveURL(/q=/);
});

test('a page past the end is empty, and leads back', async ({ page }) => {
  const live = await new LivePage(page).openRunning('?page=9999');
  await expect(live.rows).toHaveCount(0);
  await live.tasks.getByRole('button', { name: /first page/i }).click();
  await expect(live.rows.first()).toBeVisible();
});

test('sorting by a column says so to everyone and lives in the address', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  const head = live.tasks.getByRole('columnheader', { name: /^Attempts/ });
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/sort=-?attempts/);
  await expect(head).toHaveAttribute('aria-sort', /ascending|descending/);
  const sort = new URL(page.url().replace('#/', '')).searchParams.get('sort');
  const first = (await tasksOf(demo, `sort=${sort}`)).items[0];
  await expect(live.rows.first()).toContainText(first.contact.name);
});

test('waiting for retry is a state of its own, with its time and the contact zone', async ({ page, demo }) => {
  const { items } = await tasksOf(demo, 'status=retry_scheduled');
  const live = await new LivePage(page).openRunning('?status=retry_scheduled');
  const row = live.row(items[0].contact.name).first();
  await expect(row).toContainText('Retry scheduled');
  await expect(row).toContainText(/\d\d:\d\d CST/);
});

test('the drawer opens at the reason, has an address, and gives the focus back', async ({ page, demo }) => {
  const { items } = await tasksOf(demo, 'status=retry_scheduled');
  const task = items[0];
  const debug = await demo.read(`/campaigns/${RUNNING}/tasks/${task.id}`);
  const live = await new LivePage(page).openRunning('?status=retry_scheduled');
  const opener = live.row(task.contact.name).first().getByRole('button', { name: /Debug/ });
  await opener.click();
  await expect(page).toHaveURL(new RegExp(`/tasks/${task.id}`));
  await expect(live.drawer).toContainText(task.contact.name);
  await expect(live.drawer).toContainText(debug.reason.text);
  await expect(live.drawer.getByRole('listitem').filter({ hasText: debug.events[0].text }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(live.drawer).toBeHidden();
  await expect(page).not.toHaveURL(/\/tasks\//);
  await expect(page).toHaveURL(/status=retry_scheduled/);
  await expect(opener).toBeFocused();
});

test('the drawer opens from its own address, also for a task that is not on the page', async ({ page, demo }) => {
  const task = (await tasksOf(demo, 'page=20')).items[3];
  const live = await new LivePage(page).open(RUNNING, `/tasks/${task.id}`);
  await expect(live.drawer).toContainText(task.contact.name);
  await page.keyboard.press('Escape');
  await expect(live.title).toHaveText('Q4 policy renewals');
});

test('an unknown task is said to be unknown, inside the drawer', async ({ page }) => {
  const live = await new LivePage(page).open(RUNNING, '/tasks/tsk_nobody');
  await expect(live.drawer).toContainText('HTTP 404');
  await page.keyboard.press('Escape');
  await expect(live.rows.first()).toBeVisible();
});

test('Refresh reads filtered tasks and the open one again, also while the snapshot stays the same', async ({ page, demo }) => {
  const { id } = (await tasksOf(demo, 'status=exhausted')).items[0];
  for (const [rest, path] of [['?status=exhausted', `/campaigns/${RUNNING}/tasks`], [`/tasks/${id}`, `/campaigns/${RUNNING}/tasks/${id}`]]) {
    const live = await new LivePage(page).openRunning(rest);
    const place = rest.startsWith('/') ? live.drawer : live.tasks;
    await expect(place).toContainText('Exhausted');
    await demo.control(`fail?path=${path}&kind=fault-503`);
    await page.keyboard.press('r');
    await expect(place).toContainText('HTTP 503');
    await expect(place).toContainText('Exhausted');
    await demo.control('heal');
    await page.keyboard.press('r');
    await expect(place).not.toContainText('HTTP 503');
  }
});
