// Targeted retries from the Triage screen: the dry run, the sample, its verdict, and the rest.
import { count, expect, test } from './demo.js';
import { RUNNING } from './live_page.js';

const MINUTE = 60;
const CLAIMS = 'cmp_1a9ze';

/** A carrier fails, the breaker pauses the campaign, and the carrier is well again. */
async function afterAnOutage(demo) {
  await demo.trouble(RUNNING, 'carrier_outage');
  await demo.advance(24 * MINUTE);
}

/** Card 4 as an operator knows it. */
class RetryCard {
  constructor(page) {
    this.page = page;
    this.card = page.getByRole('region', { name: 'Retry strategy' });
    this.start = this.card.getByRole('button', { name: /^Retry (a sample|1 contact|\d+-contact sample)…$/ });
    this.rest = this.card.getByRole('button', { name: /^Retry all/ });
    this.stop = this.card.getByRole('button', { name: 'Stop…' });
    this.board = this.card.getByRole('region', { name: 'Sample watch' });
    this.cells = this.board.getByRole('list').first().getByRole('listitem');
    this.dialog = page.getByRole('dialog');
    this.begin = this.dialog.getByRole('button', { name: 'Start the sample' });
    this.kinds = this.card.getByRole('group', { name: /^Retry: / });
  }

  async open(scope, rest = '') {
    await this.page.goto(`/#/triage?campaign=${scope}${rest}`);
    await expect(this.card).toBeVisible();
    return this;
  }

  /** Lets the page read everything again, and waits for the retry's answer. */
  async refreshed() {
    const answer = this.page.waitForResponse((response) => /\/api\/retries\/[^/?]+$/.test(response.url()));
    await this.page.getByRole('button', { name: 'Refresh evidence' }).click();
    await answer;
  }

  /** The figure of a line in the dialog. */
  figure(label) {
    return this.dialog.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]');
  }

  /** Opens the dry run and waits for its figures. */
  async rehearse() {
    const asked = this.page.waitForResponse('**/api/retries/preview');
    await this.start.click();
    const answer = await asked;
    await expect(this.figure('May be retried')).toBeVisible();
    return { preview: await answer.json(), selection: answer.request().postDataJSON() };
  }

  async started() {
    await expect(this.dialog).toBeHidden();
    await expect(this.page).toHaveURL(/[?&]retry=/);
    return /[?&]retry=([^&]+)/.exec(this.page.url())[1];
  }
}

