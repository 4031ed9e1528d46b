// Paging through 200 rows at a time.
import { openPage, PRACTICE, practiced, settled, turns } from './browser.mjs';
import { CAMPAIGN } from './fixture.mjs';
import { mark, record, work, workRows } from './trace.mjs';

const ROWS = 200;

/** Presses Next and waits until other rows are there. Runs in the page. */
function pressNext() {
  const table = document.querySelector('.task-table table');
  const first = () => table.querySelector('tbody tr')?.dataset.row;
  const before = first();
  const [, next] = document.querySelectorAll('[data-part=tasks] .pager-moves button');
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if ((first() ?? before) === before) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(table, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-row'] });
    next.click();
  });
}

/** Opens a page of 200 tasks. */
export async function openTasks(page, address) {
  await page.goto(address);
  await page.locator('.task-table tbody tr').nth(ROWS - 1).waitFor({ state: 'attached' });
  await settled(page);
}

/** The work of one press on Next. */
export async function turnPage(browser, page) {
  const stop = await record(browser);
  await mark(page, 'page:from');
  await page.evaluate(pressNext);
  await settled(page);
  await mark(page, 'page:to');
  return work(await stop(), 'page');
}

export async function measure(bench) {
  const pages = {};
  for (const name of ['console', 'reference']) {
    pages[name] = await openPage(bench.browser);
    await openTasks(pages[name].page, bench.address(name, `#/campaigns/${CAMPAIGN}?size=${ROWS}`));
  }
  const samples = await turns(bench.times(15) + PRACTICE, async (name) => {
    const { page } = pages[name];
    await page.bringToFront();
    return turnPage(bench.browser, page);
  });
  for (const { close } of Object.values(pages)) await close();
  return workRows(`Next page of ${ROWS} tasks`, practiced(samples));
}
