// Every word and figure that a dialer sends of a campaign, by its wire name: where it stands in
// the product, and what is read there. A name without a place, or a place without its text, fails.
import { readFileSync } from 'node:fs';
import { count, expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const NAMES = JSON.parse(readFileSync(new URL('../design/wire_names.json', import.meta.url), 'utf8'));

/** Ends with Stop, so that it has every documented action. */
const WITH_EVERY_ACTION = 'cmp_1a9ze';

const percent = (rate) => `${(rate * 100).toFixed(1)}%`;
const duration = (seconds) => `${Math.floor(Math.round(seconds) / 60)}m ${String(Math.round(seconds) % 60).padStart(2, '0')}s`;

/** Wire name to the figure of a snapshot, as it is written in the card. */
const METRICS = {
  total_calls: ({ attempts }) => count(attempts.dialed),
  attempted_count: ({ counts }) => count(counts.attempted),
  answered_count: ({ attempts }) => count(attempts.answered),
  completed_count: ({ counts }) => count(counts.by_status.completed),
  failed_count: ({ counts: { by_status: by } }) => count(by.exhausted + by.amd_machine + by.abandoned),
  retries_remaining: ({ attempts }) => count(attempts.retries_remaining),
  attempt_answer_rate: ({ attempts }) => `${percent(attempts.answer_rate ?? attempts.answered / attempts.finished)} (${count(attempts.answered)} of ${count(attempts.finished)})`,
  completion_rate: ({ attempts, counts }) => `${percent(attempts.completion_rate ?? counts.by_status.completed / counts.total)} (${count(counts.by_status.completed)} of ${count(counts.total)})`,
  average_handle_time: ({ attempts }) => duration(attempts.average_seconds ?? attempts.talk_seconds / attempts.completed),
  abandon_rate: ({ attempts }) => percent(attempts.abandon_rate ?? attempts.abandoned / attempts.answered_live),
  machine_detected_count: ({ attempts }) => count(attempts.machine_detected),
};
const CALLBACKS = {
  callback_pending: ({ callbacks }) => count(callbacks.pending),
  callback_completed: ({ callbacks }) => count(callbacks.completed),
  callback_cancelled: ({ callbacks }) => count(callbacks.cancelled),
  callback_exhausted: ({ callbacks }) => count(callbacks.exhausted),
};

test('every name has its place in this table', () => {
  expect(Object.keys(METRICS)).toEqual(Object.keys(NAMES.metric));
  expect(Object.keys(CALLBACKS)).toEqual(Object.keys(NAMES.callback_counter));
});

test('every campaign status stands in the list of campaigns', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns?size=200');
  await page.goto('/#/campaigns?size=200');
  const row = (id) => page.getByRole('table', { name: 'Campaigns' }).getByRole('row').filter({ hasText: id });
  for (const [status, label] of Object.entries(NAMES.campaign_status)) {
    const campaign = items.find((item) => item.status === status);
    expect(campaign, `the demo has a campaign of status ${status}`).toBeTruthy();
    await expect(row(campaign.id).getByText(label, { exact: true }), status).toBeVisible();
  }
});

test('every action stands on the campaign that offers it', async ({ page, demo }) => {
  const { actions } = await demo.snapshot(WITH_EVERY_ACTION);
  await new LivePage(page).open(WITH_EVERY_ACTION);
  await page.getByRole('button', { name: 'More actions' }).click();
  for (const [action, label] of Object.entries(NAMES.action)) {
    expect(actions.map(({ name }) => name), `the server offers ${action}`).toContain(action);
    const name = new RegExp(`^${label}(…|\\b)`);
    const control = page.locator('.page-actions').getByRole('button', { name }).or(page.getByRole('menuitem', { name }));
    await expect(control.first(), action).toBeVisible();
  }
});

test('every attempt state, metric and callback counter stands on the campaign page', async ({ page, demo }) => {
  const states = Object.entries(NAMES.attempt_state);
  let snapshot;
  await page.route(`**/campaigns/${RUNNING}/snapshot`, async (route) => {
    const answer = await route.fetch();
    snapshot = await answer.json();
    // Some states last for a second: each of the first tasks is put into one.
    for (const [at, [state]] of states.entries()) snapshot.tasks.items[at].status = state;
    await route.fulfill({ response: answer, json: snapshot });
  });
  const live = await new LivePage(page).openRunning();
  for (const [at, [state, label]] of states.entries()) {
    const status = live.rows.nth(at).locator('[data-col=status]').or(live.rows.nth(at).getByRole('cell'));
    await expect(status.getByText(label, { exact: true }).first(), state).toBeVisible();
  }
  const card = live.section('Dialer metrics');
  const figures = [...Object.entries(NAMES.metric), ...Object.entries(NAMES.callback_counter)];
  for (const [name, label] of figures) {
    const written = { ...METRICS, ...CALLBACKS }[name](snapshot);
    const figure = card.locator('.stat').filter({ has: page.getByText(label, { exact: true }) });
    await expect(figure.getByRole('definition'), name).toContainText(written);
  }
});
