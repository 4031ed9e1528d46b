// Runs in trouble: stalled and merely slow told apart, the same on every screen, and the
// problems that the guide of the Jobs page lists, each answered where it shows.
import { expect, test } from './demo.js';
import { partsAreThere } from './live_page.js';

const RENEWAL = 'job_2f10c';
const PAYMENT = 'job_77ae0';
const NAME = 'Renewal outreach v12';

const rows = (page, name) => page.getByRole('table', { name, exact: true }).getByRole('row').filter({ has: page.getByRole('cell') });
const run = (page, name) => rows(page, 'Runs').filter({ has: page.getByRole('rowheader', { name }) }).first();
const pane = (page) => page.getByRole('region', { name: 'Selected run' });

/** What each screen says of the run: `stalled`, `waiting`, or `moving` where nothing is wrong. */
const SCREENS = {
  'Live Ops': async (page) => {
    await page.goto('/#/live');
    const list = page.getByRole('region', { name: 'Needs attention', exact: true });
    await expect(list.getByText(/as of \d/)).toBeVisible();
    const entry = list.getByRole('listitem').filter({ hasText: NAME });
    const text = (await entry.allTextContents()).join(' ');
    if (/is stalled/.test(text)) return 'stalled';
    return / waits on /.test(text) ? 'waiting' : 'moving';
  },
  Triage: async (page) => {
    await page.goto(`/#/triage?job=${RENEWAL}`);
    const health = page.getByRole('region', { name: 'Job health and stage' });
    await expect(health, 'the run has been read').toContainText(/Current status: .*\bjob \w+/);
    const said = await health.textContent();
    if (/Progress counters are not moving/.test(said)) return 'stalled';
    return /Progress counters wait/.test(said) ? 'waiting' : 'moving';
  },
  Jobs: async (page) => {
    await page.goto(`/#/jobs/${RENEWAL}`);
    await partsAreThere(page);
    await expect(pane(page).getByRole('heading', { name: NAME })).toBeVisible();
    const said = await pane(page).textContent();
    if (/Stalled: no counter has moved for/.test(said)) return 'stalled';
    return /Waiting: /.test(said) ? 'waiting' : 'moving';
  },
};

/** Trouble, how long it lasts in seconds, what every screen must say, and what Jobs adds. */
const SCENES = [
  { why: 'a large table that moves', seconds: 120, says: 'moving' },
  { why: 'AI steps of nearly 2 minutes', trouble: 'slow_ai', seconds: 900, says: 'moving', adds: /Slow, but moving: it takes .* the usual longest time/ },
  { why: 'standing still for less than what is allowed', trouble: 'stalled', seconds: 240, says: 'moving', adds: /Slow: the AI step has taken .*; up to 2 min is normal/ },
  { why: 'standing still for longer', trouble: 'stalled', seconds: 420, says: 'stalled', adds: /More than 5 min of that is called stalled\. Check that the runtime is running/ },
  { why: 'a step that a person takes', trouble: 'human_wait', seconds: 420, says: 'waiting', adds: /Waiting: .*, since / },
  { why: 'a step that another system takes', trouble: 'external_wait', seconds: 420, says: 'waiting', adds: /Waiting: .*, since / },
];

test('stalled, slow and waiting are told apart, and every screen says the same', async ({ page, demo }) => {
  test.setTimeout(60_000);
  for (const { why, trouble, seconds, says, adds } of SCENES) {
    await demo.control('reset');
    if (trouble) await demo.control(`scenario?job=${RENEWAL}&name=${trouble}`);
    await demo.advance(seconds);
    for (const [screen, verdict] of Object.entries(SCREENS)) {
      expect(await verdict(page), `${screen}: ${why}`).toBe(says);
    }
    if (adds) await expect(pane(page), why).toContainText(adds);
    else await expect(pane(page).locator('.jobs-note'), why).toHaveCount(0);
  }
});

// A plan that is full at the start of a run is in jobs.spec.js; so is a journey of a failed record.
test('a run that never moves, old figures and wrong contacts are answered where they show', async ({ page, demo }) => {
  await page.clock.install();
  await demo.control('runtime?status=down');
  await demo.advance(120);
  await page.goto('/#/jobs');
  await run(page, /No-show rebook/).click();
  await expect(pane(page), 'never moves: is the runtime up?').toContainText(/The runtime is down since .*\. Start the runtime/);
  await expect(page.getByRole('alert')).toContainText('Start the runtime; the run then goes on by itself.');
  await run(page, /Claims follow-up/).click();
  await expect(pane(page)).toContainText('Waiting: ');

  await page.clock.runFor(12 * 60_000);
  await expect(page.getByText('These figures are 12 min old. Refresh to load newer ones.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByText('This page never reloads by itself')).toBeVisible();

  const { items } = await demo.read(`/records?job=${PAYMENT}&status=completed&size=1`);
  const { record, metadata } = await demo.read(`/records/${items[0].id}`);
  await page.goto(`/#/jobs/${PAYMENT}/records/${record.id}/journey?records.status=completed`);
  const outcome = page.getByRole('region', { name: 'Record', exact: true });
  await expect(outcome.getByRole('term').filter({ hasText: metadata[0].label })).toBeVisible();
  await expect(outcome).toContainText('Outreach outcome');
  const journey = page.getByRole('region', { name: 'Pipeline journey' });
  await expect(journey.getByRole('list', { name: 'Steps' }).getByRole('listitem').last()).toContainText('write_outcome');
  await expect(journey.getByRole('button', { name: 'Copy Final output' })).toBeVisible();
  await journey.getByRole('link', { name: 'Open in Records' }).click();
  await expect(page.getByRole('dialog')).toContainText(record.id);
});
