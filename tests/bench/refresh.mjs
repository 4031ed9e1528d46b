// A refresh that changes every tenth cell of both tables.
import { openCampaign, openPage, PRACTICE, practiced, settled, turns } from './browser.mjs';
import { altered, snapshot } from './fixture.mjs';
import { mark, record, work, workRows } from './trace.mjs';

/** Presses Refresh and waits until the answer has been drawn. Runs in the page. */
export function pressRefresh() {
  const age = document.querySelector('.page-side .age b');
  const button = [...document.querySelectorAll('.page-actions .button')].find((button) => button.textContent.includes('Refresh'));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A refresh was not drawn.')), 60_000);
    const observer = new MutationObserver(() => {
      clearTimeout(late);
      observer.disconnect();
      resolve();
    });
    observer.observe(age, { subtree: true, childList: true, characterData: true });
    button.click();
  });
}

/** Counts what is changed in the tables from now on. Runs in the page. */
function startCounting() {
  const bodies = [...document.querySelectorAll('.task-table tbody, .number-table tbody')];
  const cells = () => bodies.flatMap((body) => [...body.rows].flatMap((row) => [...row.cells].map((cell) => cell.outerHTML)));
  const before = cells();
  let records = [];
  const observer = new MutationObserver((found) => (records = records.concat(found)));
  for (const body of bodies) observer.observe(body, { subtree: true, childList: true, characterData: true, attributes: true });
  window.finishCounting = () => {
    records = records.concat(observer.takeRecords());
    observer.disconnect();
    const after = cells();
    const cellOf = ({ target }) => (target.closest ? target : target.parentElement)?.closest('td, th');
    const touched = new Set(records.map(cellOf).filter(Boolean));
    return { cells: after.length, changed: after.filter((markup, at) => markup !== before[at]).length, touched: touched.size, records: records.length };
  };
}

export async function measure(bench) {
  const base = snapshot(bench.source);
  const pages = {};
  for (const name of ['console', 'reference']) {
    bench.server.show(base);
    pages[name] = await openPage(bench.browser);
    await openCampaign(pages[name].page, bench.address(name));
  }
  let step = 0;
  const refresh = async (page) => {
    await page.evaluate(pressRefresh);
    await settled(page);
  };
  const samples = await turns(bench.times(15) + PRACTICE, async (name, turn) => {
    const { page } = pages[name];
    if (name === (turn % 2 ? 'reference' : 'console')) bench.server.show(altered(base, (step += 1)));
    await page.bringToFront();
    const stop = await record(bench.browser);
    await mark(page, 'refresh:from');
    await refresh(page);
    await mark(page, 'refresh:to');
    return work(await stop(), 'refresh');
  });
  const counts = await turns(3, async (name, turn) => {
    const { page } = pages[name];
    if (name === (turn % 2 ? 'reference' : 'console')) bench.server.show(altered(base, (step += 1)));
    await page.bringToFront();
    await page.evaluate(startCounting);
    await refresh(page);
    return page.evaluate(() => window.finishCounting());
  });
  for (const { close } of Object.values(pages)) await close();
  const counted = (what, key, target) => ({ what, unit: 'count', console: counts.console.map((count) => count[key]), reference: counts.reference.map((count) => count[key]), target });
  const changed = counts.console.map((count) => count.changed).sort((a, b) => a - b)[1];
  return [
    ...workRows('Refresh of a tenth of the cells', practiced(samples)),
    counted('Cells in both tables', 'cells'),
    counted('Cells changed by it', 'changed'),
    counted('Cells touched by it', 'touched', { most: changed }),
    counted('Mutation records in the tables', 'records'),
  ];
}
