// Holding a campaign back: what the dialog foretells, and what the following snapshots show.
import { expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const HEALTHY = 'cmp_1a9ze';
const MINUTE = 60;

/** Lines that a campaign at its limit may be short of it, between two dials. */
const LINES = 2;
/** Points by which the answer rate of an hour may differ from the one foretold. */
const POINTS = 5;
/** Share by which contacts left at an earlier close may differ from those foretold. */
const LEFT = 0.25;

const isPost = (request) => request.method() === 'POST';
const figure = (text) => Number(/[\d,.]+/.exec(text)[0].replaceAll(',', ''));

/** The dialog, and its table of what changes. */
function dialogOf(page) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    amount: dialog.getByRole('spinbutton', { name: 'Calls at a time' }),
    time: dialog.getByRole('textbox', { name: /Close today at/ }),
    said: dialog.getByRole('status'),
    confirm: (name) => dialog.getByRole('button', { name }),
    row: async (label) => dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) }).getByRole('cell').allTextContents(),
  };
}

/** Presses the button and hands over what was sent. */
async function sent(page, button) {
  const request = page.waitForRequest(isPost);
  const answer = page.waitForResponse((response) => response.url().includes('/snapshot'));
  await button.click();
  await answer;
  const { url, body } = await request.then((request) => ({ url: request.url(), body: request.postDataJSON() }));
  return { action: url.split('/').at(-1), ...body };
}

/** Lets simulated time pass and reads it on the page and from the API. */
async function later(live, demo, id, seconds) {
  await demo.advance(seconds);
  await live.refreshed();
  return demo.snapshot(id);
}

for (const limit of [24, 12]) {
  test(`a concurrency of ${limit}: the lines foretold are the lines in use`, async ({ page, demo }) => {
    const live = await new LivePage(page).open(RUNNING);
    const now = await demo.snapshot(RUNNING);
    await live.action('Lower concurrency…').click();
    const { dialog, amount, row, confirm } = dialogOf(page);
    await amount.fill(String(limit));
    const { capacity } = now.dispatch;
    expect(await row('Concurrency')).toEqual([String(capacity.concurrency.limit), String(limit)]);
    expect(await row('Lines in use')).toEqual([String(capacity.lines_in_use), String(limit)]);
    expect(await row('Smallest limit')).toEqual(['Number pool', 'Concurrency']);
    await expect(dialog).toContainText(`Lines in use drop ${capacity.lines_in_use} → ${limit} as calls end`);
    expect(await sent(page, confirm(`Set to ${limit}`))).toMatchObject({ action: 'set_concurrency', concurrency: limit });
    await expect(dialog).toBeHidden();

    let before = capacity.lines_in_use;
    for (let step = 0; step < 4; step += 1) {
      const { dispatch } = await later(live, demo, RUNNING, 3 * MINUTE);
      expect(dispatch.calling_now, 'no call is cut and none is added').toBeLessThanOrEqual(Math.max(before, limit));
      before = dispatch.calling_now;
    }
    expect(before).toBeGreaterThanOrEqual(limit - LINES);
    expect(before).toBeLessThanOrEqual(limit);
    await expect(live.verdict.getByRole('listitem').filter({ hasText: /^Concurrency/ })).toHaveText(new RegExp(`^Concurrency \\(decides now\\)${limit}`));
    await expect(live.section('Activity')).toContainText(`Concurrency 60 → ${limit}`);
    await live.section('Campaign timeline').scrollIntoViewIfNeeded();
    await expect(live.section('Campaign timeline').getByRole('listitem').filter({ hasText: `Concurrency 60 → ${limit}` })).toBeVisible();
  });
}

test('a finish that moves behind the close of the window is foretold, and then told', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  await live.action('Lower concurrency…').click();
  const { amount, row, confirm } = dialogOf(page);
  await amount.fill('8');
  expect((await row('Likely done'))[1]).toContain('after the window closes');
  await sent(page, confirm('Set to 8'));
  await later(live, demo, RUNNING, 45 * MINUTE);
  await expect(page.getByRole('listitem').filter({ hasText: /^Not done when the window closes/ })).toBeVisible();
});

