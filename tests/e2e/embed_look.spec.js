// How a console looks within somebody else's page: as it does anywhere, whatever that page does.
import { readFileSync } from 'node:fs';
import { embeddedSheets, hostName, tokensOf } from '../tools/embedded_sheet.mjs';
import { Embedded, expect, test } from './hosts.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const CAMPAIGN = 'Q4 policy renewals';

/** Opens the page of tests/hosts/look that the words ask for; its consoles are all there. */
async function look(page, hosts, words = {}) {
  await page.goto(`${hosts.portal}/look/?${new URLSearchParams({ width: '900', ...words })}`);
  const embedded = new Embedded(page);
  if (!words.theme?.includes(',')) await embedded.isAt(CAMPAIGN);
  return embedded;
}

/** What `read` tells of the first element inside that each selector fits. */
const inside = (embedded, selectors, read) =>
  embedded.element.first().evaluate(
    (host, [selectors, read]) => {
      const tell = new Function('element', 'host', `return (${read})(element, host)`);
      return Object.fromEntries(selectors.map((selector) => [selector, tell(host.shadowRoot.querySelector(selector), host)]));
    },
    [selectors, String(read)],
  );

const styleOf = (selector, property) => (embedded) =>
  embedded.element.first().evaluate((host, [selector, property]) => getComputedStyle(host.shadowRoot.querySelector(selector))[property], [selector, property]);

test.describe('the sheets', () => {
  const sheets = embeddedSheets();
  const page = readFileSync(`${ROOT}style/tokens.css`, 'utf8');
  const tokens = tokensOf(page);

  test('a page may set every token, and no other property comes in', () => {
    expect(tokens.length).toBeGreaterThan(100);
    for (const { name } of tokens) expect(sheets.first).toContain(`${name}: var(${hostName(name)}, `);
    expect(sheets.first).not.toMatch(/:root\s*\{/);
    expect(sheets.first).toMatch(/--tone: initial;/);
    expect(sheets.first).toMatch(/--press: 0ms;/);
    const known = new Set(tokens.map(({ name }) => name));
    const used = [...`${sheets.first}${sheets.later}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    const open = used.filter((name) => !name.startsWith('--rs-') && !known.has(name) && !sheets.first.includes(`${name}: initial;`));
    expect(open).toEqual([]);
  });

  test('nothing is fixed that the page around could hold or clip', () => {
    const fixed = [...`${sheets.first}${sheets.later}`.matchAll(/\.([\w-]+)[^{};]*\{[^{}]*position: fixed/g)].map(([, name]) => name);
    expect(fixed).toEqual(expect.arrayContaining(['drawer', 'toast', 'report-panel']));
    const own = readFileSync(`${ROOT}style/embedded.css`, 'utf8');
    const onTop = ['drawer', 'toast'];
    expect(fixed.filter((name) => !onTop.includes(name) && !new RegExp(`\\.${name}\\b[^{}]*\\{[^{}]*position: (sticky|static|absolute)`).test(own))).toEqual([]);
  });

  test('docs/theming.md has every property with its default', () => {
    const rows = readFileSync(`${ROOT}docs/theming.md`, 'utf8').matchAll(/^\| `(--rs-[\w-]+)` \| `([^`]+)` \|/gm);
    const told = [...rows].map(([, name, value]) => [name, value]).filter(([name]) => name !== '--rs-sticky-top');
    expect(told).toEqual(tokens.map(({ name, value }) => [hostName(name), value]));
  });
});

test('nothing of a hostile page reaches in', async ({ page, hosts }) => {
  const WATCHED = [
    '.ringside', '.main', 'h1', '.badge', '.page-actions .button', '.facts', '.verdict', '.verdict-sentence', '.waterfall', '.limit-fill', '.tile', '.tile-value', '.tile-label button',
    '.segment-bar', '.legend li', '.card-head', '.table', '.table thead th', '.table tbody th', '.table tbody td', '.chip', '.icon', '.glyph', 'svg path', 'input', '.filter-chip', 'code', 'a', 'dl', 'dt',
    '.menu', '.tip', '.drawer', '.dialog',
  ];
  const read = (element, host) => {
    const style = getComputedStyle(element);
    const [at, from] = [element.getBoundingClientRect(), host.getBoundingClientRect()];
    return { box: at.width > 0 && [at.x - from.x, at.y - from.y, at.width, at.height].map(Math.round), style: Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)])) };
  };
  const quiet = await inside(await look(page, hosts), WATCHED, read);
  const loud = await inside(await look(page, hosts, { with: 'hostile' }), WATCHED, read);
  for (const selector of WATCHED) expect(loud[selector], selector).toEqual(quiet[selector]);
  // The page hides what it hides.
  const embedded = new Embedded(page);
  await embedded.element.evaluate((host) => (host.parentElement.style.visibility = 'hidden'));
  await expect(embedded.title).toBeHidden();
});

