import { expect, test } from './demo.js';
import { LivePage, PAUSED_BY_BREAKER, RUNNING } from './live_page.js';

const isPost = (request) => request.method() === 'POST';

test('Pause pressed twice pauses once', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  const keys = [];
  page.on('request', (request) => isPost(request) && keys.push(request.headers()['idempotency-key']));
  const before = (await demo.snapshot(RUNNING)).activity.length;
  await live.action('Pause').dblclick();
  await expect(live.action(/^Resume/)).toBeVisible();
  expect(new Set(keys).size, 'one key, however often it was sent').toBe(1);
  expect(keys[0].length).toBeGreaterThanOrEqual(8);
  const after = await demo.snapshot(RUNNING);
  expect(after.campaign.status).toBe('paused');
  expect(after.activity.length - before).toBe(1);
});

test('a paused campaign offers Resume, not Start, and goes on when resumed', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.action('Pause').click();
  await expect(live.paused).toBeVisible();
  await expect(live.action('Start')).toHaveCount(0);
  await live.action(/^Resume/).click();
  await expect(live.action('Pause')).toBeVisible();
  await expect(live.paused).toHaveCount(0);
  expect((await demo.snapshot(RUNNING)).campaign.status).toBe('running');
});

test('resuming after an automatic pause is confirmed first', async ({ page, demo }) => {
  const live = await new LivePage(page).open(PAUSED_BY_BREAKER);
  await live.action('Resume…').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(live.action('Resume…')).toBeFocused();
  expect((await demo.snapshot(PAUSED_BY_BREAKER)).campaign.status).toBe('paused');

  // Whoever thinks again at once presses within the time of a double click: the browser counts to two.
  await live.action('Resume…').hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await dialog.getByRole('button', { name: /^Resume/ }).click();
  await expect(live.action('Pause')).toBeVisible();
});

test('Cancel asks first, states count and effect, focuses the safe choice, and sends the reason', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.action('Cancel…').click();
  const dialog = page.getByRole('dialog', { name: 'Cancel Q4 policy renewals?' });
  await expect(dialog).toContainText(/for good|cannot be undone/);
  await expect(dialog).toContainText(/[\d,]+ contacts/);
  await expect(dialog.getByRole('button', { name: 'Keep it running' })).toBeFocused();
  await dialog.getByLabel(/Reason/).fill('Wrong renewal dates');
  const sent = page.waitForRequest(isPost);
  await dialog.getByRole('button', { name: 'Cancel campaign' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ reason: 'Wrong renewal dates' });
  await expect(page.getByText('Canceled').first()).toBeVisible();
  expect((await demo.snapshot(RUNNING)).campaign.cancel.reason).toBe('Wrong renewal dates');
});

test('closing the dialog does nothing', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  const sent = [];
  page.on('request', (request) => isPost(request) && sent.push(request.url()));
  await live.action('Cancel…').click();
  await page.getByRole('button', { name: 'Keep it running' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(live.action('Cancel…')).toBeFocused();
  expect(sent).toEqual([]);
});

test('an unavailable action can be focused, says why, and does nothing', async ({ page, demo }) => {
  const draft = (await demo.read('/campaigns?status=draft')).items[0];
  const { actions } = await demo.snapshot(draft.id);
  const start = actions.find((action) => action.name === 'start');
  expect(start.available, 'the draft of the demo cannot start yet').toBe(false);
  const live = await new LivePage(page).open(draft.id);
  const sent = [];
  page.on('request', (request) => isPost(request) && sent.push(request.url()));
  const button = live.action('Start');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.focus();
  await expect(button).toBeFocused();
  await expect(button).toHaveAccessibleDescription(new RegExp(`Start is not available.*${escape(start.reason)}`, 's'));
  await expect(page.getByRole('tooltip').filter({ hasText: start.reason })).toBeVisible();
  await page.keyboard.press('Enter');
  await button.click({ force: true });
  expect(sent).toEqual([]);
});

test('never both Stop and Cancel', async ({ page, demo }) => {
  for (const { id, name } of (await demo.read('/campaigns?size=200')).items) {
    const live = await new LivePage(page).open(id);
    await expect(live.title).toHaveText(name);
    const stop = await live.action(/^Stop…?$/).count();
    const cancel = await live.action(/^Cancel…?$/).count();
    expect(stop + cancel, id).toBeLessThanOrEqual(1);
  }
});

for (const kind of ['403', '409', '500', 'cut']) {
  test(`an action refused with ${kind} says so beside it and leaves the page as it was`, async ({ page }) => {
    const live = await new LivePage(page).open(`refuse-${kind}~action`);
    const figures = await live.figuresText();
    await live.action('Pause').click();
    const said = kind === 'cut' ? /could not be reached|cannot be read|connection/i : new RegExp(`HTTP ${kind}`);
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(live.action('Pause')).toBeEnabled();
    expect(await live.figuresText()).toBe(figures);
  });
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
