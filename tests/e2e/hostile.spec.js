// An API that means harm: /hostile/api sends an attack wherever the contract has a text, in IDs,
// codes and refusals, too. Whatever is opened, pressed or saved, nothing of it runs, leads
// elsewhere, turns the reading order, or is computed by a spreadsheet.
import { readFile } from 'node:fs/promises';
import { expect, test } from './demo.js';
import { JOB, SCREENS, TAIL, TURNING, guard, looked, openAll } from './hostile.js';
import { PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';

const HOME = '/hostile/console/#';
/** A cell that a spreadsheet would compute; numbers and E.164 phones are none. */
const FORMULA = /^(?:[=@\t\r\0]|[+-](?!\d+(?:\.\d+)?$))/;

test.beforeEach(({ page }) => guard(page));

async function open(page, route) {
  await page.goto(`${HOME}${route}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await partsAreThere(page);
  await looked(page, route);
}

/** Saves what a press saves; its name and text. */
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,140}\.(?:csv|json|zip|md)$/);
  return { name, bytes: await readFile(await download.path()) };
}

/** The cells of a file as RFC 4180 has them. */
function cells(text) {
  const all = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === ',' || letter === '\n')) { all.push(cell.replace(/\r$/, '')); cell = ''; }
    else cell += letter;
  }
  return all;
}

function expectHarmless({ name, bytes }) {
  const text = bytes.toString('utf8');
  expect(cells(text).filter((cell) => FORMULA.test(cell)), `${name}: computed by a spreadsheet`).toEqual([]);
  expect(cells(text).filter((cell) => /^'[=+@-]/.test(cell)).length, `${name}: there was something to guard against`).toBeGreaterThan(0);
  expect(TURNING.exec(text)?.[0], name).toBeUndefined();
}

for (const [screen, route] of Object.entries(SCREENS)) {
  test(`${screen}: nothing of it runs, with all that opens on it`, async ({ page, demo }) => {
    test.setTimeout(60_000);
    const address = await route(demo);
    await open(page, address);
    await openAll(page, { area: page.getByRole('main'), route: address, reopen: () => page.goBack() });
  });
}

test('what is saved is computed by no spreadsheet, and its name is a plain one', async ({ page }) => {
  test.setTimeout(60_000);
  const button = (name) => () => page.getByRole('button', { name, exact: true }).click();
  for (const route of ['/campaigns', `/calls?campaign=${RUNNING}${TAIL}&sip_status=486`, `/records?job=${JOB}${TAIL}&status=failed`]) {
    await open(page, route);
    expectHarmless(await saved(page, button('Export this view')));
  }
  await open(page, `/campaigns/${RUNNING}${TAIL}?status=exhausted`);
  expectHarmless(await saved(page, button('Export')));
  expectHarmless(await saved(page, button('Export the pool')));
  await open(page, `/triage?campaign=${PAUSED_BY_BREAKER}${TAIL}`);
  const { bytes } = await saved(page, button('Download .zip'));
  expect(TURNING.exec(bytes.toString('utf8'))?.[0]).toBeUndefined();
});

test('what is found, done and told is text', async ({ page }) => {
  await open(page, `/campaigns/${RUNNING}${TAIL}`);
  await page.getByRole('button', { name: /Campaign, contact, phone or any ID/ }).click();
  await page.getByRole('combobox').fill('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await looked(page, 'the palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible();
  await looked(page, 'what an action answers');
  await expect(page).toHaveTitle(/alert\(/);
});