test('on paper the page around and the console are whole, also with a drawer open', async ({ page, hosts }) => {
  const embedded = await look(page, hosts);
  await embedded.rows.first().click();
  await expect(embedded.drawer).toBeVisible();
  const height = () => embedded.element.boundingBox().then((box) => box.height);
  await page.emulateMedia({ media: 'print' });
  const isPrinted = () => embedded.drawer.evaluate((drawer) => drawer.checkVisibility({ opacityProperty: true }));
  expect(await isPrinted(), 'nothing lies over the page').toBe(false);
  await expect(embedded.figures).toBeVisible();
  expect(await height()).toBeGreaterThan(1000);
  await expect(embedded.drawer, 'who prints goes on where they were').toBeFocused();
  await page.emulateMedia({ media: 'screen' });
  expect(await isPrinted()).toBe(true);
});

test('the width of its place decides the layout, not that of the window', async ({ page, hosts }) => {
  for (const [width, inRow, columns] of [['390', 3, 1], ['900', 5, 1], ['1240', 9, 2]]) {
    const embedded = await look(page, hosts, { width });
    await expect(embedded.rows.first()).toBeVisible();
    const seen = await embedded.element.evaluate((host) => {
      const top = (element) => Math.round(element.getBoundingClientRect().top);
      const tiles = [...host.shadowRoot.querySelectorAll('.figures .tile')];
      const [column, side] = ['.columns > .column', '.columns > .side'].map((selector) => host.shadowRoot.querySelector(selector));
      // Tiles may take more than one cell of a row.
      const cells = tiles.filter((tile) => top(tile) === top(tiles.at(-1))).length;
      return { inRow: cells, columns: top(column) === top(side) ? 2 : 1, overflow: host.shadowRoot.querySelector('.main').scrollWidth - host.clientWidth, outside: document.documentElement.scrollWidth - innerWidth };
    });
    expect(seen).toEqual({ inRow, columns, overflow: 0, outside: 0 });
  }
  const embedded = await look(page, hosts, { width: '1100', with: 'row' });
  expect((await embedded.element.boundingBox()).width, 'in a row of boxes it takes the room that is left').toBe(900);
});

test.describe('a page that clips and moves what it holds', () => {
  /** Whether the middle and the corners of a panel are what is seen there. */
  const isOnTop = (panel) =>
    panel.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const points = [[(left + right) / 2, (top + bottom) / 2], [left + 14, top + 14], [right - 14, top + 14], [left + 14, bottom - 14], [right - 14, bottom - 14]];
      const root = element.getRootNode();
      const isIn = points.every(([x, y]) => x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight);
      return isIn && points.every(([x, y]) => element.contains(root.elementFromPoint(x, y)));
    });

  test('dialogs, menus and the drawer are whole, and the page stays usable beside the drawer', async ({ page, hosts }) => {
    const embedded = await look(page, hosts, { with: 'clipped' });
    const button = (name) => embedded.element.getByRole('button', { name });

    await button('Cancel…').click();
    const dialog = embedded.element.getByRole('dialog');
    await expect.poll(() => isOnTop(dialog)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const more = embedded.element.locator('.page-actions [aria-haspopup=menu]');
    await more.click();
    const menu = embedded.element.getByRole('menu');
    await expect.poll(() => isOnTop(menu)).toBe(true);
    const [at, anchor] = [await menu.boundingBox(), await more.boundingBox()];
    expect(Math.abs(at.x + at.width - anchor.x - anchor.width)).toBeLessThanOrEqual(6);
    expect(Math.abs(at.y - anchor.y - anchor.height)).toBeLessThanOrEqual(12);
    await page.keyboard.press('Escape');

    await embedded.rows.first().click();
    await expect(embedded.drawer).toBeVisible();
    await expect.poll(() => isOnTop(embedded.drawer)).toBe(true);
    const scrim = embedded.element.locator('.drawer-host:has(> .drawer:popover-open) > .drawer-scrim');
    expect(await scrim.boundingBox(), 'the console is covered, and no more than that').toEqual(await embedded.element.locator('.page').boundingBox());
    await page.getByRole('link', { name: 'Policies' }).click();
    await expect(page).toHaveURL(/#policies$/);
    await expect(embedded.drawer).toBeVisible();
    const place = await page.locator('.place').boundingBox();
    await page.mouse.click(place.x + 20, place.y + place.height / 2);
    await expect(embedded.drawer).toBeHidden();
    await expect(scrim).toBeHidden();
  });

  test('a menu stays at its button while a part of the page scrolls', async ({ page, hosts }) => {
    const embedded = await look(page, hosts, { with: 'scroller' });
    const more = embedded.element.locator('.page-actions [aria-haspopup=menu]');
    await more.click();
    const menu = embedded.element.getByRole('menu');
    const gap = async () => Math.round((await menu.boundingBox()).y - (await more.boundingBox()).y);
    const before = await gap();
    await page.locator('.place').evaluate((place) => place.scrollBy(0, 40));
    await expect.poll(gap).toBe(before);
  });
});

