// What a page of 200 tasks costs in campaigns of three sizes, over the demo API itself.
import { openPage } from './browser.mjs';
import { startDemo } from './demo.mjs';
import { CAMPAIGN } from './fixture.mjs';
import { openTasks, turnPage } from './paging.mjs';

const LARGEST = 1_000_000;
const SIZES = [1_000, 100_000, LARGEST];
const TURNS = 3;

/** Milliseconds that the last page of tasks was asked for. Runs in the page. */
function lastRequest() {
  const asked = performance.getEntriesByType('resource').filter((entry) => /\/tasks\?/.test(entry.name));
  return asked.at(-1).duration;
}

async function sized(bench, tasks) {
  // The bench's own demo API has the largest already.
  const demo = tasks === LARGEST ? bench.demo : await startDemo({ million: tasks, campaigns: 0 });
  await demo.largest();
  bench.server.reset(demo.address, { live: true });
  const { page, close } = await openPage(bench.browser);
  const taken = { main: [], request: [] };
  // From the start, and from the middle: a page deep in the list costs no more.
  for (const first of [1, Math.max(1, Math.floor(tasks / 200 / 2) - 1)]) {
    await page.goto('about:blank');
    await openTasks(page, bench.address('console', `#/campaigns/${CAMPAIGN}?page=${first}&size=200`));
    for (let turn = 0; turn < TURNS && first + turn < tasks / 200; turn += 1) {
      taken.main.push((await turnPage(bench.browser, page)).main);
      taken.request.push(await page.evaluate(lastRequest));
    }
  }
  await close();
  if (demo !== bench.demo) demo.stop();
  return taken;
}

export async function measure(bench) {
  const rows = [];
  for (const tasks of SIZES) {
    const { main, request } = await sized(bench, tasks);
    const words = `A page of 200 of ${tasks.toLocaleString('en-US')} tasks`;
    rows.push({ what: `${words}, main thread`, unit: 'ms', console: main }, { what: `${words}, request`, unit: 'ms', console: request });
  }
  return rows;
}
