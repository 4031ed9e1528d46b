// What a page of 5 MB costs the decoder, against JSON.parse of the same text; and what it costs the console with
// everything that it does with rows: it draws the same 200 either way, so the difference is decoding and taking in.
import { collectGarbage, openPage, PRACTICE, practiced, settled, turns } from './browser.mjs';
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

/** Lets the page decode the answer in every way. Runs in the page. */
async function prepare({ answer, module }) {
  const bytes = new Uint8Array(await (await fetch(answer)).arrayBuffer());
  const decoder = (await WebAssembly.instantiateStreaming(fetch(module))).instance.exports;
  const text = new TextDecoder().decode(bytes);
  const copy = () => {
    const place = decoder.room(bytes.length);
    new Uint8Array(decoder.memory.buffer, place, bytes.length).set(bytes);
  };
  copy();
  const ways = {
    console: {
      text: () => decoder.take_in(),
      bytes: () => {
        copy();
        return decoder.take_in();
      },
    },
    reference: { text: () => JSON.parse(text), bytes: () => JSON.parse(new TextDecoder().decode(bytes)) },
  };
  let held = null;
  window.letGo = () => {
    held = null;
    decoder.let_go();
  };
  // In a task of its own, for the trace to see it as script.
  window.decode = (who, from) =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        held = ways[who][from]();
        if (held) resolve();
        else reject(new Error('The answer was not taken.'));
      });
    });
}

/** Milliseconds that the decoder and JSON.parse take for the same answer, turn by turn, each to what is then held. */
async function alone(bench, page, devtools) {
  const samples = {};
  for (const from of ['text', 'bytes']) {
    const taken = await turns(bench.times(15) + PRACTICE, async (who) => {
      await page.evaluate(() => window.letGo());
      await collectGarbage(devtools);
      const { script } = await traced(bench.browser, page, () => page.evaluate(([who, from]) => window.decode(who, from), [who, from]));
      return script;
    });
    samples[from] = practiced(taken);
  }
  return samples;
}

export async function measure(bench) {
  const times = bench.times(7);
  // The time of the answer differs from the one before in every turn, which is what a refresh shows.
  const stepsOf = (numbers, steps) => steps.map((step) => altered(snapshot(bench.source, { numbers, withTimeline: false }), step));
  const [few, many] = [stepsOf(FEW, [1, 2]), stepsOf(MANY, [3, 4])];
  const length = (made) => Buffer.byteLength(JSON.stringify(made)) / 1e6;
  const megabytes = length(many[0]) - length(few[0]);
  bench.server.show(snapshot(bench.source, { numbers: FEW, withTimeline: false }));
  const { page, devtools, close } = await openPage(bench.browser);
  await page.goto(bench.address('console'));
  await page.locator('.number-table tbody tr').nth(FEW - 1).waitFor({ state: 'attached' });
  await settled(page);
  const least = (await scriptOf(bench, page, few, times)).sort((a, b) => a - b)[Math.floor(times / 2)];
  const taken = await scriptOf(bench, page, many, times);
  const { address } = bench.server;
  await page.evaluate(prepare, { answer: `${address}api/campaigns/${CAMPAIGN}/snapshot`, module: `${address}decoder/decoder.wasm` });
  const decoded = await alone(bench, page, devtools);
  await close();
  const whole = length(many[0]);
  const speed = (samples) => samples.map((time) => whole / (time / 1000));
  const row = (from, words, note) => ({
    what: `Decoding ${whole.toFixed(1)} MB of numbers, ${words}`,
    unit: 'MB/s',
    console: speed(decoded[from].console),
    reference: speed(decoded[from].reference),
    target: { atLeast: 1 },
    note,
  });
  return [
    row('text', 'from text in memory', "the console's decoder by itself, compiled as the release is, to rows with types; by hand is JSON.parse to objects. Letting go of what came of it is not counted for either."),
    row('bytes', 'from the bytes of an answer', 'the same with the copy into the module, and by hand with making a string of the bytes.'),
    {
      what: `Decoding and taking in ${megabytes.toFixed(1)} MB more of numbers`,
      unit: 'MB/s',
      console: taken.map((script) => megabytes / ((script - least) / 1000)),
      reference: speed(decoded.bytes.reference),
      note: "by hand is JSON.parse of the bytes alone; the console's figure has everything that it does with rows beyond the 200 it draws.",
    },
  ];
}
