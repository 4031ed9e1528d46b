// What is held after 1,000 refreshes, against what was held once the page knew its work.
import { openCampaign, openPage, settled } from './browser.mjs';
import { altered, snapshot } from './fixture.mjs';
import { held, rowsOf, watchMemory } from './left.mjs';
import { pressRefresh } from './refresh.mjs';

const REFRESHES = 1000;
const PARTS = 5;

async function refreshed(bench, name, steps) {
  bench.server.show(steps[0]);
  const { page, devtools, close } = await openPage(bench.browser, { script: watchMemory });
  await openCampaign(page, bench.address(name));
  const samples = [];
  const part = Math.max(1, Math.floor(bench.times(REFRESHES) / PARTS));
  for (let round = 0; round < PARTS; round += 1) {
    for (let turn = 0; turn < part; turn += 1) {
      bench.server.show(steps[(round * part + turn + 1) % steps.length]);
      await page.evaluate(pressRefresh);
    }
    await settled(page);
    samples.push(await held(page, devtools));
  }
  await close();
  return samples;
}

export async function measure(bench) {
  const base = snapshot(bench.source);
  const steps = Array.from({ length: 10 }, (_, step) => altered(base, step));
  const [own, reference] = [await refreshed(bench, 'console', steps), await refreshed(bench, 'reference', steps)];
  return rowsOf(`after ${bench.times(REFRESHES).toLocaleString('en-US')} refreshes`, own, reference);
}
