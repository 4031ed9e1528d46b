// What 5 MB more of an answer cost, against JSON.parse of the same bytes. The console draws the same
// 200 rows either way, so the difference is decoding and taking in: no less than its decoder takes.
import { openPage, settled } from './browser.mjs';
import { altered, CAMPAIGN, snapshot } from './fixture.mjs';
import { pressRefresh } from './refresh.mjs';
import { traced } from './trace.mjs';

const MANY = 22_000;
const FEW = 200;

async function scriptOf(bench, page, steps, times) {
  const taken = [];
  for (let turn = 0; turn < times + 1; turn += 1) {
    bench.server.show(steps[turn % steps.length]);
    const { script } = await traced(bench.browser, page, async () => {
      await page.evaluate(pressRefresh);
      await settled(page);
    });
    taken.push(script);
  }
  return taken.slice(1);
}

/** In a task of its own, for the trace to see it as script. Runs in the page. */
function parseInTask() {
  return new Promise((resolve) => {
    setTimeout(() => {
      JSON.parse(new TextDecoder().decode(window.bytes));
      resolve();
    });
  });
}

/** Milliseconds of JSON.parse from the bytes in hand. */
async function parsing(bench, page) {
  await page.evaluate(async (address) => {
    window.bytes = await (await fetch(address)).arrayBuffer();
  }, `${bench.server.address}api/campaigns/${CAMPAIGN}/snapshot`);
  const { script } = await traced(bench.browser, page, () => page.evaluate(parseInTask));
  return script;
}

export async function measure(bench) {
  const times = bench.times(7);
  // The time of the answer differs from the one before in every turn, which is what a refresh shows.
  const stepsOf = (numbers, steps) => steps.map((step) => altered(snapshot(bench.source, { numbers, withTimeline: false }), step));
  const [few, many] = [stepsOf(FEW, [1, 2]), stepsOf(MANY, [3, 4])];
  const length = (made) => Buffer.byteLength(JSON.stringify(made)) / 1e6;
  const megabytes = length(many[0]) - length(few[0]);
  bench.server.show(snapshot(bench.source, { numbers: FEW, withTimeline: false }));
  const { page, close } = await openPage(bench.browser);
  await page.goto(bench.address('console'));
  await page.locator('.number-table tbody tr').nth(FEW - 1).waitFor({ state: 'attached' });
  await settled(page);
  const least = (await scriptOf(bench, page, few, times)).sort((a, b) => a - b)[Math.floor(times / 2)];
  const taken = await scriptOf(bench, page, many, times);
  const parsed = [];
  for (let turn = 0; turn < times; turn += 1) parsed.push(await parsing(bench, page));
  await close();
  return [
    {
      what: `Decoding and taking in ${megabytes.toFixed(1)} MB more of numbers`,
      unit: 'MB/s',
      console: taken.map((script) => megabytes / ((script - least) / 1000)),
      reference: parsed.map((time) => length(many[0]) / (time / 1000)),
      target: { atLeast: 1 },
      note: 'by hand is JSON.parse of the bytes alone; the console\'s figure has everything that it does with rows beyond the 200 it draws. The decoder by itself needs a mark of its own in the module to be told apart.',
    },
  ];
}
