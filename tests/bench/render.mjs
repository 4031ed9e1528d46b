// The first drawing of a snapshot: from the answer's release until nothing is left to do, with all
// code there. Once with the timeline's picture and once without.
import { collectGarbage, drawn, openCampaign, openPage, settled, turns } from './browser.mjs';
import { CAMPAIGN, snapshot } from './fixture.mjs';
import { traced, workRows } from './trace.mjs';

const goTo = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);

async function once(bench, name, chart) {
  const { page, devtools, close } = await openPage(bench.browser);
  await openCampaign(page, bench.address(name), { chart });
  await goTo(page, '#/nowhere');
  await page.locator('.number-table').waitFor({ state: 'detached' });
  await settled(page);
  const release = bench.server.hold();
  const asked = page.waitForRequest((request) => request.url().endsWith('/snapshot'));
  await goTo(page, `#/campaigns/${CAMPAIGN}`);
  await asked;
  await settled(page);
  await collectGarbage(devtools);
  const taken = await traced(bench.browser, page, async () => {
    release();
    await drawn(page, { chart });
  });
  await close();
  return taken;
}

export async function measure(bench) {
  const rows = [];
  for (const chart of [false, true]) {
    bench.server.show(snapshot(bench.source, { withTimeline: chart }));
    const samples = await turns(bench.times(9), (name) => once(bench, name, chart));
    rows.push(...workRows(`First drawing ${chart ? 'with' : 'without'} the timeline`, samples));
  }
  return rows;
}
