// From an input to the next paint, by the browser's own Event Timing, on the largest screens.
import { openPage, settled } from './browser.mjs';
import { CAMPAIGN, snapshot } from './fixture.mjs';
import { openTasks } from './paging.mjs';

// Event Timing tells of nothing shorter, in steps of 8 ms.
const SHORTEST = 16;

/** Collects the interactions. Runs before any script of the page. */
function watchInteractions() {
  window.interactions = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.interactions.push(entry.duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/** The longest interaction of what `act` does. */
async function longest(page, act) {
  await settled(page);
  await page.evaluate(() => void (window.interactions.length = 0));
  await act();
  await settled(page);
  // The entry comes with the frame after the one it is about.
  await page.waitForTimeout(250);
  const found = await page.evaluate(() => [...window.interactions]);
  return Math.max(SHORTEST, ...found);
}

async function press(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return longest(page, () => page.mouse.click(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2));
}

async function type(page, field, text) {
  await field.focus();
  const letters = [];
  for (const letter of text) letters.push(await longest(page, () => page.keyboard.press(letter)));
  await field.fill('');
  await page.locator('.task-table tbody tr').nth(199).waitFor({ state: 'attached' });
  return Math.max(...letters);
}

const ON_CAMPAIGN = {
  'Typing into the task filter': (page) => type(page, page.locator('.search-field input'), 'an'),
  'Switching the theme': (page) => press(page, page.locator('button.nav-setting', { hasText: 'Theme' })),
};

const ON_CONSOLE = {
  'Opening the drawer of a task': async (page) => {
    const took = await press(page, page.locator('.task-table tbody tr').nth(20).locator('td').first());
    await page.locator('.drawer').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'hidden' });
    return took;
  },
  'Worst first of 200 numbers': (page) => press(page, page.getByRole('button', { name: 'Worst first' })),
  'Typing into the filter of 10,000 campaigns': async (page) => {
    await page.evaluate(() => (location.hash = '#/campaigns?size=200'));
    const rows = page.getByRole('table', { name: 'Campaigns' }).getByRole('row');
    await rows.nth(200).waitFor({ state: 'attached' });
    await page.getByRole('searchbox', { name: 'Name or ID', exact: true }).focus();
    const took = await longest(page, () => page.keyboard.press('r'));
    return Math.max(took, await longest(page, () => page.keyboard.press('e')));
  },
};

async function round(bench, name, steps, slowdown) {
  const { page, close } = await openPage(bench.browser, { slowdown, script: watchInteractions });
  await openTasks(page, bench.address(name, `#/campaigns/${CAMPAIGN}?size=200`));
  const took = {};
  for (const [what, act] of Object.entries(steps)) took[what] = await act(page);
  await close();
  return took;
}

/** Sorting in the section that has every number, of which the first 200 are drawn. */
async function sorting(bench) {
  bench.server.show(snapshot(bench.source, { numbers: 10_000 }));
  const { page, close } = await openPage(bench.browser, { script: watchInteractions });
  await page.goto(bench.address('console'));
  const button = page.getByRole('button', { name: 'Worst first' });
  await button.waitFor();
  const took = [];
  for (let turn = 0; turn < bench.times(7); turn += 1) took.push(await press(page, button));
  await close();
  return took;
}

export async function measure(bench) {
  const taken = { console: {}, reference: {} };
  const rounds = bench.times(5);
  for (let turn = 0; turn < rounds; turn += 1) {
    const found = {
      console: await round(bench, 'console', { ...ON_CAMPAIGN, ...ON_CONSOLE }, 4),
      reference: await round(bench, 'reference', ON_CAMPAIGN, 4),
    };
    for (const [name, steps] of Object.entries(found)) for (const [what, took] of Object.entries(steps)) (taken[name][what] ??= []).push(took);
  }
  const rows = Object.entries(taken.console).map(([what, console]) => ({ what: `${what}, to the next paint, 4 × CPU`, unit: 'ms', console, reference: taken.reference[what], target: { most: 100 } }));
  rows.push({
    what: 'Worst first of 10,000 numbers, to the next paint, unthrottled',
    unit: 'ms',
    console: await sorting(bench),
    target: { most: 33 },
    note: 'the section draws and orders the first 200 numbers of the answer, however many there are.',
  });
  return rows;
}
