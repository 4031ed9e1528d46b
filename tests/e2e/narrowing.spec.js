// Closing today's window earlier: what the dialog foretells, and what follows.
import { expect, test } from './demo.js';
import { dialogOf, figure, later, sent } from './containment_dialog.js';
import { LivePage, RUNNING } from './live_page.js';

const HEALTHY = 'cmp_1a9ze';
const MINUTE = 60;

/** Share by which contacts left at an earlier close may differ from those foretold. */
const LEFT = 0.25;

test('a narrower window closes when it was said to, with about the contacts left that were foretold', async ({ page, demo }) => {
  const live = await new LivePage(page).open(HEALTHY);
  await live.section('Call windows').getByRole('button', { name: "Narrow today's window…" }).click();
  const { dialog, time, row, confirm } = dialogOf(page);
  await time.fill('15:30');
  expect(await row('Closes')).toEqual(['18:00 CST', '15:30 CST']);
  expect(await row('Dialing left today')).toEqual(['3 h 30 m', '1 h']);
  const left = figure((await row('Contacts left then'))[1]);
  await expect(dialog).toContainText('Dialing stops 15:30 CST, 2 h 30 m earlier');
  expect(await sent(page, confirm('Close at 15:30'))).toMatchObject({ action: 'set_window', closes: '15:30' });
  await expect(live.section('Call windows')).toContainText('15:30');
  const open = await later(live, demo, HEALTHY, 59 * MINUTE);
  expect(open.call_window.open).toBe(true);
  const closed = await later(live, demo, HEALTHY, 20 * MINUTE);
  expect(closed.call_window.open).toBe(false);
  expect(closed.dispatch.calling_now).toBe(0);
  await expect(live.verdict).toContainText('Window closed');
  const { pending = 0, retry_scheduled: retry = 0, callback_scheduled: callback = 0 } = closed.counts.by_status;
  const waiting = pending + retry + callback;
  expect(Math.abs(waiting - left) / left, `${waiting} left, ${left} foretold`).toBeLessThan(LEFT);
});

test('a campaign of a single day is said to end with its window, and does', async ({ page, demo }) => {
  expect((await demo.snapshot(RUNNING)).campaign.mode).toBe('Single day');
  const live = await new LivePage(page).open(RUNNING);
  await live.action("Narrow today's window…").click();
  const { dialog, time, confirm } = dialogOf(page);
  await time.fill('15:00');
  await expect(dialog).toContainText(/about [\d,]+ contacts would not be called any more/);
  await sent(page, confirm('Close at 15:00'));
  const after = await later(live, demo, RUNNING, 40 * MINUTE);
  expect(after.campaign.status).toBe('completed');
  await expect(live.section('Campaign results')).toBeVisible();
  await expect(live.section('Campaign details')).toContainText('15:00 CST');
});

test('a window that is over for today cannot be narrowed, and says so', async ({ page, demo }) => {
  const { reason } = (await demo.snapshot('cmp_7hh3p')).actions.find((action) => action.name === 'set_window');
  const live = await new LivePage(page).open('cmp_7hh3p');
  const narrow = live.action("Narrow today's window…");
  await expect(narrow).toHaveAttribute('aria-disabled', 'true');
  await expect(narrow).toHaveAccessibleDescription(new RegExp(reason.replaceAll('.', '\\.')));
  await narrow.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
