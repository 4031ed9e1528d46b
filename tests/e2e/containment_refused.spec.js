// Containments that are not done: values that do not fit, a changed mind, a server that refuses, an
// API that offers none.
import { expect, test } from './demo.js';
import { dialogOf, isPost } from './containment_dialog.js';
import { LivePage, RUNNING } from './live_page.js';

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
  const figures = await live.figuresText();
  await live.action('Lower concurrency…').click();
  const { amount, confirm } = dialogOf(page);
  await amount.fill('12');
  await confirm('Set to 12').click();
  await expect(page.getByRole('alert').filter({ hasText: /HTTP 422/ })).toBeVisible();
  expect(await live.figuresText()).toBe(figures);
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
