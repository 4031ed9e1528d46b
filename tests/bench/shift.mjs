// Eight hours of a shift at speed: every quarter of an hour the list, a campaign with refreshes, a task's
// drawer, the other pages, over a demo API whose time is moved on.
import { openPage, settled } from './browser.mjs';
import { startDemo } from './demo.mjs';
import { held, rowsOf, watchMemory } from './left.mjs';
import { pressRefresh } from './refresh.mjs';

const ROUNDS = 32;
const SAMPLES = 4;
const SECONDS = 900;
const REFRESHES = 15;
const WATCHED = ['cmp_8f3k2q', 'cmp_1a9ze', 'cmp_3zn4v'];

async function open(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.getByRole('main').locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-part-waiting]'));
  await settled(page);
}

async function round(page, pass, at) {
  const campaign = `#/campaigns/${WATCHED[at % WATCHED.length]}`;
  await open(page, '#/campaigns');
  await open(page, campaign);
  await page.locator('.task-table tbody tr').first().waitFor();
  for (let turn = 0; turn < REFRESHES; turn += 1) {
    await pass(SECONDS / REFRESHES);
    await page.evaluate(pressRefresh);
  }
  await page.locator('.task-table tbody tr').first().locator('td').first().click();
  await page.locator('.drawer').waitFor();
  await settled(page);
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'hidden' });
  await page.locator('button.nav-setting', { hasText: 'Theme' }).click();
  for (const hash of ['#/jobs', '#/calls', '#/triage', `${campaign}?q=an`]) await open(page, hash);
}

export async function measure(bench) {
  const demo = await startDemo({ million: 0, campaigns: 0 });
  bench.server.reset(demo.address, { live: true });
  const pass = async (seconds) => {
    const answer = await fetch(`${demo.address}demo/advance?seconds=${seconds}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`The demo API did not advance: ${answer.status}`);
  };
  const { page, devtools, close } = await openPage(bench.browser, { script: watchMemory });
  await page.goto(bench.address('console', '#/campaigns'));
  const samples = [];
  const rounds = bench.times(ROUNDS);
  for (let at = 0; at < rounds; at += 1) {
    await round(page, pass, at);
    if ((at + 1) % Math.ceil(rounds / SAMPLES) === 0) {
      await open(page, '#/nowhere');
      samples.push(await held(page, devtools));
    }
  }
  await close();
  demo.stop();
  return rowsOf(`after a shift of ${(rounds * SECONDS) / 3600} hours`, samples);
}
