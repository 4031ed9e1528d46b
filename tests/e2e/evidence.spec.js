// What is taken along to escalate with: everything that an engineer asks for first, and no phone
// number unless the operator says so.
import { readFileSync } from 'node:fs';
import { count, expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const digits = (text) => text.replace(/\D/g, '');

/** Every phone number that the API tells of a task and its campaign, in digits. */
const numbersIn = (...answers) => [...new Set(JSON.stringify(answers).match(/\+\d{7,15}/g).map(digits))];

/** Numbers that can be read in a text, however they are grouped. */
const readable = (text, numbers) => {
  const squeezed = text.replace(/[ \u00a0().-]/g, '');
  return numbers.filter((number) => squeezed.includes(number) || squeezed.includes(number.slice(1)));
};

async function waiting(demo) {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?blocker=retry_cool_off`);
  return demo.read(`/campaigns/${RUNNING}/tasks/${items[0].id}`);
}

async function opened(page, debug) {
  const live = await new LivePage(page).open(RUNNING, `/tasks/${debug.task.id}`);
  await expect(live.drawer).toContainText(debug.reason.text);
  return live.drawer;
}

/** Presses Copy evidence in a place and reads what is on the clipboard then. */
async function copied(page, place) {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await place.getByRole('button', { name: 'Copy evidence' }).click();
  await expect(page.getByText('Evidence copied.').first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The parts of evidence that tell of the campaign. */
const ofCampaign = ({ campaign, dispatch, upload }) => [
  `# Evidence: ${campaign.name}`,
  `Campaign ID: \`${campaign.id}\``,
  `\`${upload.id}\``,
  /Time window: \d+ Nov 2026, \d\d:\d\d to .*\d\d:\d\d CST \(UTC−06:00\)/,
  /\*\*At its limit: all \d+ pool lines are in use\.\*\*/,
  '## Dispatch and queue health',
  `${dispatch.queue_system} queue ${dispatch.queue}`,
  `Calling now: ${dispatch.calling_now}`,
  `Queued: ${count(dispatch.queued)}`,
  ...dispatch.hints,
  ...dispatch.blockers.map(({ code, count: tasks }) => `(\`${code}\`): ${count(tasks)}`),
];

function expectAll(text, parts) {
  for (const part of parts) {
    if (part instanceof RegExp) expect.soft(text).toMatch(part);
    else expect.soft(text).toContain(part);
  }
}

test('of a task: the row, its blocker, events, snapshots, the dispatch card, IDs, time window and zone', async ({ page, demo }) => {
  const [debug, snapshot] = [await waiting(demo), await demo.snapshot(RUNNING)];
  const drawer = await opened(page, debug);
  await drawer.getByRole('checkbox', { name: 'Mask numbers' }).uncheck();
  const text = await copied(page, drawer);
  const { task, events, snapshots } = debug;
  expectAll(text, ofCampaign(snapshot));
  expectAll(text, [
    `Task ID: \`${task.id}\``,
    `Contact ID: \`${task.contact.id}\``,
    `Contact: ${task.contact.name}`,
    `Status: Retry scheduled (\`${task.status}\`)`,
    `Blocker: Retry cool-off (\`${task.blocker}\`)`,
    `Next attempt allowed: ${task.next_eligible_at}`,
    `Attempts: ${task.attempts}/${task.max_attempts}`,
    `System retries: ${task.system_retries}`,
    `Last attempted: ${task.last_attempted_at}`,
    debug.reason.text,
  ]);
  const lines = text.split('\n').filter((line) => /^- 20\d\d-/.test(line));
  expect(lines.length).toBe(events.length);
  for (const [at, event] of events.entries()) {
    expect(lines[at]).toContain(`${event.at} ${event.text}`);
    if (event.sip_status) expect(lines[at]).toContain(`SIP ${event.sip_status}`);
    expect(lines[at].includes('decided the state'), event.text).toBe(event.deciding);
  }
  const json = [...text.matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map((match) => JSON.parse(match[1]));
  expect(json).toEqual([...snapshots.map(({ data }) => data), snapshot.dispatch.capacity_debug]);
  for (const { at } of snapshots) expect(text).toContain(`\n${at}\n`);
});

test('phone numbers are masked until someone says otherwise, and the choice holds for the page', async ({ page, demo }) => {
  const [debug, snapshot] = [await waiting(demo), await demo.snapshot(RUNNING)];
  const numbers = numbersIn(debug, snapshot.dispatch);
  expect(numbers.length).toBeGreaterThan(3);
  const drawer = await opened(page, debug);
  const mask = drawer.getByRole('checkbox', { name: 'Mask numbers' });
  await expect(mask).toBeChecked();
  const masked = await copied(page, drawer);
  expect(readable(masked, numbers)).toEqual([]);
  expect(masked).not.toMatch(/\+\d{7}/);
  expect(masked, 'the last two digits tell numbers apart').toContain(`••${debug.task.phone.slice(-2)}`);

  await mask.uncheck();
  const open = await copied(page, drawer);
  expect(readable(open, numbers)).toEqual(numbers);

  await page.keyboard.press('Escape');
  const card = new LivePage(page).section('Escalating?');
  await expect(card.getByRole('checkbox', { name: 'Mask numbers' })).not.toBeChecked();
  await page.reload();
  await expect(card.getByRole('checkbox', { name: 'Mask numbers' }), 'a new page masks again').toBeChecked();
});

test('of the page: verdict, dispatch, blockers and IDs, masked, and no task', async ({ page, demo }) => {
  const snapshot = await demo.snapshot(RUNNING);
  const live = await new LivePage(page).open(RUNNING);
  const text = await copied(page, live.section('Escalating?'));
  expectAll(text, ofCampaign(snapshot));
  expect(text).not.toContain('Task ID');
  expect(readable(text, numbersIn(snapshot.dispatch))).toEqual([]);
});

test('the evidence is of the latest refresh', async ({ page, demo }) => {
  const live = await new LivePage(page).open(RUNNING);
  const card = live.section('Escalating?');
  const before = await copied(page, card);
  await demo.advance(600);
  await live.refreshed();
  const snapshot = await demo.snapshot(RUNNING);
  const after = await copied(page, card);
  expectAll(after, [`Captured at: ${snapshot.captured_at}`, ...ofCampaign(snapshot)]);
  expect(before).not.toContain(snapshot.captured_at);
});

test('Download JSON gives the answer as a file, masked like the copy', async ({ page, demo }) => {
  const debug = await waiting(demo);
  const drawer = await opened(page, debug);
  const saved = async () => {
    const download = page.waitForEvent('download');
    await drawer.getByRole('button', { name: 'Download JSON' }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const masked = await saved();
  expect(masked.name).toBe(`task-${debug.task.id}.json`);
  expect(readable(masked.text, numbersIn(debug))).toEqual([]);
  expect(JSON.parse(masked.text).events.map((event) => event.at)).toEqual(debug.events.map((event) => event.at));
  await drawer.getByRole('checkbox', { name: 'Mask numbers' }).uncheck();
  expect(JSON.parse((await saved()).text)).toEqual(debug);
});

test('c copies the evidence of the open drawer, and types a c where text is typed', async ({ page, demo }) => {
  const debug = await waiting(demo);
  const drawer = await opened(page, debug);
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await page.keyboard.press('c');
  await expect(page.getByText('Evidence copied.').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(debug.task.id);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await new LivePage(page).tasks.getByRole('searchbox').press('c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('nothing yet');
});

test('a campaign that reports little gives little, and no empty section', async ({ page }) => {
  const live = await new LivePage(page).open('fault-absent');
  const text = await copied(page, live.section('Escalating?'));
  expect(text).toContain('Campaign ID: `fault-absent`');
  expect(text).not.toMatch(/null|undefined|NaN|## [^\n]+\n\n(##|$)/);
});