test('more lines are foretold as well', async ({ page, demo }) => {
  const live = await new LivePage(page).open(HEALTHY);
  const { concurrency } = (await demo.snapshot(HEALTHY)).campaign;
  await live.action('Lower concurrency…').click();
  const { dialog, amount, row, confirm } = dialogOf(page);
  await amount.fill(String(concurrency + 4));
  expect(await row('Lines allowed')).toEqual([String(concurrency), String(concurrency + 4)]);
  await expect(dialog).toContainText(`It may use 4 more lines, ${concurrency + 4} in all.`);
  await sent(page, confirm(`Set to ${concurrency + 4}`));
  const { dispatch } = await later(live, demo, HEALTHY, 5 * MINUTE);
  expect(dispatch.calling_now).toBeGreaterThan(concurrency);
  expect(dispatch.calling_now).toBeLessThanOrEqual(concurrency + 4);
});

/** Removes a number: its figures in the dialog, and how the pool then does. */
async function removed({ page, demo, live, button, number, lines }) {
  await button.click();
  const { dialog, row, confirm } = dialogOf(page);
  await expect(dialog).toHaveAccessibleName(new RegExp(number.replaceAll('+', '\\+')));
  const now = await demo.snapshot(RUNNING);
  const wanted = now.numbers.items.find((item) => item.number === number.replaceAll(' ', ''));
  const sum = (key) => now.numbers.items.filter((item) => item !== wanted).reduce((total, item) => total + item[key], 0);
  const rate = (100 * sum('answered')) / sum('finished');
  expect((await row('Pool answer rate')).map(figure)[1]).toBeCloseTo(rate, 1);
  expect(await row('Pool lines')).toEqual(lines.map(String));
  expect(await sent(page, confirm('Remove from pool'))).toMatchObject({ action: 'remove_number', number_id: wanted.id });
  const cells = live.pool.getByRole('row').filter({ hasText: number });
  await expect(cells).toContainText('Removed');
  await expect(cells.getByRole('button')).toHaveCount(0);
  await expect(live.section('Activity')).toContainText(/removed/i);
  return { id: wanted.id, rate };
}

test('numbers removed one by one: the pool carries and answers what was foretold', async ({ page, demo }) => {
  test.setTimeout(60_000);
  const live = await new LivePage(page).open(RUNNING);
  const flagged = (number) => live.pool.getByRole('button', { name: `Remove ${number}…` });
  await removed({ page, demo, live, button: flagged('+1 312 555 0109'), number: '+1 312 555 0109', lines: [36, 36] });
  await removed({ page, demo, live, button: flagged('+1 414 555 0121'), number: '+1 414 555 0121', lines: [36, 36] });
  await live.pool.getByText('When the answer rate craters').click();
  const worst = live.pool.getByRole('button', { name: 'Remove the worst number…' });
  const { id, rate } = await removed({ page, demo, live, button: worst, number: '+1 614 555 0133', lines: [36, 30] });

  const settled = await later(live, demo, RUNNING, 12 * MINUTE);
  expect(settled.dispatch.calling_now).toBeGreaterThanOrEqual(30 - LINES);
  expect(settled.dispatch.calling_now).toBeLessThanOrEqual(30);
  await expect(live.verdict).toContainText('all 30 pool lines are in use');
  const after = await later(live, demo, RUNNING, 60 * MINUTE);
  const grown = (key) => after.attempts[key] - settled.attempts[key];
  const answers = (100 * grown('answered')) / grown('finished');
  expect(Math.abs(answers - rate), `${answers}% for ${rate}%`).toBeLessThan(POINTS);
  const dialed = (snapshot) => snapshot.numbers.items.find((item) => item.id === id).attempts;
  expect(dialed(after), 'it dials no more').toBe(dialed(settled));
});

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

