// Every main screen in the ways that people have it shown: narrow and zoomed in, with room between
// letters and lines, from right to left, in longer words, in the system's own colors, and on paper.
// Each is opened once and then shown in all of them.
import { contrast } from './color_difference.js';
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';
import { MAIN_SCREENS, openScreen } from './main_screens.js';
import { lengthen, stickingOut } from './sticking_out.js';

const WIDTHS = [1440, 900, 390];

/** A page of paper in CSS px. */
const A4 = [794, 1123];

const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;

/** Shows the page at a width, and waits until what measures itself has done so: a long table when it comes into sight. */
async function at(page, width, height = 900) {
  await page.setViewportSize({ width, height });
  await page.evaluate(async () => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    const waits = (section) => getComputedStyle(section).contentVisibility === 'auto';
    const { scrollX, scrollY } = window;
    for (const section of [...document.querySelectorAll('[data-part]')].filter(waits)) {
      section.scrollIntoView();
      await frames();
    }
    scrollTo(scrollX, scrollY);
    await frames();
  });
}

/** Nothing is lost, at any of the widths. */
async function isWhole(page, mode, widths = WIDTHS) {
  const found = [];
  for (const width of widths) {
    await at(page, width);
    for (const said of await page.evaluate(stickingOut)) found.push(`${width} px: ${said}`);
  }
  expect.soft(found, mode).toEqual([]);
}

/** Adds a style sheet to the page, as somebody's own; returns what takes it away. */
async function ownSheet(page, text) {
  const sheet = await page.evaluateHandle((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    return sheet;
  }, text);
  return () => sheet.evaluate((sheet) => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)));
}

/** WCAG 2.2, 1.4.12, whoever sets it: at least these. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** Marks that are painted by their ground alone, and what each of them shows. Runs in the page. */
function painted() {
  const shown = (element) => {
    const { backgroundColor, backgroundImage, borderTopColor, outlineStyle } = getComputedStyle(element);
    return { ground: backgroundImage === 'none' ? backgroundColor : backgroundImage, border: borderTopColor, outline: outlineStyle };
  };
  const isMark = (element) => {
    const box = element.getBoundingClientRect();
    const { backgroundColor, backgroundImage, position } = getComputedStyle(element);
    const isFilled = backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|transparent/.test(backgroundColor);
    return isFilled && box.width > 2 && box.height > 1 && position !== 'fixed' && element.childElementCount === 0 && !element.textContent.trim() && element.checkVisibility();
  };
  return [...document.querySelectorAll('.ringside :not(svg, svg *, input, .bone, .chart-waiting, .skeleton-block, progress)')].filter(isMark).map((element) => {
    const around = element.parentElement;
    return { kind: element.className || element.dataset.series || element.tagName, ...shown(element), around: shown(around).ground };
  });
}

/** Signs whose picture cannot be told from what is behind it. Runs in the page. */
function unseenIcons() {
  return [...document.querySelectorAll('.ringside svg:is(.glyph, .icon)')]
    .filter((svg) => svg.checkVisibility())
    .flatMap((svg) => [...svg.querySelectorAll('path')].filter((path) => path.getAttribute('d')))
    .map((path) => {
      const { fill, stroke } = getComputedStyle(path);
      return { paint: fill === 'none' ? stroke : fill, kind: path.closest('svg').parentElement.className };
    })
    .filter(({ paint }) => paint === 'none' || paint === 'rgba(0, 0, 0, 0)');
}

/** What says a status by its tone, without a word beside it. Runs in the page. */
function toneAlone() {
  const told = new Map();
  const alone = [];
  for (const mark of document.querySelectorAll('.ringside :is(.badge, .chip, .quiet-status, .banner, .note)[data-tone]')) {
    if (!mark.checkVisibility()) continue;
    const words = mark.textContent.replace(/[\d.,%]+/g, '').trim();
    if (!words || !mark.querySelector('svg.glyph path[d]:not([d=""])')) alone.push(mark.outerHTML.slice(0, 120));
    const label = mark.matches('.quiet-status') ? mark.querySelector('.quiet-label').textContent : null;
    if (!label) continue;
    const shape = [...mark.querySelectorAll('path')].map((path) => path.getAttribute('d')).join('|');
    const known = told.get(label) ?? { tone: mark.dataset.tone, shape };
    if (known.tone !== mark.dataset.tone && known.shape === shape) alone.push(`“${label}” is ${known.tone} here and ${mark.dataset.tone} there`);
    told.set(label, known);
  }
  return alone;
}

