// What calls came to: each card's figures are the contract's, in the picture's table, in its
// sentence and in its notes.
import { count, expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;
const money = ({ amount }) => `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** The cells of a table's rows, heads aside. */
const cells = (table) => table.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())));

/** The value beside a name of a list of definitions. */
const beside = (place, name) => place.getByRole('definition').and(place.locator(`dt:text-is("${name}") + dd`));

for (const [heading, key, whole] of [['Dispositions', 'dispositions', 'of'], ['Sentiment', 'sentiment', 'scored']]) {
  test(`${heading}: the table gives the contract's counts and their shares, the sentence the most frequent`, async ({ page, demo }) => {
    const { [key]: told } = await demo.snapshot(RUNNING);
    const live = await new LivePage(page).open(RUNNING);
    const card = live.section(heading);
    await card.scrollIntoViewIfNeeded();
    await expect(card.locator('svg').first()).toBeVisible();
    await card.getByRole('button', { name: `Show as table for ${heading}` }).click();
    const rows = await cells(card.getByRole('table'));
    const wanted = told.items.map(({ label, count: calls }) => [label.toLowerCase(), count(calls), percent(calls, told[whole])]);
    expect(rows.map(([label, ...figures]) => [label.toLowerCase(), ...figures])).toEqual(wanted);
    const most = told.items.reduce((most, item) => (item.count > most.count ? item : most));
    await expect(card.getByRole('img', { name: new RegExp(`^Most frequent: ${most.label}, ${count(most.count)} of ${count(told[whole])}`, 'i') })).toBeVisible();
    await expect(card).toContainText(`${count(told[whole])} ${whole === 'of' ? 'completed' : 'scored'}`);
  });
}

test('Retry effectiveness: dialed, answered, rate and reached so far of each attempt', async ({ page, demo }) => {
  const { retries } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).open(RUNNING);
  const rows = await cells(live.section('Retry effectiveness').getByRole('table'));
  let reached = 0;
  for (const [at, { dialed, answered, cost_per_answer: cost }] of retries.entries()) {
    reached += answered;
    const [, ...figures] = rows[at];
    expect(figures).toEqual([count(dialed), count(answered), percent(answered, dialed), '', `${count(reached)} (${percent(reached, retries[0].dialed)})`, money(cost)]);
  }
  expect(rows.length).toBe(retries.length);
  await expect(live.section('Retry effectiveness')).toContainText(/Retries still help|does not help|no longer help/i);
});

test('A/B test: each variant with its calls, and no winner before the minimum', async ({ page, demo }) => {
  for (const [id, says] of [[RUNNING, /Too early to call|leads by/], ['cmp_2vk8d', /Not enough data: each variant needs 200 calls/]]) {
    const { ab_test: told } = await demo.snapshot(id);
    const live = await new LivePage(page).open(id);
    const card = live.section('A/B test');
    await expect(card.getByRole('table').getByRole('row')).toHaveCount(told.variants.length + 1);
    const rows = await cells(card.getByRole('table'));
    expect(rows.map((row) => row.slice(1))).toEqual(told.variants.map((variant) => [count(variant.calls), count(variant.reached), percent(variant.reached, variant.calls)]));
    for (const [at, variant] of told.variants.entries()) {
      expect(rows[at][0]).toContain(variant.name);
      expect(rows[at][0]).toContain(`${100 * variant.share}%`);
    }
    await expect(card).toContainText(says);
  }
});

test('Cost summary: the sums as sent, and what an answer and a completed call cost', async ({ page, demo }) => {
  const { cost, attempts, goal } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).open(RUNNING);
  const card = live.section('Cost summary');
  for (const [name, value] of [
    ['Total', money(cost.total)],
    ['AI', money(cost.ai)],
    ['Telephony', money(cost.telephony)],
    ['Budget left', money({ amount: cost.budget.amount - cost.total.amount })],
    ['Per answered call', money({ amount: cost.total.amount / attempts.answered })],
    ['Per goal reached', money({ amount: cost.total.amount / goal.reached })],
  ]) {
    await expect(beside(card, name), name).toContainText(value);
  }
  await expect(card).toContainText(cost.billing_note);
  const other = await new LivePage(page).open('cmp_1a9ze');
  await expect(other.section('Cost summary')).toContainText('Reconcile with SIP and carrier reports before invoicing.');
});

test('Age in state: each state with its count, its limit and a verdict; normal waiting is exempt', async ({ page, demo }) => {
  const { states } = await demo.snapshot('cmp_3zn4v');
  const live = await new LivePage(page).open('cmp_3zn4v');
  const rows = await cells(live.section('Age in state').getByRole('table'));
  expect(rows.length).toBe(states.length);
  for (const [at, state] of states.entries()) {
    const [, tasks, , limit, , verdict] = rows[at];
    expect(tasks, state.state).toBe(count(state.count));
    expect(limit === 'No limit', state.state).toBe(state.limit_seconds === null);
    expect(/escalate to engineering/i.test(verdict), state.state).toBe(state.over_limit > 0);
    if (state.limit_seconds === null) expect(verdict, state.state).toBe('Normal waiting');
  }
  expect(states.some((state) => state.over_limit > 0), 'one state of the demo is over its limit').toBe(true);
});

test('a callback past due in its window is not normal waiting', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  const callbacks = live.section('Age in state').getByRole('row').filter({ hasText: 'Callback scheduled' });
  await expect(callbacks).toContainText('Normal waiting');
  await demo.advance(1800);
  await live.refreshed();
  const late = (await demo.snapshot(RUNNING)).states.find((state) => state.state === 'callback_scheduled');
  expect(late.over_limit, 'a callback of the demo is past due by now').toBeGreaterThan(0);
  await expect(callbacks).not.toContainText('Normal waiting');
  await expect(callbacks).toContainText(/past due/i);
});

test('Dialer metrics: the figures as sent, the rates with what they are of', async ({ page, demo }) => {
  const { attempts, counts } = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).open(RUNNING);
  const card = live.section('Dialer metrics');
  for (const [name, value] of [
    ['Total calls', count(attempts.dialed)],
    ['Attempted', count(counts.attempted)],
    ['Answered', count(attempts.answered)],
    ['Retries remaining', count(attempts.retries_remaining)],
    ['Attempt answer rate', `${percent(attempts.answered, attempts.finished)} (${count(attempts.answered)} of ${count(attempts.finished)})`],
    ['Abandon rate', `${percent(attempts.abandoned, attempts.answered_live)} (${count(attempts.abandoned)} of ${count(attempts.answered_live)} live answers)`],
    ['Machine detected', count(attempts.machine_detected)],
  ]) {
    const metric = card.locator('.stat').filter({ has: page.getByRole('button', { name, exact: true }) });
    await expect(metric.getByRole('definition'), name).toHaveText(value);
  }
});
