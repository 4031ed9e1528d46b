// Walks about the release for a long time, over a demo API in which things go wrong, and holds at every
// step what must always hold. Everything is drawn from a seed: SEED=… FROM=… plays the same steps again.
import { watch } from '../e2e/demo.js';
import { Demo } from '../e2e/demo_server.js';
import { drawOutOfSight } from '../e2e/on_screen.js';
import { launch, openPage } from '../bench/browser.mjs';
import { watchMemory } from '../bench/left.mjs';
import { rememberPress } from './reach.mjs';
import { Walk } from './walk.mjs';

const MINUTES = Number(process.env.MINUTES ?? 60);
const STEPS = Number(process.env.STEPS ?? Infinity);
const FROM = Number(process.env.FROM ?? 0);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Steps between two looks at what is held. */
const SAMPLE_EVERY = 150;
/** No step takes as long, and a sample waits for what hangs: whoever takes longer never ends. */
const [STEP_MS, SAMPLE_MS, CLOSE_MS] = [60_000, 120_000, 10_000];
const MINUTE = 60_000;

/** What comes of the work, unless it takes too long. */
async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${ms / 1000} s`)), ms);
  });
  // What fails after it was given up is told already.
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A page of the release, with everything that it must never do. */
async function open(browser, demo) {
  const { page, devtools } = await openPage(browser, { script: watchMemory });
  await page.addInitScript(drawOutOfSight);
  await page.addInitScript(rememberPress);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  page.on('download', (download) => download.delete().catch(() => {}));
  page.on('filechooser', () => {});
  const faults = watch(page, demo, []);
  await devtools.send('Performance.enable');
  await page.goto(`${demo.address}#/campaigns`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, devtools, faults };
}

async function walkAbout(walk, began) {
  const minutes = () => (Date.now() - began) / MINUTE;
  let told = 0;
  for (let step = FROM; minutes() < MINUTES && step - FROM < STEPS; step += 1) {
    if (step % SAMPLE_EVERY === 0) await within(SAMPLE_MS, walk.sample());
    await within(STEP_MS, walk.play(step));
    if (Math.floor(minutes() / 5) > told) {
      told = Math.floor(minutes() / 5);
      console.log(`  ${minutes().toFixed(0)} min, ${step} steps, ${walk.tally.failures.length} failures`);
    }
  }
  await within(SAMPLE_MS, walk.sample());
  walk.judgeGrowth();
}

// Whichever way this process ends, it takes the browser with it, and the demo API.
const demo = await Demo.start();
process.on('exit', () => demo.stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
const browser = await launch();
let failures = 1;
try {
  const walk = new Walk({ seed: SEED, demo, ...(await open(browser, demo)) });
  console.log(`Soak: seed ${SEED}, ${MINUTES} minutes, ${demo.address}`);
  const began = Date.now();
  try {
    await walkAbout(walk, began);
  } catch (error) {
    walk.tally.failed(`${walk.place}: the walk ended: ${error.message}`);
  }
  console.log(walk.tally.report({ seed: SEED, minutes: (Date.now() - began) / MINUTE, requests: walk.requests }));
  failures = walk.tally.failures.length;
} catch (error) {
  console.error(`The walk did not begin: ${error.stack}`);
} finally {
  await within(CLOSE_MS, browser.close()).catch((error) => console.log(`The browser is ended by force: ${error.message}`));
  process.exit(failures ? 1 : 0);
}
