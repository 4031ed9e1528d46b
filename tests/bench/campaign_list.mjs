// Milliseconds of main-thread work in the list of 10,000 campaigns for a filter, another order,
// another page and a page of 200. Fails above the limit.
//   RINGSIDE_DEMO_API=… node campaign_list.mjs DIST
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const LIMIT = 100;
const TIMES = 7;
const CAMPAIGNS = 10_000;
const [dist] = process.argv.slice(2);

const demo = spawn(process.env.RINGSIDE_DEMO_API, ['--port', '0', '--speed', '0', '--million', '0', '--campaigns', String(CAMPAIGNS), '--dist', dist], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => demo.kill('SIGTERM'));
const address = await new Promise((resolve) => {
  createInterface({ input: demo.stdout }).on('line', (line) => line.includes('http') && resolve(line.slice(line.indexOf('http')).trim()));
});

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
const devtools = await page.context().newCDPSession(page);
// The thread's own time: what else runs on the machine does not count.
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });

/** Seconds of work since the page began, by kind. */
async function work() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { task: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
}

/** Until what was asked for is on screen and the main thread has nothing left to do. */
const settled = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())))));

const rows = page.getByRole('table', { name: 'Campaigns' }).getByRole('row');
const hash = (query) => page.evaluate((query) => (location.hash = `#/campaigns${query}`), query);

async function goTo(query) {
  const answer = page.waitForResponse((response) => response.url().includes('/api/campaigns'));
  await hash(query);
  await answer;
  await settled();
}

/** The work of what `prepare` gives, from the list's first page until the answer is drawn. */
async function measured(prepare) {
  const all = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    await goTo(`?q=${turn}`);
    await goTo('');
    const act = await prepare();
    await settled();
    const answer = page.waitForResponse((response) => response.url().includes('/api/campaigns'));
    const before = await work();
    await act();
    await answer;
    await settled();
    const after = await work();
    all.push({ task: after.task - before.task, script: after.script - before.script, layout: after.layout - before.layout });
  }
  const median = (kind) => all.map((one) => one[kind]).sort((a, b) => a - b)[Math.floor(TIMES / 2)];
  return { task: median('task'), script: median('script'), layout: median('layout') };
}

await page.goto(address);
await rows.nth(5).waitFor();
await page.waitForLoadState('networkidle');
const total = await page.evaluate(async () => (await (await fetch('api/campaigns?size=1')).json()).page.total);
if (total < CAMPAIGNS) throw new Error(`Only ${total} campaigns: this measures nothing.`);

const search = page.getByRole('searchbox', { name: 'Name or ID', exact: true });

/** A press on a button; finding it is no part of the work. */
const press = (name) => async () => {
  const box = await page.getByRole('button', { name }).boundingBox();
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};

const STEPS = {
  'filter by text': () =>
    measured(async () => {
      await search.focus();
      return () => page.keyboard.insertText('renewal');
    }),
  'filter by status': () => measured(press(/^Completed [\d,]+/)),
  'change the order': () =>
    measured(async () => {
      const order = await page.getByLabel('Sort:').elementHandle();
      return () =>
        order.evaluate((select) => {
          select.value = 'name';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        });
    }),
  'next page': () =>
    measured(async () => {
      await page.getByRole('button', { name: 'Next' }).scrollIntoViewIfNeeded();
      return press('Next')();
    }),
  'a page of 200': () => measured(async () => () => hash('?size=200')),
};

let slow = 0;
console.log(`${total.toLocaleString('en-US')} campaigns; median of ${TIMES}; milliseconds of main-thread work (script, style and layout)`);
for (const [name, measure] of Object.entries(STEPS)) {
  const { task, script, layout } = await measure();
  const over = name !== 'a page of 200' && task > LIMIT;
  slow += over ? 1 : 0;
  console.log(`${name.padEnd(18)} ${task.toFixed(0).padStart(5)}  (${script.toFixed(0)}, ${layout.toFixed(0)})${over ? `  over ${LIMIT}` : ''}`);
}
await browser.close();
process.exit(slow ? 1 : 0);
