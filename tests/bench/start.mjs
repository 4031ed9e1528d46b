// Bytes and time to the first figures, with nothing in the cache.
import { openPage, SLOW_4G, turns } from './browser.mjs';
import { snapshot } from './fixture.mjs';

const LIMIT_BYTES = 200_000;

/** Notes when the strip of figures is populated and painted: at all, and by the page's own code instead of in its place. Runs before any script of the page. */
function watchFigures() {
  const note = (name, selector) => {
    const look = () => {
      const value = document.querySelector(selector);
      if (!value?.textContent.trim()) return requestAnimationFrame(look);
      // The frame that shows it is over when the next task begins.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window[name] = performance.now();
      };
      requestAnimationFrame(() => port2.postMessage(null));
    };
    requestAnimationFrame(look);
  };
  note('figuresAt', '.tile-value[data-kind=figure]');
  note('drawnAt', '.tile-value[data-kind=figure]:not(#ringside-skeleton *)');
}

async function once(bench, name, conditions) {
  const { page, devtools, close } = await openPage(bench.browser, { ...conditions, script: watchFigures });
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  // What of a file has come counts before it is complete.
  const received = [];
  let clock;
  devtools.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => (clock ??= wallTime - timestamp));
  devtools.on('Network.dataReceived', ({ timestamp, encodedDataLength }) => received.push({ timestamp, encodedDataLength }));
  await page.goto(bench.address(name), { waitUntil: 'commit' });
  const seen = await page.waitForFunction(() => window.drawnAt && { at: window.figuresAt, drawn: window.drawnAt });
  const loaded = bytes;
  const { at, drawn } = await seen.jsonValue();
  const { answer, origin } = await page.evaluate(() => ({
    answer: performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/snapshot')).responseEnd,
    origin: performance.timeOrigin,
  }));
  await close();
  const before = received.filter(({ timestamp }) => (timestamp + clock) * 1000 <= origin + at);
  const needed = before.reduce((sum, { encodedDataLength }) => sum + encodedDataLength, 0);
  return { at, drawn, answer, needed, loaded };
}

export async function measure(bench) {
  const rows = [];
  // What is painted before the module is there is an answer without gaps.
  bench.server.show({ ...snapshot(bench.source), cost: bench.source.cost });
  const conditions = [
    ['Slow 4G, 4 × CPU', { network: SLOW_4G, slowdown: 4 }, { ratio: 1.5 }],
    ['unthrottled', {}, { ratio: 1 }],
  ];
  for (const [words, condition, target] of conditions) {
    const samples = await turns(bench.times(9), (name) => once(bench, name, condition));
    const of = (key, name) => samples[name].map((sample) => sample[key]);
    if (condition.network) {
      rows.push({ what: 'Received until the first figures', unit: 'bytes', console: of('needed', 'console'), reference: of('needed', 'reference'), target: { most: LIMIT_BYTES } });
      rows.push({ what: 'Loaded until the console’s own drawing', unit: 'bytes', console: of('loaded', 'console'), reference: of('loaded', 'reference'), target: { most: LIMIT_BYTES } });
    }
    rows.push({ what: `First figures painted, ${words}`, unit: 'ms', console: of('at', 'console'), reference: of('at', 'reference'), target });
    rows.push({ what: `The console’s own drawing, ${words}`, unit: 'ms', console: of('drawn', 'console'), reference: of('drawn', 'reference') });
    rows.push({ what: `Their answer in hand, ${words}`, unit: 'ms', console: of('answer', 'console'), reference: of('answer', 'reference') });
  }
  return rows;
}