test.describe('a frame of another origin', () => {
  // The browser looks at `autofocus` twice; once the dialog is open, it is heeded.
  test.use({ allowed: [/^Blocked autofocusing/] });

  test('as high as the console in it: what opens is where somebody has pressed', async ({ page, hosts }) => {
    await page.goto(`${hosts.portal}/frame/`);
    const inFrame = page.frameLocator('iframe');
    const row = inFrame.getByRole('region', { name: 'Tasks' }).getByRole('row').nth(30);
    await row.click();
    const drawer = inFrame.getByRole('dialog');
    await expect(drawer.getByRole('heading').first()).toBeInViewport();
    await expect(drawer.getByRole('button', { name: 'Copy evidence' })).toBeInViewport();
    expect((await page.locator('iframe').boundingBox()).height).toBeGreaterThan(3000);
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect(row).toBeFocused();
    await inFrame.getByRole('button', { name: 'Cancel…' }).click();
    await expect(inFrame.getByRole('dialog')).toBeInViewport({ ratio: 1 });
    await expect(inFrame.getByRole('button', { name: 'Keep it running' })).toBeFocused();
  });
});

test('each console has its theme, and without one that of the page', async ({ page, hosts }) => {
  const grounds = () =>
    page.locator('ringside-console').evaluateAll((hosts) =>
      hosts.map(({ shadowRoot }) => {
        const of = (selector, property) => getComputedStyle(shadowRoot.querySelector(selector))[property];
        return [of('.shell', 'backgroundColor'), of('.card', 'backgroundColor'), of('h1', 'color')];
      }),
    );
  const LIGHT = ['rgb(255, 255, 255)', 'rgb(18, 22, 29)'];
  const DARK = ['rgb(20, 24, 31)', 'rgb(233, 237, 243)'];
  const NONE = 'rgba(0, 0, 0, 0)';
  const all = async (words) => {
    await look(page, hosts, words);
    await expect(page.getByRole('heading', { level: 1, name: CAMPAIGN })).toHaveCount(words.theme.split(',').length);
    return grounds();
  };
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await all({ theme: 'dark,light,auto' }), 'a light page of somebody whose system is dark').toEqual([['rgb(13, 16, 21)', ...DARK], ['rgb(246, 247, 249)', ...LIGHT], [NONE, ...LIGHT]]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await all({ theme: 'light,auto', with: 'dark' }), 'a dark page of somebody whose system is light').toEqual([['rgb(246, 247, 249)', ...LIGHT], [NONE, ...DARK]]);
});

test('a chart follows the page into the dark', async ({ page, hosts }) => {
  const embedded = await look(page, hosts);
  const line = embedded.element.locator('.chart-picture svg path[stroke]').first();
  await line.scrollIntoViewIfNeeded();
  const before = await line.getAttribute('stroke');
  await page.locator('html').evaluate((html) => html.classList.add('dark'));
  await expect(line).not.toHaveAttribute('stroke', before);
});

test('a page sets the accent, the face and the look of a part', async ({ page, hosts }) => {
  const embedded = await look(page, hosts, { with: 'branded' });
  await expect(embedded.rows.first()).toBeVisible();
  const seen = await inside(embedded, ['.table tbody a', '.verdict', '.main'], (element) => {
    const { color, fontFamily, borderStartEndRadius, paddingLeft } = getComputedStyle(element);
    return { color, fontFamily, borderStartEndRadius, paddingLeft };
  });
  expect(seen['.table tbody a']).toMatchObject({ color: 'rgb(11, 110, 79)', fontFamily: '"Courier New", monospace' });
  expect(seen['.verdict'].borderStartEndRadius).toBe('0px');
  expect(seen['.main'].paddingLeft).toBe('0px');
  for (const part of ['head', 'verdict', 'figures', 'card', 'table', 'drawer']) await expect(embedded.element.locator(`[part~=${part}]`), part).not.toHaveCount(0);
});

test('forced colors and print hold in a page that is not ours', async ({ page, hosts }) => {
  const embedded = await look(page, hosts, { theme: 'dark' });
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await styleOf('.figures .tile', 'outlineStyle')(embedded)).toBe('solid');
  await expect(embedded.title).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  expect(await styleOf('.shell', 'backgroundColor')(embedded)).toBe('rgba(0, 0, 0, 0)');
  expect(await styleOf('h1', 'color')(embedded)).toBe('rgb(18, 22, 29)');
  await expect(embedded.title).toBeVisible();
  await expect(page.getByText('Below the console'), 'the rest of the page is printed, too').toBeVisible();
});