async function post(demo, path, body, key = path) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `${key}-${Math.random()}` };
  demo.touched = true;
  const answer = await fetch(new URL(`api${path}`, demo.address), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

test('a sample that goes well opens the rest; a reload and another page find the same state', async ({ page, demo, context }) => {
  test.setTimeout(90_000);
  await afterAnOutage(demo);
  await demo.control('retry?outcome=good');
  const retry = await new RetryCard(page).open(RUNNING);
  await expect(retry.cells).toHaveCount(20);
  await retry.rest.focus();
  await expect(retry.rest).toBeFocused();
  await expect(retry.rest).toHaveAttribute('aria-disabled', 'true');
  await expect(retry.rest).toHaveAccessibleDescription(/A sample comes first\. 18 of 20 must dispatch without a carrier error/);
  await page.keyboard.press('Enter');
  await expect(retry.dialog).toBeHidden();

  const { preview, selection } = await retry.rehearse();
  expect(selection.filter, 'what is chosen, and never everything').toBeTruthy();
  await expect(retry.figure('May be retried')).toHaveText(count(preview.eligible));
  await expect(retry.figure('Selected')).toHaveText(count(preview.selected));
  await expect(retry.figure('The rest, after the sample')).toHaveText(count(preview.eligible - 20));
  const out = preview.excluded.reduce((sum, row) => sum + row.count, 0);
  expect(preview.eligible + out).toBe(preview.selected);
  await expect(retry.figure('Left out: already reached')).toBeVisible();
  await expect(retry.figure('Left out: in flight')).toBeVisible();
  let starts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/retries')) starts += 1;
  });
  await retry.begin.dblclick();
  const id = await retry.started();
  expect(starts, 'a double click asks once').toBe(1);
  const known = await demo.read(`/retries?campaign=${RUNNING}`);
  expect(known.items.map((item) => item.id), 'a double click starts one').toEqual([id]);
  await expect(retry.start).toHaveAttribute('aria-disabled', 'true');

  await demo.advance(20);
  await retry.refreshed();
  const begun = await demo.read(`/retries/${id}`);
  expect(begun.state).toBe('sampling');
  await expect(retry.board).toContainText(`${begun.counts.dispatched} of 20 dispatched`);
  await expect(retry.rest).toHaveAccessibleDescription(/The sample is not over/);
  await page.reload();
  await expect(retry.board).toContainText(`${begun.counts.dispatched} of 20 dispatched`);
  const colleague = await context.newPage();
  const other = await new RetryCard(colleague).open(RUNNING);
  await expect(colleague).toHaveURL(new RegExp(`retry=${id}`));
  await expect(other.board).toContainText(`${begun.counts.dispatched} of 20 dispatched`);

  // The board follows by itself, and says aloud only what it comes to.
  await demo.advance(20 * MINUTE);
  await expect(retry.card).toContainText('The sample passed.');
  await expect(page.getByRole('status').filter({ hasText: 'Sample passed' })).toHaveCount(1);
  const passed = await demo.read(`/retries/${id}`);
  await retry.board.getByText('Show the dispatches as a table').click();
  const rows = retry.board.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(21);
  for (const dispatch of passed.dispatches) {
    const { task } = await demo.read(`/campaigns/${RUNNING}/tasks/${dispatch.task_id}`);
    const reached = ['answered', 'completed'].includes(dispatch.result);
    expect(['completed', 'abandoned', 'callback_scheduled'].includes(task.status), `${dispatch.task_id} ${dispatch.result} ${task.status}`).toBe(reached);
  }

  // By keyboard alone from here.
  await retry.rest.focus();
  await expect(retry.rest).toHaveText(`Retry all ${count(passed.counts.rest - passed.counts.skipped)}…`);
  await page.keyboard.press('Enter');
  await expect(retry.dialog).toHaveAccessibleName(`Retry the remaining ${count(passed.counts.rest - passed.counts.skipped)}?`);
  await expect(retry.dialog.getByRole('button', { name: 'Leave it shut' })).toBeFocused();
  await expect(retry.figure('May be retried')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(retry.dialog.getByRole('button', { name: 'Retry the rest' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(retry.dialog).toBeHidden();
  await expect(retry.card).toContainText('The rest was released');
  await demo.advance(120 * MINUTE);
  await retry.refreshed();
  await expect(retry.card).toContainText('The retry is over.');
  const over = await demo.read(`/retries/${id}`);
  expect(over.state).toBe('completed');
  expect(over.counts.dispatched + over.counts.skipped).toBe(over.counts.eligible);
  await expect(retry.card).toContainText(`${count(over.counts.dispatched)} of ${count(over.counts.eligible)} dispatched`);
  await expect(retry.card).toContainText(`${count(over.counts.reached)} reached`);
  await colleague.close();
});

test('a sample that goes badly stays shut, says why, and is kept for a look back', async ({ page, demo }) => {
  test.setTimeout(60_000);
  await afterAnOutage(demo);
  await demo.control('retry?outcome=errors');
  const retry = await new RetryCard(page).open(RUNNING);
  await retry.rehearse();
  await retry.dialog.getByRole('spinbutton', { name: /Sample size/ }).fill('9');
  await expect(retry.begin).toHaveAttribute('aria-disabled', 'true');
  await retry.dialog.getByRole('spinbutton', { name: /Sample size/ }).fill('10');
  await expect(retry.dialog).toContainText('9 of 10 must come through without a carrier error');
  await retry.begin.click();
  const id = await retry.started();
  await demo.advance(15 * MINUTE);
  await retry.refreshed();
  await expect(retry.card).toContainText('The sample failed. The rest stays shut.');
  await expect(retry.card).toContainText(/at most 1 of 10 may/);
  await expect(retry.card).toContainText('level 2');
  await expect(retry.rest).toHaveAttribute('aria-disabled', 'true');
  await expect(retry.rest).toHaveAccessibleDescription(/at most 1 of 10 may/);
  const refused = await post(demo, `/retries/${id}/actions/release`, { reason: null });
  expect(refused.status, 'the API keeps it shut as well').toBe(409);
  await page.reload();
  await expect(retry.card).toContainText('The sample failed. The rest stays shut.');

  await demo.control('retry?outcome=good');
  await retry.rehearse();
  await retry.begin.click();
  await expect(page).not.toHaveURL(new RegExp(`retry=${id}`));
  const others = retry.card.getByRole('region', { name: 'Other retries' });
  await expect(others.getByRole('listitem').filter({ hasText: id })).toContainText('Sample failed');
  await retry.stop.click();
  await expect(retry.dialog).toContainText('A stopped retry cannot go on');
  await retry.dialog.getByRole('button', { name: 'Stop the retry' }).click();
  await expect(retry.card).toContainText('The retry was stopped.');
  await expect(retry.stop).toBeHidden();
  await others.getByRole('link', { name: id }).click();
  await expect(retry.card).toContainText('The sample failed. The rest stays shut.');

  await retry.open(CLAIMS, `&retry=${id}`);
  await expect(retry.card).toContainText(`Retry ${id} belongs to another campaign or run.`);
  await expect(retry.board).toBeHidden();
  await expect(retry.card).not.toContainText('The sample failed.');
  await expect(retry.rest).toHaveAttribute('aria-disabled', 'true');
});

test('nobody who must not be called can be reached, and nothing chosen is nothing asked', async ({ page, demo }) => {
  test.setTimeout(60_000);
  await afterAnOutage(demo);
  const retry = await new RetryCard(page).open(RUNNING);
  const boxes = retry.kinds.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.uncheck();
  await expect(retry.start).toHaveAttribute('aria-disabled', 'true');
  await expect(retry.start).toHaveAccessibleDescription(/An empty choice would retry everything/);
  await retry.start.press('Enter');
  await expect(retry.dialog).toBeHidden();
  const empty = await post(demo, '/retries', { selection: { campaign_id: RUNNING, filter: {} }, sample_size: 20, reason: null });
  expect(empty.status).toBe(422);

  const calls = await demo.read(`/calls?campaign=${RUNNING}&sip_status=404&size=10`);
  const reached = await demo.read(`/campaigns/${RUNNING}/tasks?status=completed&size=1`);
  const live = await demo.read(`/campaigns/${CLAIMS}/tasks?status=in_progress&size=1`);
  for (const [campaign, record, label] of [
    [RUNNING, calls.items[0].task_id, 'permanent failure'],
    [RUNNING, reached.items[0].id, 'already reached'],
    [CLAIMS, live.items[0].id, 'in flight'],
  ]) {
    await retry.open(campaign, `&record=${record}`);
    await expect(retry.card).toContainText(record);
    await expect(retry.start).toHaveText('Retry 1 contact…');
    const { preview, selection } = await retry.rehearse();
    expect(selection).toEqual({ campaign_id: campaign, ids: [record] });
    expect(preview.eligible, label).toBe(0);
    await expect(retry.figure(`Left out: ${label}`)).toHaveText('1');
    await expect(retry.begin).toHaveAttribute('aria-disabled', 'true');
    await expect(retry.begin).toHaveAccessibleDescription(/Nobody of the selection may be retried/);
    const refused = await post(demo, '/retries', { selection, sample_size: 20, reason: null });
    expect([refused.status, refused.body.code], label).toEqual([409, 'NOTHING_ELIGIBLE']);
    await retry.dialog.getByRole('button', { name: 'Close' }).click();
  }
});

test('what fails is told beside the button, nothing is lost, and nothing is done twice', async ({ page, demo }) => {
  test.setTimeout(60_000);
  await afterAnOutage(demo);
  const retry = await new RetryCard(page).open(RUNNING);
  await expect(retry.start).not.toHaveAttribute('aria-disabled');
  const problem = (status, detail) => ({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Refused', status, detail }) });
  await page.route('**/api/retries/preview', (route) => route.fulfill(problem(503, 'The dialer is restarting.')), { times: 1 });
  await retry.start.click();
  await expect(retry.dialog.getByRole('alert').filter({ hasText: 'The dry run was not made.' })).toContainText('The dialer is restarting.');
  await expect(retry.begin).toHaveAttribute('aria-disabled', 'true');
  await retry.dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(retry.figure('May be retried')).toBeVisible();

  // The dry run no longer holds: nothing is started, and the difference is told.
  let starts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/retries')) starts += 1;
  });
  await page.route('**/api/retries/preview', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    await route.fulfill({ response: answer, json: { ...body, eligible: body.eligible - 7, selected: body.selected - 7 } });
  }, { times: 1 });
  await retry.dialog.getByRole('textbox', { name: /Reason/ }).fill('carrier is back');
  await retry.begin.click();
  await expect(retry.dialog).toContainText(/It has changed since the dry run: may be retried .* → /);
  expect(starts).toBe(0);

  // 403: refused, told, and everything typed is still there.
  await page.route('**/api/retries', (route) => route.fulfill(problem(403, 'Supervisors may retry.')), { times: 1 });
  await retry.begin.click();
  await expect(retry.dialog.getByRole('alert').filter({ hasText: 'Nothing was started.' })).toContainText('Supervisors may retry.');
  await expect(retry.dialog.getByRole('textbox', { name: /Reason/ })).toHaveValue('carrier is back');

  // The answer is lost after the server has begun: pressing again finds the same one.
  await page.route('**/api/retries', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  }, { times: 1 });
  await retry.begin.click();
  await expect(retry.dialog, 'the list of retries shows that it was begun').toBeHidden();
  const { items } = await demo.read(`/retries?campaign=${RUNNING}`);
  expect(items).toHaveLength(1);
  expect(items[0].reason).toBe('carrier is back');
  await expect(page).toHaveURL(new RegExp(`retry=${items[0].id}`));
  await expect(retry.board).toContainText('of 20 dispatched');
  await expect(retry.start).toHaveAttribute('aria-disabled', 'true');
  expect((await demo.read(`/retries?campaign=${RUNNING}`)).items).toHaveLength(1);

  // Whoever leaves while it runs is not called back.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Campaigns' }).click();
  await expect(page.getByRole('table', { name: 'Campaigns' })).toBeVisible();
  await expect(page).toHaveURL(/#\/campaigns$/);
});
