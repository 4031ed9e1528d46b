// Prism makes up every answer of the contract at random. Whatever it says, the page stands, tells
// no nonsense, and is no wider than the screen.
import { expect, test as base } from '@playwright/test';
import { Prism } from './prism.js';

const NONSENSE = /\bNaN\b|\bundefined\b|\bInfinity\b|\[object|panicked at/;
const SIZES = [[1440, 900], [390, 844]];
const ANSWERS = 12;

/** Every view, and every drawer, by its address. */
const VIEWS = [
  '/campaigns',
  '/campaigns/c%201',
  '/campaigns/c%201/tasks/t1?status=failed&sort=-attempts&page=2',
  '/calls?campaign=c1&state=completed&page=3',
  '/live',
  '/jobs',
  '/jobs/j1',
  '/jobs/j1/records/r1',
  '/jobs/j1/records/r1/journey',
  '/records',
  '/records/r1',
  '/triage',
  '/triage?campaign=c1',
  '/triage?job=j1',
  '/api',
];

const test = base.extend({
  prism: [
    async ({}, use) => {
      const prism = await Prism.start();
      await use(prism);
      prism.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ prism }, use) => use(prism.address),
  faults: async ({ page }, use) => {
    const faults = [];
    page.on('pageerror', (error) => faults.push(`uncaught: ${error}`));
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    await use(faults);
  },
});

/** What is wrong with what is on screen, whatever its width. */
function wrong(page) {
  return page.evaluate((nonsense) => {
    const said = [];
    if (document.getElementById('ringside-crash')) said.push('the console stopped');
    const console = document.querySelector('.ringside');
    // With the attributes: names for screen readers, and the drawing of charts.
    const around = new RegExp(`.{0,60}(?:${nonsense}).{0,60}`).exec(console.outerHTML);
    if (around) said.push(around[0]);
    const markup = /.{0,30}<\/?\w+[^>]{0,30}>/.exec(console.innerText);
    if (markup) said.push(`markup: ${markup[0]}`);
    return said;
  }, NONSENSE.source);
}

/** What is wider than the screen. */
function tooWide(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('.main *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1 && getComputedStyle(each).position !== 'fixed');
    return [`${scrollWidth - clientWidth} px`, ...out.slice(0, 3).map((each) => `${each.tagName}.${each.getAttribute('class')} “${each.textContent.slice(0, 40)}”`)];
  });
}

/** Looks at a view until the API is at rest, and holds it to what must never be. */
async function looked(page, prism, faults, answer) {
  await prism.rest();
  await expect(page.locator('[data-part-waiting]')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeAttached();
  expect([...(await wrong(page)), ...faults, ...prism.mistakes], answer).toEqual([]);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    // A chart is drawn to its new size one frame after the page has it.
    await expect.poll(() => tooWide(page), `${answer}: wider than ${width} px`).toEqual([]);
  }
}

async function opened(page, address) {
  await page.goto('/#/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page.goto(`/#${address}`);
}

for (const address of VIEWS) {
  test(`a dozen answers made up for ${address}`, async ({ page, prism, faults }) => {
    test.setTimeout(60_000);
    prism.begin('ringside');
    await opened(page, address);
    for (let answer = 1; answer <= ANSWERS; answer += 1) {
      await looked(page, prism, faults, `${address}, answer ${answer}`);
      await page.keyboard.press('r');
    }
  });
}

test('an API that says at random what it provides', async ({ page, prism, faults }) => {
  test.setTimeout(60_000);
  for (const seed of ['a', 'b']) {
    prism.begin(seed, false);
    for (const address of VIEWS) {
      await opened(page, address);
      await looked(page, prism, faults, `${address} of seed ${seed}`);
    }
    await page.reload();
  }
});

test('whatever the search finds can be chosen from', async ({ page, prism, faults }) => {
  prism.begin('found');
  await opened(page, '/campaigns');
  await looked(page, prism, faults, 'the list');
  for (const text of ['lorem', 'ipsum', 'dolor']) {
    const box = page.getByRole('combobox', { name: 'Find anything, do anything' });
    // What hears the key comes with a later piece of the module.
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(box).toBeVisible({ timeout: 1000 });
    }).toPass();
    await box.fill(text);
    await looked(page, prism, faults, `found for ${text}`);
    await page.keyboard.press('Escape');
  }
});
