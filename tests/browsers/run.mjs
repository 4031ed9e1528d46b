// The smoke suite: the built console in browsers other than the one that the browser tests use.
// `node tests/browsers/run.mjs [firefox|webkit] [words of a step]`; PICTURES=folder keeps a picture of each step.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Demo } from '../e2e/demo_server.js';
import * as firefox from './firefox.mjs';
import { Operator } from './operator.mjs';
import { STEPS } from './steps.mjs';
import * as webkit from './webkit.mjs';

const [wanted, words = ''] = process.argv.slice(2);
const browsers = [firefox, webkit].filter(({ name }) => !wanted || name.toLowerCase() === wanted);
const pictures = process.env.PICTURES;

/** Goes through all steps in one browser; what went wrong. */
async function gone({ name, launch }) {
  const lines = [];
  const demo = await Demo.start();
  let browser;
  try {
    browser = await launch();
    for (const [step, take] of Object.entries(STEPS).filter(([step]) => step.includes(words))) {
      const from = Date.now();
      const trouble = await taken(take, browser, demo);
      lines.push({ step, trouble, text: `  ${trouble ? '✗' : '✓'} ${name}: ${step} (${Date.now() - from} ms)${trouble ? `\n      ${trouble}` : ''}` });
      if (pictures) await kept(browser, `${name}-${lines.length}.png`);
    }
  } finally {
    await browser?.close();
    demo.stop();
  }
  return { name: `${name} (${browser.version})`, lines };
}

async function taken(take, browser, demo) {
  try {
    await demo.restore();
    // What the last page still fetched ends in errors when it is left: they are not of this step.
    await browser.open('about:blank');
    browser.faults.splice(0);
    await take({ browser, demo, operator: new Operator(browser) });
    const crash = await browser.run(String(() => document.getElementById('ringside-crash')?.textContent ?? null), []);
    const faults = [...browser.faults.splice(0), ...(await demo.reported()), ...(crash ? [crash] : [])];
    return faults.length ? faults.join('\n      ') : null;
  } catch (error) {
    return [error.message, ...browser.faults.splice(0)].join('\n      ');
  }
}

async function kept(browser, file) {
  await mkdir(pictures, { recursive: true });
  await writeFile(path.join(pictures, file), await browser.picture());
}

const all = await Promise.all(browsers.map(gone));
for (const { name, lines } of all) console.log([name, ...lines.map(({ text }) => text)].join('\n'));
const failed = all.flatMap(({ lines }) => lines).filter(({ trouble }) => trouble).length;
console.log(`${all.flatMap(({ lines }) => lines).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
