// The debug panel of a task: what it tells, and moving from row to row.
import { expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const STATUS = 'status=exhausted';
const failed = (event) => event.sip_status >= 400;

/** A task of the list with a carrier's failure in its history, and its debug answer. */
async function failingTask(demo) {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?${STATUS}`);
  for (const { id } of items) {
    const debug = await demo.read(`/campaigns/${RUNNING}/tasks/${id}`);
    if (debug.events.some((event) => event.sip_status === 503) && debug.events.some((event) => event.sip_status === 480)) return debug;
  }
  throw new Error('The demo has no exhausted task with SIP 503 and SIP 480 on the first page.');
}

async function opened(page, debug) {
  const live = await new LivePage(page).open(RUNNING, `/tasks/${debug.task.id}?${STATUS}`);
  await expect(live.drawer).toContainText(debug.reason.text);
  const events = live.drawer.getByRole('region', { name: 'Events' }).getByRole('listitem');
  await expect(events.first()).toBeVisible();
  return { live, drawer: live.drawer, events };
}

test('the events are those of the API, newest first, the deciding one marked, failures with their class', async ({ page, demo }) => {
  const debug = await failingTask(demo);
  const { events } = await opened(page, debug);
  await expect(events).toHaveCount(debug.events.length);
  for (const [at, event] of debug.events.entries()) {
    await expect(events.nth(at)).toContainText(event.text);
    await expect(events.nth(at)).toContainText(event.at.slice(11, event.text.startsWith('Created') ? 16 : 19));
    expect((await events.nth(at).textContent()).includes('decided the state'), event.text).toBe(event.deciding);
    const known = { 480: 'Retry later', 503: 'Transient', 486: 'Retry soon' }[event.sip_status];
    if (known) await expect(events.nth(at)).toContainText(`${known}`);
    if (event.sip_status) await expect(events.nth(at)).toContainText(`SIP ${event.sip_status}`);
  }
});

test('what lies around it is unreachable also where no frame is painted, as in a tab in the background', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.rows.first()).toBeAttached();
  const isReachable = () => live.refresh.evaluate((button) => button.closest('[inert]') === null);
  // Until here the page draws; from here on its frames never come.
  await page.evaluate(() => (window.requestAnimationFrame = () => 0));
  const debug = live.rows.first().getByRole('button', { name: /^Debug/ });
  await debug.evaluate((button) => button.click());
  await expect(page.getByRole('dialog')).toBeAttached();
  await expect.poll(isReachable).toBe(false);
});

test('Failures only leaves the failures, and lets go of them again', async ({ page, demo }) => {
  const debug = await failingTask(demo);
  const { drawer, events } = await opened(page, debug);
  const failures = debug.events.filter(failed);
  expect(failures.length).toBeLessThan(debug.events.length);
  const only = drawer.getByRole('button', { name: 'Failures only' });
  await only.click();
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  await expect(events).toHaveCount(failures.length);
  for (const [at, event] of failures.entries()) await expect(events.nth(at)).toContainText(event.text);
  await only.click();
  await expect(events).toHaveCount(debug.events.length);
});

test('a task without a failure says so, not an empty list', async ({ page, demo }) => {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=pending`);
  const debug = await demo.read(`/campaigns/${RUNNING}/tasks/${items.at(-1).id}`);
  expect(debug.events.filter(failed)).toEqual([]);
  const live = await new LivePage(page).open(RUNNING, `/tasks/${debug.task.id}`);
  await live.drawer.getByRole('button', { name: 'Failures only' }).click();
  await expect(live.drawer.getByRole('region', { name: 'Events' })).toContainText('No event of this task is a failure with a known class.');
});

test('Snapshots and Raw JSON hold what the API sent', async ({ page, demo }) => {
  const debug = await failingTask(demo);
  const { drawer } = await opened(page, debug);
  const show = (name) => drawer.getByRole('group', { name: 'What is shown of the task' }).getByText(name).click();
  await show(`Snapshots ${debug.snapshots.length}`);
  await expect(drawer.getByRole('region', { name: 'Events' })).toHaveCount(0);
  const texts = await drawer.getByRole('region', { name: 'Snapshots' }).locator('pre').allTextContents();
  expect(texts.map((text) => JSON.parse(text))).toEqual(debug.snapshots.map((snapshot) => snapshot.data));
  await show('Raw JSON');
  expect(JSON.parse(await drawer.locator('pre').textContent())).toEqual(debug);
  await show(`Events ${debug.events.length}`);
  await expect(drawer.getByRole('region', { name: 'Events' })).toBeVisible();
});

test('↓ and ↑ move between the rows, in the address, and Back leads to the list', async ({ page, demo }) => {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?${STATUS}`);
  const live = await new LivePage(page).open(RUNNING, `?${STATUS}`);
  await live.row(items[0].contact.name).first().getByRole('button', { name: /Debug/ }).click();
  const onRow = async (at) => {
    await expect(page).toHaveURL(new RegExp(`/tasks/${items[at].id}\\?${STATUS}`));
    await expect(live.drawer).toHaveAccessibleName(items[at].contact.name);
    await expect(live.drawer).toContainText(`Row ${at + 1} of ${items.length}`);
    await expect(live.tasks.locator('[aria-selected=true]')).toContainText(items[at].contact.name);
  };
  await onRow(0);
  await page.keyboard.press('ArrowUp');
  await onRow(0);
  for (const at of [1, 2]) {
    await page.keyboard.press('ArrowDown');
    await onRow(at);
  }
  await page.keyboard.press('ArrowUp');
  await onRow(1);
  await page.reload();
  await onRow(1);
  await page.goBack();
  await expect(live.drawer).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${RUNNING}\\?${STATUS}`));
});

test('an open drawer follows a refresh', async ({ page, demo }) => {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=in_progress`);
  const live = await new LivePage(page).open(RUNNING, `/tasks/${items[0].id}`);
  await expect(live.drawer.getByText('In progress', { exact: true }).first()).toBeVisible();
  await demo.advance(1200);
  const after = await demo.read(`/campaigns/${RUNNING}/tasks/${items[0].id}`);
  expect(after.task.status, 'the call has ended meanwhile').toBe('completed');
  await page.keyboard.press('r');
  await expect(live.drawer).toContainText(after.reason.text);
  await expect(live.drawer.getByRole('region', { name: 'Events' }).getByRole('listitem')).toHaveCount(after.events.length);
});
