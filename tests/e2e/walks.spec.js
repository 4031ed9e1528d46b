// What operators do all day, by keyboard alone: every stop on the way is seen, nothing lies over
// it, and the focus is never lost. Then every stop of every main screen, in its order.
import { expect, test } from './demo.js';
import { Keyboard, faults } from './keyboard.js';
import { LivePage, PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';
import { MAIN_SCREENS, openScreen } from './main_screens.js';

const CLAIMS = 'cmp_1a9ze';
const JOB = 'job_77ae0';

const main = (page) => page.getByRole('main');
const nav = (page, name) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
const rows = (page, name) => page.getByRole('table', { name }).getByRole('row').filter({ has: page.getByRole('cell') });

/** Goes down a table, row by row, to the one that has the words. */
async function toRow(keys, table, words) {
  await keys.goTo(table.first());
  const at = (await table.allTextContents()).findIndex((text) => text.includes(words));
  for (let row = 0; row < at; row += 1) expect(faults(await keys.press('ArrowDown')), `row ${row}`).toEqual([]);
  await expect(table.nth(at)).toBeFocused();
  return table.nth(at);
}

test.describe('by keyboard alone', () => {
  test.beforeEach(() => test.setTimeout(180_000));

  test('a campaign stands still: why, and what is offered', async ({ page, demo }) => {
    await page.goto('/');
    const keys = new Keyboard(page);
    await toRow(keys, rows(page, 'Campaigns'), 'Payment reminders Nov');
    await keys.press('Enter');
    const live = new LivePage(page);
    await expect(live.title).toHaveText('Payment reminders Nov');
    await expect(main(page), 'the screen is where reading goes on').toBeFocused();
    await partsAreThere(page);
    await expect(live.verdict).toContainText('Not dialing: paused by the failure breaker.');

    // A look at the tasks behind it, and back up to what the banner offers.
    await keys.use(live.verdict.getByRole('button', { name: /^See the \d+ with carrier errors/ }));
    await expect(page).toHaveURL(/blocker=/);
    await expect(live.rows.first()).toContainText('Carrier error');
    const resume = live.action('Resume…');
    await keys.back(resume);
    await keys.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(faults(await keys.focus())).toEqual([]);
    const safe = await keys.focus();
    expect(safe.name, 'the safe choice first').not.toMatch(/Resume/);
    await keys.press('Escape');
    await keys.isOn(resume);

    await keys.press('Enter');
    await keys.use(dialog.getByRole('button', { name: /^Resume/ }));
    await expect(live.action('Pause')).toBeVisible();
    expect((await demo.snapshot(PAUSED_BY_BREAKER)).campaign.status).toBe('running');
    await keys.isOn(live.action('Pause'));
  });

  test('a contact that failed: its reason, its events, its evidence', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const live = await new LivePage(page).openRunning();
    const keys = new Keyboard(page);
    await keys.use(live.filter('Status'));
    const exhausted = page.getByRole('checkbox', { name: /^Exhausted/ });
    await keys.use(exhausted, 'Space');
    await expect(page).toHaveURL(/status=exhausted/);
    await keys.press('Escape');
    await keys.isOn(live.filter('Status'));
    await expect(live.rows.first()).toContainText('Exhausted');

    const row = await toRow(keys, live.rows, await live.rows.nth(2).getByRole('rowheader').innerText());
    await keys.press('Enter');
    await expect(live.drawer).toBeFocused();
    await expect(live.drawer.getByRole('region', { name: 'Events' }).getByRole('listitem').first()).toBeVisible();
    const name = await live.drawer.getByRole('heading').first().textContent();
    await keys.press('ArrowDown');
    await expect(live.drawer).not.toHaveAccessibleName(name);
    await keys.press('ArrowUp');
    await expect(live.drawer).toHaveAccessibleName(name);
    await keys.use(live.drawer.getByRole('button', { name: 'Failures only' }));
    await expect(live.drawer.getByRole('button', { name: 'Failures only' })).toHaveAttribute('aria-pressed', 'true');
    await keys.use(live.drawer.getByRole('button', { name: 'Copy evidence' }));
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(name);
    await keys.press('Escape');
    await expect(live.drawer).toBeHidden();
    await keys.isOn(row);
  });

  test('a campaign is contained: fewer calls at a time, held, and let go on', async ({ page, demo }) => {
    const live = await new LivePage(page).openRunning();
    const keys = new Keyboard(page);
    const status = async () => (await demo.snapshot(RUNNING)).campaign.status;
    const lower = live.action('Lower concurrency…');
    await keys.use(lower);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('table')).toBeVisible();
    const amount = dialog.getByRole('spinbutton', { name: 'Calls at a time' });
    await keys.goTo(amount);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('12');
    await keys.use(dialog.getByRole('button', { name: 'Set to 12' }));
    await expect(dialog).toBeHidden();
    await keys.isOn(lower);
    expect((await demo.snapshot(RUNNING)).campaign.concurrency).toBe(12);

    await keys.back(live.action('Pause'));
    await keys.press('Enter');
    const resume = live.action(/^Resume/);
    await expect(resume).toBeVisible();
    expect(await status()).toBe('paused');
    await keys.isOn(resume);
    await keys.press('Enter');
    await expect(live.action('Pause')).toBeVisible();
    expect(await status()).toBe('running');
    await keys.isOn(live.action('Pause'));
  });

  test('far fewer calls than expected: symptom, cause, and a sample tried again', async ({ page, demo }) => {
    await demo.trouble(CLAIMS, 'carrier_outage');
    await demo.advance(24 * 60);
    await new LivePage(page).open(CLAIMS);
    const keys = new Keyboard(page);
    await keys.press('t');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Triage: /);
    await partsAreThere(page);
    await expect(main(page)).toBeFocused();
    const cause = page.getByRole('region', { name: /^Most likely cause/ });
    await expect(cause).not.toHaveAttribute('aria-busy', 'true');
    const symptoms = page.getByRole('group', { name: 'Symptom' });
    const failures = symptoms.getByRole('radio', { name: /^Repeated failures/ });
    await keys.goTo(symptoms.getByRole('radio').first());
    for (let presses = 0; presses < 4 && !(await failures.isChecked()); presses += 1) expect(faults(await keys.press('ArrowRight'))).toEqual([]);
    await expect(failures).toBeChecked();
    await expect(page).toHaveURL(/symptom=failures/);
    await expect(cause).toContainText(/Twilio/);

    const retry = page.getByRole('region', { name: 'Retry strategy' });
    const start = retry.getByRole('button', { name: /^Retry (a sample|\d+-contact sample)…$/ });
    await keys.use(start);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('May be retried')).toBeVisible();
    await keys.press('Escape');
    await keys.isOn(start);
    await keys.press('Enter');
    await expect(dialog.getByText('May be retried')).toBeVisible();
    await keys.use(dialog.getByRole('button', { name: 'Start the sample' }));
    await expect(page).toHaveURL(/[?&]retry=/);
    await expect(dialog).toBeHidden();
    expect((await keys.focus()).isLost, 'the focus is somewhere').toBe(false);
    expect((await demo.read(`/retries?campaign=${CLAIMS}`)).items).toHaveLength(1);
  });

  test('a run with failures: its failed records, one of them, and its journey', async ({ page, demo }) => {
    await page.goto('/');
    await expect(rows(page, 'Campaigns').first()).toBeVisible();
    const keys = new Keyboard(page);
    await keys.use(nav(page, 'Jobs'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs');
    await partsAreThere(page);
    const runs = rows(page, 'Runs');
    const run = await toRow(keys, runs, 'Completed · 37 failed');
    // The links of a row are reached from the row.
    const failed = run.getByRole('link', { name: '37 failed' });
    await keys.goTo(failed, 'ArrowRight', 4);
    expect(faults(await keys.press('ArrowLeft'))).toEqual([]);
    await keys.goTo(failed, 'ArrowRight', 1);
    await keys.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/jobs/${JOB}\\?records\\.status=failed$`));
    const { items } = await demo.read(`/records?job=${JOB}&status=failed`);
    await expect(rows(page, 'Records')).toHaveCount(items.length);
    expect((await keys.focus()).isLost, 'the press leaves the focus somewhere').toBe(false);
    await toRow(keys, rows(page, 'Records'), items[1].contact.name);
    await keys.press('Enter');
    const open = page.getByRole('link', { name: 'Pipeline journey' });
    await keys.use(open);
    const journey = page.getByRole('region', { name: 'Pipeline journey' });
    await expect(journey).toBeFocused();
    await expect(journey.getByRole('list', { name: 'Steps' })).toBeVisible();
    await keys.goTo(journey.getByRole('button', { name: 'Copy evidence' }));
    await keys.press('Escape');
    await expect(journey).toHaveCount(0);
    await keys.isOn(open);
  });

  test('calls of one kind: found, filtered, saved as a file', async ({ page, demo }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
    await page.goto('/#/calls');
    await expect(rows(page, 'Call log').first()).toBeVisible();
    await partsAreThere(page);
    const keys = new Keyboard(page);
    const filters = page.getByRole('search', { name: 'Filter calls' });
    await keys.press('/');
    await keys.isOn(filters.getByRole('searchbox'));
    await keys.use(filters.getByRole('button', { name: /^State/ }));
    await keys.use(page.getByRole('checkbox', { name: /^Exhausted/ }), 'Space');
    await expect(page).toHaveURL(/state=exhausted/);
    await keys.press('Escape');
    await keys.isOn(filters.getByRole('button', { name: /^State/ }));
    const { page: info } = await demo.read('/calls?state=exhausted');
    await expect(page.getByRole('region', { name: 'Calls', exact: true })).toContainText(`of ${info.total.toLocaleString('en-US')} calls`);
    const saved = page.waitForEvent('download');
    const save = page.getByRole('button', { name: 'Export this view' });
    await keys.back(save);
    await keys.press('Enter');
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    await keys.isOn(save);
  });
});

for (const name of Object.keys(MAIN_SCREENS)) {
  test(`${name}: every stop of the keyboard is seen, whole and in order`, async ({ page, demo }) => {
    test.setTimeout(180_000);
    await openScreen(page, demo, name);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const stops = await new Keyboard(page).allStops();
      expect(stops.length, `${width} px`).toBeGreaterThan(3);
      expect.soft(stops.flatMap(faults), `${width} px`).toEqual([]);
      // Up is only where another column begins; a button may stand at the head of what it copies.
      const back = stops.filter((stop, at) => at > 0 && stop.box.bottom + 40 <= stops[at - 1].box.top && stop.box.left < stops[at - 1].box.right - 2);
      expect.soft(back.map((stop) => stop.name), `against the order of reading, ${width} px`).toEqual([]);
      expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(0);
    }
  });
}
