// The long tables are left out of styling and layout while they are out of sight. Nobody may notice:
// what looks for something finds it there, and nothing that they show is cut off at their edges.
import { expect, test } from './demo.js';
import { addConsole, openPortal } from './embedded.js';
import config from './playwright.config.js';
import { LivePage, PAUSED_BY_BREAKER, RUNNING } from './live_page.js';

// As with a screen reader running. Without one, Chromium makes no nodes of what was never drawn.
const { launchOptions } = config.use;
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, '--force-renderer-accessibility'] } });

const SECTIONS = ['Tasks', 'Number pool health'];
const visibility = (section) => section.evaluate((element) => getComputedStyle(element).contentVisibility);

async function opened(page, id = RUNNING) {
  const live = await new LivePage(page).open(id);
  await expect(live.rows.first()).toBeAttached();
  for (const name of SECTIONS) {
    expect(await visibility(live.section(name)), 'or this proves nothing').toBe('auto');
    await expect(live.section(name)).not.toBeInViewport();
  }
  return live;
}

test('the search of the browser finds what is in them, and brings it into sight', async ({ page }) => {
  const live = await opened(page);
  const last = live.rows.last();
  const id = await last.getAttribute('data-row');
  const words = await last.getByRole('rowheader').getByRole('link').textContent();
  await page.evaluate(() => scrollTo(0, 0));
  expect(await page.evaluate((words) => window.find(words, true, true), words)).toBe(true);
  const found = () => page.evaluate(() => getSelection().anchorNode.parentElement.closest('[data-row]')?.dataset.row);
  await expect.poll(found).toBe(id);
  await expect(last).toBeInViewport();
});

test('assistive technology reads them, row by row', async ({ page }) => {
  const live = await opened(page);
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const names = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'rowheader').map(({ name }) => name?.value ?? '');
  const wanted = await live.rows.getByRole('rowheader').getByRole('link').allTextContents();
  expect(wanted.length).toBeGreaterThan(20);
  for (const name of wanted) expect(names.some((known) => known.startsWith(name)), name).toBe(true);
  await expect(live.section('Tasks'), 'reading has not moved the page').not.toBeInViewport();
});

test('a press that leads to one of them shows its head', async ({ page }) => {
  const live = await opened(page, PAUSED_BY_BREAKER);
  await live.verdict.getByRole('button', { name: /^See the \d+/ }).click();
  await expect(page).toHaveURL(/(blocker|status)=/);
  await expect(live.tasks.getByRole('heading', { level: 2 })).toBeInViewport();
});

test('they are printed', async ({ page }) => {
  const live = await opened(page);
  await page.emulateMedia({ media: 'print' });
  for (const name of SECTIONS) expect(await visibility(live.section(name))).toBe('visible');
});

test('the head of the table stays below the top bar, and a menu at the edge is whole', async ({ page }) => {
  const live = await opened(page);
  await live.rows.nth(30).scrollIntoViewIfNeeded();
  const head = live.tasks.getByRole('columnheader', { name: 'Contact' });
  const bar = page.getByRole('banner');
  const below = async () => (await head.boundingBox()).y - (await bar.boundingBox()).height;
  await expect.poll(below).toBeCloseTo(0, 0);

  await page.setViewportSize({ width: 1440, height: 1400 });
  const filter = live.filter('Status');
  await filter.click();
  const last = page.getByRole('checkbox').last();
  await last.scrollIntoViewIfNeeded();
  const isOnTop = (element) => element.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const label = element.closest('label') ?? element;
    return label.contains(element.getRootNode().elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(await isOnTop(last)).toBe(true);
});

test('in somebody else’s page they have their height from the start', async ({ page }) => {
  await openPortal(page);
  const embedded = await addConsole(page, { 'api-base': '/api', route: `/campaigns/${RUNNING}` });
  const tasks = embedded.place.getByRole('region', { name: 'Tasks', exact: true });
  await expect(tasks.getByRole('row').nth(1)).toBeAttached();
  expect(await visibility(tasks)).toBe('visible');
});
