// The API that means harm, shown inside somebody else's page: as an element, whose shadow root is
// looked over, too, and in an iframe. Nothing of it runs there, and the page around stays where it is.
import { addConsole, act, openPortal } from './embedded.js';
import { SCREENS, guard, looked, openAll, wrongIn } from './hostile.js';
import { expect, test } from './hosts.js';

const VIEWS = ['a running campaign', 'a task', 'the call log', 'a run', 'triage of a campaign', 'an API that fails'];
/** How the attacks of texts begin. */
const ATTACK = /alert\(|onerror|<script|HYPERLINK/i;

/** What a page must keep, whatever a console on it shows. */
async function kept(page) {
  const moves = [];
  page.on('framenavigated', (frame) => frame.parentFrame() ?? moves.push(frame.url()));
  page.on('popup', (popup) => moves.push(`a window: ${popup.url()}`));
  const state = () => page.evaluate(() => [location.href, history.length, document.title, globalThis.__pwned ?? null]);
  const before = await state();
  return async (what) => {
    expect(await state(), what).toEqual(before);
    expect(moves, what).toEqual([]);
  };
}

/** Looks over a screen, all that opens on it, and the place that a link in it leads to. */
async function attacked(page, { frame, area, route, reopen }) {
  const isThere = async () => {
    await expect(area.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(area.locator('[data-part-waiting]')).toHaveCount(0);
  };
  await isThere();
  await expect(area, 'an attack is there to be read').toContainText(ATTACK);
  await looked(frame, route);
  await openAll(page, { frame, area, route, reopen });
  await reopen();
  // Whose rows are looked at is no part of the route that a page is told.
  const link = area.locator('a[href^="#"]:not([href*="?contact="]):visible').last();
  if (!(await link.count())) return;
  const at = () => area.evaluate((element) => element.route);
  const before = await at();
  await link.press('Enter');
  await expect.poll(at, `${route}: the link leads somewhere`).not.toBe(before);
  await isThere();
  await looked(frame, `${route}, where a link leads`);
}

// Browsers say so of every dialog in a frame of another origin; its button has the focus all the same.
test.use({ allowed: [/^Blocked autofocusing on a <button>/] });

test.beforeEach(({ page }) => guard(page));

test('what is wrong in a shadow root is found', async ({ page }) => {
  await openPortal(page);
  expect(await wrongIn(page)).toEqual([]);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:alert(1)');
    const inner = document.createElement('p');
    inner.attachShadow({ mode: 'open' }).append(link, document.createElement('iframe'));
    const outer = document.createElement('p');
    outer.attachShadow({ mode: 'open' }).append(inner);
    document.querySelector('main').append(outer);
  });
  expect(await wrongIn(page)).toEqual(['A href=javascript:alert(1)', '<iframe></iframe>']);
});

for (const view of VIEWS) {
  test(`${view}, in an element: nothing of it runs, and the page around stays`, async ({ page, demo }) => {
    test.setTimeout(60_000);
    const route = await SCREENS[view](demo);
    await openPortal(page);
    const keeps = await kept(page);
    const { place } = await addConsole(page, { 'api-base': '/hostile/api', route, nav: '' });
    await act(page, async (element) => (element.config = await (await fetch('/hostile/console/config.json')).json()));
    await attacked(page, { frame: page, area: place, route, reopen: () => act(page, (element, route) => element.navigate(route), route) });
    await keeps(view);
  });

  test(`${view}, in an iframe: nothing of it runs, and the page around stays`, async ({ page, demo, hosts }) => {
    test.setTimeout(60_000);
    const route = await SCREENS[view](demo);
    await page.goto(`${hosts.portal}/`);
    const keeps = await kept(page);
    await page.evaluate(
      async ([assets, route]) => {
        const { connectFrame } = await import(`${assets}/embed/v1/ringside-frame.js`);
        const iframe = document.createElement('iframe');
        iframe.sandbox = 'allow-scripts allow-same-origin allow-downloads';
        iframe.src = `${assets}/hostile/embed.html`;
        iframe.width = 1200;
        document.body.append(iframe);
        globalThis.connection = connectFrame(iframe, { route, readonly: false, autoHeight: true });
      },
      [hosts.assets, route],
    );
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1];
    await attacked(page, { frame, area: frame.locator('ringside-console'), route, reopen: () => page.evaluate((route) => connection.navigate(route), route) });
    await keeps(view);
  });
}
