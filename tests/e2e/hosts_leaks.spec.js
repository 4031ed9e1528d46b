// A portal that opens and closes the console all day: nothing may be left behind but the module.
import { expect, test } from './hosts.js';

const CAMPAIGN = '/campaigns/cmp_8f3k2q';

/** Mounts a console, waits for what `until` names, removes it; runs in the page, so that it is quick. */
const mount = (page, times) =>
  page.evaluate(async (all) => {
    const within = (what, done) => {
      let late;
      const limit = new Promise((_, reject) => (late = setTimeout(() => reject(new Error(`No ${what} within 20 s`)), 20_000)));
      return Promise.race([done, limit]).finally(() => clearTimeout(late));
    };
    const frame = () => new Promise(requestAnimationFrame);
    for (const { route, until } of all) {
      const element = document.createElement('ringside-console');
      element.setAttribute('api-base', '/api');
      element.setAttribute('route', route);
      const ready = new Promise((resolve) => element.addEventListener('ringside:ready', resolve, { once: true }));
      document.body.append(element);
      if (until !== 'nothing') await within('ready', ready);
      if (until === 'chart') {
        const drawn = async () => {
          while (!element.shadowRoot.querySelector('.chart-picture svg')) await frame();
        };
        element.scrollIntoView();
        await within('chart', drawn());
      }
      if (until === 'look') window.seen = window.ledger.figures();
      element.remove();
      await frame();
    }
  }, times);

/** One in ten shows the campaign's page with its chart, one an open drawer, one is removed at once. */
const round = (count, task) =>
  Array.from({ length: count }, (_, index) => {
    if (index % 10 === 3) return { route: CAMPAIGN, until: 'chart' };
    if (index % 10 === 6) return { route: `${CAMPAIGN}/tasks/${task}`, until: 'ready' };
    if (index % 10 === 9) return { route: CAMPAIGN, until: 'nothing' };
    return { route: index % 2 ? '/campaigns' : CAMPAIGN, until: 'ready' };
  });

test('200 mounts and unmounts leave nothing behind', async ({ page, demo, hosts }) => {
  test.setTimeout(240_000);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  const { items } = await demo.read(`${CAMPAIGN}/tasks`);
  const task = items[0].id;
  // A page that knows nothing of the console yet.
  await page.goto(`${hosts.portal}/`);
  const counted = async () => {
    // What was cut loose is let go of in several rounds: of JavaScript first, then of the nodes it held.
    for (let pass = 0; pass < 4; pass += 1) await browser.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners, documents } = await browser.send('Memory.getDOMCounters');
    const { metrics } = await browser.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    return { nodes, jsEventListeners, documents, heap, ...(await page.evaluate(() => ({ ...window.ledger.figures(), memory: window.ledger.memory(), modules: window.ledger.modules() }))) };
  };
  const atFirst = await counted();
  await page.evaluate(async (address) => {
    await import(address);
  }, `${hosts.assets}/embed/v1/ringside-console.js`);
  // What is counted is there to be counted: a console that is open has begun all of it.
  await mount(page, [{ route: CAMPAIGN, until: 'chart' }, { route: CAMPAIGN, until: 'look' }]);
  const seen = await page.evaluate(() => window.seen);
  expect(seen.observers.length).toBeGreaterThan(0);
  expect(seen.listeners.length).toBeGreaterThan(0);
  expect(seen.intervals).toBeGreaterThan(0);
  // The module, its pieces and its templates come with the first ones, once.
  await mount(page, round(10, task));
  const figures = { 10: await counted() };
  for (const [until, many] of [[100, 90], [200, 100]]) {
    await mount(page, round(many, task));
    figures[until] = await counted();
  }
  console.log(['before', ...Object.keys(figures)].map((name, index) => {
    const at = index === 0 ? atFirst : figures[name];
    return `${name.padStart(6)} mounts: ${at.nodes} nodes, ${at.jsEventListeners} listeners (${at.listeners.length} on window and document), ${at.observers.length} observers, ${at.timeouts + at.intervals + at.frames} timers, ${at.requests} requests, ${at.memory / 65536} pages of memory, ${(at.heap / 1e6).toFixed(1)} MB heap`;
  }).join('\n'));
  const open = ({ listeners, observers, timeouts, intervals, frames, requests, blobs }) => ({ listeners, observers, timeouts, intervals, frames, requests, blobs });
  expect(open(figures[200]), 'back to the start').toEqual(open(atFirst));
  expect(figures[200].modules, 'one module for all').toBe(1);
  expect(figures[200].memory, 'memory on a plateau').toBe(figures[100].memory);
  expect(figures[200].nodes).toBeLessThanOrEqual(figures[10].nodes);
  expect(figures[200].jsEventListeners).toBeLessThanOrEqual(figures[10].jsEventListeners);
  expect(figures[200].documents).toBe(figures[10].documents);
});
