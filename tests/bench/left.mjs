// What a page holds once garbage is collected.
import { collectGarbage } from './browser.mjs';

const MEGABYTE = 1024 * 1024;

/** Remembers the module's memory. Runs before any script of the page. */
export function watchMemory() {
  window.wasmBytes = () => 0;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async function (...given) {
      const made = await own.apply(this, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) window.wasmBytes = () => memory.buffer.byteLength;
      return made;
    };
  }
}

/** Nodes, listeners, and megabytes of the script's heap and of wasm's memory. */
export async function held(page, devtools) {
  await devtools.send('Performance.enable');
  for (let again = 0; again < 3; again += 1) await collectGarbage(devtools);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') / MEGABYTE, wasm: (await page.evaluate(() => window.wasmBytes())) / MEGABYTE };
}

const KINDS = [
  ['nodes', 'DOM nodes', 'count', 0],
  ['listeners', 'listeners', 'count', 0],
  ['heap', 'script heap', 'MB', 1],
  ['wasm', 'wasm memory', 'MB', 0],
];

/** Rows of what is held at the end, and how much more than at the first sample. */
export function rowsOf(words, own, reference) {
  return KINDS.flatMap(([key, name, unit, most]) => {
    const last = (samples) => (samples ? [samples.at(-1)[key]] : undefined);
    const grown = (samples) => (samples ? [samples.at(-1)[key] - samples[0][key]] : undefined);
    return [
      { what: `${name} ${words}`, unit, console: last(own), reference: last(reference) },
      { what: `${name} gained ${words}`, unit, console: grown(own), reference: grown(reference), target: { most }, course: own.map((sample) => Number(sample[key].toFixed(2))) },
    ];
  });
}