const REFUSED = [
  ['Lower concurrency…', 'amount', ['0', '-3', '121', ''], /^Between 1 and 120 lines\.$/, /^Set to/],
  ['Lower concurrency…', 'amount', ['60'], /^It is 60 already\.$/, /^Set to/],
  ["Narrow today's window…", 'time', ['18:00', '19:15'], /^Earlier than 18:00 CST; a window is only narrowed\.$/, /^Close at/],
  ["Narrow today's window…", 'time', ['09:00', '14:30'], /^A time still to come today\.$/, /^Close at/],
  ["Narrow today's window…", 'time', [''], /^A time of day as HH:MM\.$/, /^Close at/],
];

for (const [button, field, values, why, confirm] of REFUSED) {
  test(`${button} ${values.map((value) => value || 'nothing').join(', ')}: says why and cannot be sent`, async ({ page }) => {
    const live = await new LivePage(page).open(RUNNING);
    const posts = [];
    page.on('request', (request) => isPost(request) && posts.push(request.url()));
    await live.action(button).click();
    const parts = dialogOf(page);
    for (const value of values) {
      await parts[field].fill(value);
      await expect(parts.said).toHaveText(why);
      await expect(parts.confirm(confirm)).toHaveAttribute('aria-disabled', 'true');
      await expect(parts.dialog.getByRole('table')).toBeHidden();
      await parts.confirm(confirm).click({ force: true });
      await parts.confirm(confirm).press('Enter');
      await expect(parts.dialog).toBeVisible();
    }
    expect(posts).toEqual([]);
  });
}

test('closing the dialog changes nothing and gives the focus back', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  const posts = [];
  page.on('request', (request) => isPost(request) && posts.push(request.url()));
  for (const [opener, keep] of [['Lower concurrency…', 'Leave it as it is'], ["Narrow today's window…", 'Keep the window'], ['Remove +1 312 555 0109…', 'Keep the number']]) {
    for (const leave of [(dialog) => dialog.getByRole('button', { name: keep }).click(), () => page.keyboard.press('Escape')]) {
      await live.action(opener).click();
      const { dialog } = dialogOf(page);
      await expect(dialog.getByRole('button', { name: keep })).toBeVisible();
      await leave(dialog);
      await expect(dialog).toBeHidden();
      await expect(live.action(opener)).toBeFocused();
    }
  }
  expect(posts).toEqual([]);
  expect((await demo.snapshot(RUNNING)).campaign.concurrency).toBe(60);
});

test('a refusal by the server is said, and the page stays as it was', async ({ page }) => {
  const live = await new LivePage(page).open('refuse-422~containment');
  const figures = await live.figures.textContent();
  await live.action('Lower concurrency…').click();
  const { amount, confirm } = dialogOf(page);
  await amount.fill('12');
  await confirm('Set to 12').click();
  await expect(page.getByRole('alert').filter({ hasText: /HTTP 422/ })).toBeVisible();
  expect(await live.figures.textContent()).toBe(figures);
});

for (const id of ['cmp_5kq0m', 'cmp_6wq8t', 'cmp_4nb7c']) {
  test(`${id} offers no containment: no button, only advice`, async ({ page, demo }) => {
    const offered = (await demo.snapshot(id)).actions.map((action) => action.name);
    expect(offered.filter((name) => /^(set_concurrency|remove_number|set_window)$/.test(name))).toEqual([]);
    const live = await new LivePage(page).open(id);
    await expect(live.pool).toBeVisible();
    await live.pool.getByText('When the answer rate craters').click();
    await expect(live.pool).toContainText('Lower the concurrency first');
    await expect(page.getByRole('button', { name: /concurrency|^Remove|Narrow/i })).toHaveCount(0);
  });
}

test('a window that is over for today cannot be narrowed, and says so', async ({ page, demo }) => {
  const { reason } = (await demo.snapshot('cmp_7hh3p')).actions.find((action) => action.name === 'set_window');
  const live = await new LivePage(page).open('cmp_7hh3p');
  const narrow = live.action("Narrow today's window…");
  await expect(narrow).toHaveAttribute('aria-disabled', 'true');
  await expect(narrow).toHaveAccessibleDescription(new RegExp(reason.replaceAll('.', '\\.')));
  await narrow.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