for (const name of Object.keys(MAIN_SCREENS)) {
  test(`${name}: narrow, zoomed, spaced, mirrored, in longer words, in forced colors and on paper`, async ({ page, demo }) => {
    test.setTimeout(180_000);
    await openScreen(page, demo, name);

    await test.step('reflow: 320 px, and 200 % and 400 % of a window of 1440 by 900', async () => {
      await isWhole(page, 'narrow', [...WIDTHS, 720, 360, 320]);
    });

    await test.step('text spacing', async () => {
      const undo = await ownSheet(page, SPACED);
      await isWhole(page, 'spaced', [...WIDTHS, 320]);
      await undo();
    });

    await test.step('right to left: mirrored, and figures and sentences read as they are written', async () => {
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      await isWhole(page, 'mirrored');
      await at(page, 1440);
      const [nav, main] = await Promise.all([page.getByRole('navigation', { name: 'Main' }).boundingBox(), page.getByRole('main').boundingBox()]);
      expect(nav.x).toBeGreaterThanOrEqual(main.x + main.width - 1);
      expect(await page.evaluate(turned)).toEqual([]);
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    });

    await test.step('colors are not alone in saying something', async () => {
      expect(await page.evaluate(toneAlone)).toEqual([]);
    });

    await test.step('forced colors', async () => {
      await at(page, 1440);
      const before = await page.evaluate(painted);
      await page.emulateMedia({ forcedColors: 'active' });
      const after = await page.evaluate(painted);
      const left = after.map(({ kind }) => kind);
      const gone = before.filter((mark) => mark.ground !== mark.around).map(({ kind }) => kind).filter((kind) => !left.includes(kind));
      expect([...new Set(gone)], 'marks that are not painted any more').toEqual([]);
      expect(after.filter(({ ground, around, border, outline }) => ground === around && border === ground && outline === 'none')).toEqual([]);
      expect(await page.evaluate(unseenIcons)).toEqual([]);
      expect(await page.evaluate(() => [...document.querySelectorAll('tr[data-selected]')].filter((row) => getComputedStyle(row).outlineStyle === 'none').length)).toBe(0);
      const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');
      if (await current.count()) {
        const other = page.getByRole('navigation', { name: 'Main' }).getByRole('link').filter({ visible: true }).and(page.locator(':not([aria-current])')).first();
        const edge = (link) => link.evaluate((element) => getComputedStyle(element).borderTopColor);
        expect(await edge(current)).not.toBe(await edge(other));
      }
      await page.emulateMedia({ forcedColors: 'none' });
    });

    await test.step('on paper: everything, in dark ink, and nothing to press', async () => {
      await page.evaluate(() => (document.querySelector('.ringside').dataset.theme = 'dark'));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await at(page, 718, 1000);
      expect.soft(await page.evaluate(stickingOut, { isPaper: true })).toEqual([]);
      const seen = await page.evaluate(() => {
        const isThere = (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true }));
        const hex = (color) => `#${color.match(/[\d.]+/g).slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
        const title = [...document.querySelectorAll('h1, .drawer-title')].find((element) => element.checkVisibility({ visibilityProperty: true }));
        return { nav: isThere('.nav'), buttons: isThere('.button'), ink: hex(getComputedStyle(title).color), ground: getComputedStyle(document.querySelector('.ringside')).backgroundColor };
      });
      expect(seen).toMatchObject({ nav: false, buttons: false, ground: 'rgba(0, 0, 0, 0)' });
      expect(contrast(seen.ink, '#ffffff')).toBeGreaterThan(12);
      // Neither is anything cut off after a page, nor does what is behind a drawer leave empty ones.
      const [width, height] = A4;
      await at(page, width, height);
      const least = Math.ceil((await page.evaluate(() => (document.querySelector('.drawer:popover-open') ?? document.documentElement).scrollHeight)) / height);
      const sheets = pagesOf(await page.pdf({ format: 'A4' }));
      expect(sheets).toBeGreaterThanOrEqual(least);
      expect(sheets, 'what is kept whole begins on the next page').toBeLessThanOrEqual(least + 2);
      await page.evaluate(() => delete document.querySelector('.ringside').dataset.theme);
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    });

    await test.step('reduced motion', async () => {
      const moving = await page.evaluate(() => [...document.querySelectorAll('.ringside, .ringside *')].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((times) => times.split(', ').some((time) => parseFloat(time) > 0));
      }).map((element) => element.className));
      expect(moving).toEqual([]);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });

    await test.step('longer words', async () => {
      await at(page, 1440);
      expect(await page.evaluate(lengthen)).toBeGreaterThan(20);
      await isWhole(page, 'longer words');
    });
  });
}

test('what stands in for figures on their way moves only for those who do not mind', async ({ page }) => {
  const held = [];
  await page.route('**/api/calls*', (route) => held.push(route));
  await page.goto('/#/calls');
  const bone = page.locator('.bone').first();
  await expect(bone).toBeVisible();
  const moves = () => bone.evaluate((element) => element.getAnimations().length);
  expect(await moves()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moves()).toBe(1);
  await Promise.all(held.map((route) => route.continue()));
});

test('paper says what a table leaves out', async ({ page }) => {
  const isDrawn = () => expect(page.getByRole('table').getByRole('rowheader').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.goto('/#/calls?state=exhausted');
  const calls = page.getByRole('search', { name: 'Filter calls' });
  await isDrawn();
  await expect(calls).toHaveText(/State: Exhausted/);
  await expect(calls.getByText('State: Exhausted')).toBeVisible();
  await expect(calls.getByRole('button'), 'nothing to press').toHaveCount(0);
  await expect(calls.getByRole('searchbox')).toHaveCount(0);

  await page.goto('/#/campaigns?status=running&q=renewals');
  await isDrawn();
  const list = page.getByRole('search', { name: 'Filter campaigns' });
  await expect(list.getByRole('searchbox')).toHaveValue('renewals');
  await expect(list.getByRole('button')).toHaveText([/^Running/]);

  await page.goto('/#/calls');
  await isDrawn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call log');
  await expect(calls).toHaveCount(0);
});

test('in forced colors a chart is read on its ground, whatever theme is chosen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await new LivePage(page).openRunning();
  const chart = page.locator('.chart-picture').first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('svg text').first()).toBeVisible();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => (document.querySelector('.ringside').dataset.theme = theme), theme);
    const read = () => chart.evaluate((picture) => {
      const hex = (color) => `#${color.match(/[\d.]+/g).slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
      return { ground: hex(getComputedStyle(picture).backgroundColor), ink: hex(getComputedStyle(picture.querySelector('svg text')).fill) };
    });
    await expect.poll(async () => contrast(...Object.values(await read())), theme).toBeGreaterThan(4.5);
    expect(contrast((await read()).ground, '#000000'), `${theme}: the ground is the system's`).toBeLessThan(2);
  }
});

/** Texts whose parts do not stand in the order in which they are written. Runs in the page. */
function turned() {
  const said = [];
  const walker = document.createTreeWalker(document.querySelector('main, [role=main]'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = [...node.data.matchAll(/\S+/g)];
    if (words.length < 2 || !node.parentElement.checkVisibility() || node.parentElement.closest('svg')) continue;
    const place = ({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return range.getBoundingClientRect();
    };
    const [first, second] = [place(words[0]), place(words[1])];
    const isOneLine = Math.abs(first.top - second.top) < 2 && first.width > 0;
    if (isOneLine && first.left > second.left) said.push(node.data.trim().slice(0, 60));
  }
  return said;
}
