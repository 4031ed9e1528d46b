// The chart module by itself, as it is bundled, under the strict policy that hosts send: it draws
// what src/charts writes, follows size and theme, and leaves nothing behind.
import { readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { bundleCharts } from '../tools/charts.mjs';
import { countLeftBehind } from './left_behind.js';

const ROOT = new URL('../..', import.meta.url);
const TIMELINE = readFileSync(new URL('tests/charts/timeline.json', ROOT), 'utf8');
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'";
const ORIGIN = 'http://charts.test';
const PAGE = `<!doctype html><link rel="stylesheet" href="/style/tokens.css"><link rel="stylesheet" href="/style/base.css">
<link rel="stylesheet" href="/style/ui-tile.css"><link rel="stylesheet" href="/style/ui-chart.css"><link rel="stylesheet" href="/page.css">
<div class="ringside"><div id="place" class="chart-plot"></div></div><script type="module" src="/page.js"></script>`;
const PAGE_STYLE = '#place { inline-size: 600px; block-size: 190px }';
const PAGE_SCRIPT = `import * as charts from "/chart.js";
document.addEventListener("securitypolicyviolation", (e) => console.error("policy: " + e.violatedDirective + " " + e.sample));
Object.assign(window, { charts, place: document.getElementById("place") });`;

const test = base.extend({
  bundle: [async ({}, use) => use(await bundleCharts()), { scope: 'worker' }],
  page: async ({ page, bundle }, use) => {
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    const answers = { '/': ['text/html', PAGE], '/page.css': ['text/css', PAGE_STYLE], '/page.js': ['text/javascript', PAGE_SCRIPT], '/chart.js': ['text/javascript', bundle.code] };
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const [contentType, body] = answers[pathname] ?? ['text/css', pathname.startsWith('/style/') ? readFileSync(new URL(`.${pathname}`, ROOT), 'utf8') : ''];
      return route.fulfill({ contentType, body, headers: { 'Content-Security-Policy': POLICY } });
    });
    await page.addInitScript(countLeftBehind);
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction(() => window.charts);
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Opens and draws a sheet, or the timeline. */
const draw = (page, json = TIMELINE) =>
  page.evaluate((json) => {
    window.chart = window.charts.openChart(window.place);
    window.chart.draw(json);
  }, json);

/** The fills of all shapes of the picture. */
const fills = (page) => page.locator('#place svg [fill]').evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill')));

/** A token as the page paints it. */
const token = (page, name) =>
  page.evaluate((name) => {
    const probe = document.querySelector('.ringside').appendChild(document.createElement('i'));
    probe.style.color = `var(${name})`;
    const color = getComputedStyle(probe).color;
    probe.remove();
    return `#${color.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  }, name);

/** Whether a color is among the fills, however it is written. */
async function expectFill(page, name) {
  const wanted = await token(page, name);
  const hex = (fill) => (/^rgb\(/.test(fill) ? `#${fill.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : fill);
  await expect.poll(async () => (await fills(page)).map(hex)).toContain(wanted);
}

test('draws areas, stripes, numbered pins and labels', async ({ page }) => {
  await draw(page);
  const picture = page.locator('#place svg');
  await expect(picture).toBeVisible();
  await expectFill(page, '--c1');
  await expectFill(page, '--c2');
  await expect(picture.locator('pattern').first()).toBeAttached();
  for (const text of ['0', '90', '360', '09:00', '12:00', '1', '2', '3']) {
    await expect(picture.getByText(text, { exact: true }).first()).toBeVisible();
  }
});

test('raises a pin that would touch another', async ({ page }) => {
  await draw(page);
  const tops = await page.locator('#place svg text').evaluateAll((texts) =>
    Object.fromEntries(texts.filter((text) => /^[123]$/.test(text.textContent)).map((text) => [text.textContent, text.getBoundingClientRect().top])),
  );
  expect(tops[1]).toBeCloseTo(tops[2], 0);
  expect(tops[1] - tops[3]).toBeGreaterThan(14);
});

test('keeps room for the curve under ever so many pins', async ({ page }) => {
  const sheet = JSON.parse(TIMELINE);
  const marks = sheet.option.series[sheet.pins.series].markLine;
  sheet.pins.at = Array.from({ length: 60 }, (_, at) => 1 + at / 60);
  marks.data = sheet.pins.at.map((at, index) => ({ xAxis: at, name: String(index + 1) }));
  await draw(page, JSON.stringify(sheet));
  const [top, bottom] = await page.locator('#place svg text').evaluateAll((texts) =>
    ['360', '0'].map((label) => texts.find((text) => text.textContent === label).getBoundingClientRect().top),
  );
  expect(bottom - top).toBeGreaterThan(95);
});

test('tells the figures under the pointer in the page’s own look', async ({ page }) => {
  await draw(page);
  await page.mouse.move(0, 0);
  const box = await page.locator('#place').boundingBox();
  await page.mouse.move(box.x + box.width * 0.42, box.y + 90);
  const tip = page.locator('.chart-tip');
  await expect(tip).toContainText('10:00');
  await expect(tip).toContainText('200No answer or busy');
  await expect(tip).toContainText('10:45 Cause 1');
  await expect(tip.locator('[data-series="failed"]')).toBeVisible();
  const at = await tip.boundingBox();
  expect(at.x).toBeGreaterThanOrEqual(box.x);
  expect(at.x + at.width).toBeLessThanOrEqual(box.x + box.width + 1);
});

test('follows the theme of the system and of the page', async ({ page }) => {
  await draw(page);
  await expectFill(page, '--c1');
  const light = await fills(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => fills(page)).not.toEqual(light);
  await expectFill(page, '--c1');
  await page.evaluate(() => (document.querySelector('.ringside').dataset.theme = 'light'));
  await expect.poll(() => fills(page)).toEqual(light);
});

test('shows its latest figures on paper, also where printing is told only before, and out of sight', async ({ page }) => {
  await draw(page);
  await page.evaluate(() => (document.querySelector('.ringside').style.paddingBlockStart = '4000px'));
  const less = JSON.parse(TIMELINE);
  for (const series of less.option.series) series.data = series.data?.map(() => null);
  // What is out of sight is told some frames later, and nothing on the page shows when.
  await expect
    .poll(() =>
      page.evaluate(
        ([less, all]) => {
          const before = window.place.innerHTML;
          window.chart.draw(less);
          const waits = window.place.innerHTML === before;
          if (!waits) window.chart.draw(all);
          return waits;
        },
        [JSON.stringify(less), TIMELINE],
      ),
    )
    .toBe(true);
  const picture = () => page.locator('#place svg').innerHTML();
  const before = await picture();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await picture()).not.toBe(before);
});

test('follows its size', async ({ page }) => {
  await draw(page);
  const width = () => page.locator('#place svg').evaluate((picture) => picture.getBoundingClientRect().width);
  expect(await width()).toBe(600);
  await page.evaluate(() => (window.place.style.inlineSize = '320px'));
  await expect.poll(width).toBe(320);
});

test('leaves nothing behind', async ({ page }) => {
  const left = () => page.evaluate(() => ({ ...window.left, alive: window.charts.alive(), elements: window.place.childNodes.length }));
  const before = await left();
  await draw(page);
  expect((await left()).alive).toBe(1);
  expect((await left()).observers).toBeGreaterThan(before.observers);
  await page.evaluate(() => {
    window.chart.dispose();
    window.chart.dispose();
  });
  expect(await left()).toEqual(before);
});

test('weighs what it may and names every license', async ({ bundle }) => {
  expect(bundle.weight).toBeLessThanOrEqual(170_000);
  for (const words of ['echarts 6.1.0', 'Apache License', 'zrender 6.1.0', 'BSD 3-Clause License', 'tslib', 'd3.js']) {
    expect(bundle.licenses).toContain(words);
  }
  expect(bundle.code).not.toMatch(/\beval\(|new Function\(/);
});
