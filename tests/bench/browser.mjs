// The browser, and what is asked of it through its DevTools protocol.
import { chromium } from '@playwright/test';

const VIEWPORT = { width: 1440, height: 900 };

/** 150 ms, 1.6 Mbit/s down and 750 kbit/s up: Lighthouse's "Slow 4G". */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--enable-precise-memory-info'],
  });

/** A page in a context of its own, with nothing in its cache; `close` ends both. */
export async function openPage(browser, { slowdown = 1, network, script, argument } = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error}`));
  if (script) await page.addInitScript(script, argument);
  const devtools = await context.newCDPSession(page);
  if (network) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
  }
  if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, devtools, close: () => context.close() };
}

/** Until what was asked for is on screen and the main thread has nothing left to do. */
export async function settled(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const idle = (left) => requestIdleCallback(() => (left ? requestAnimationFrame(() => idle(left - 1)) : resolve()));
        requestAnimationFrame(() => idle(2));
      }),
  );
}

/** Opens either page and waits until everything of the campaign is drawn. */
export async function openCampaign(page, address, { chart = true } = {}) {
  await page.goto(address);
  await drawn(page, { chart });
}

/** Until the campaign's tables and picture are on screen. Asked once a frame, for asking is work too. */
export async function drawn(page, { chart = true } = {}) {
  const wanted = ['.number-table tbody tr:nth-child(200)', '.task-table tbody tr:nth-child(50)', ...(chart ? ['.chart-picture svg'] : [])];
  await page.evaluate(
    (wanted) =>
      new Promise((resolve, reject) => {
        const late = performance.now() + 60_000;
        const look = (now) => {
          if (now > late) return reject(new Error('The campaign was not drawn.'));
          const there = wanted.every((selector) => document.querySelector(selector)) && !document.querySelector('[data-part-waiting]');
          if (there) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    wanted,
  );
  await settled(page);
}

/** Both pages turn by turn, so that what else the machine does meets both alike. */
export async function turns(times, act) {
  const samples = { console: [], reference: [] };
  for (let turn = 0; turn < times; turn += 1) {
    const order = turn % 2 ? ['reference', 'console'] : ['console', 'reference'];
    for (const name of order) samples[name].push(await act(name, turn));
  }
  return samples;
}

export const collectGarbage = (devtools) => devtools.send('HeapProfiler.collectGarbage');

/** The first turns are for the browser to know the code, and do not count. */
export const PRACTICE = 2;

export const practiced = (samples) => Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, taken.slice(PRACTICE)]));
