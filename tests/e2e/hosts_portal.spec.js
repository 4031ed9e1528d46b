// The console inside a portal that has a router, a global sheet, keys and a scroll memory of its own
// (tests/hosts/portal): the portal stays what it was, and nothing of it reaches in.
import { Embedded, expect, test } from './hosts.js';

/** Everything of the page that belongs to the host alone. */
const hostsOwn = (page) =>
  page.evaluate(() => {
    const look = (element) => {
      const style = getComputedStyle(element);
      return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
    };
    const named = (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    const outside = ['html', 'body', '.masthead', '.masthead a:not(.active)', '.aside', '.content h1', '.content table', '.content td', '.content a'];
    return {
      looks: Object.fromEntries(outside.map((selector) => [selector, look(document.querySelector(selector))])),
      html: named(document.documentElement),
      body: named(document.body),
      head: [...document.head.children].map((element) => element.outerHTML),
      inBody: [...document.body.children].map((element) => element.localName + named(element)),
      sheets: document.adoptedStyleSheets.length,
      restoration: history.scrollRestoration,
      stored: Object.keys(sessionStorage),
      open: (({ listeners, observers, intervals, requests, blobs }) => ({ listeners, observers, intervals, requests, blobs }))(window.ledger.figures()),
      globals: window.ledger.globals(),
    };
  });
const place = (page) => page.evaluate(() => ({ url: location.href, entries: history.length, state: history.state, scroll: [scrollX, scrollY], title: document.title }));
const focus = (page) => page.evaluate(() => document.activeElement?.textContent ?? document.activeElement?.localName);
const toPortal = (page, name) => page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name }).click();
const toMonitor = (page) => page.getByRole('navigation', { name: 'Outreach' }).getByRole('link', { name: 'Campaign monitor' }).click();

for (const host of ['portal', 'strict']) {
  test(`${host}: the portal stays as it was, wherever the console and the portal go`, async ({ page, hosts }) => {
    test.setTimeout(60_000);
    await page.goto(`${hosts.portal}/${host}/`);
    await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
    await page.getByRole('heading', { level: 1, name: 'Policies' }).hover();
    // The driver's own listeners come with the first look at an element.
    await page.locator('h1').evaluate(() => {});
    const before = await hostsOwn(page);
    expect(before.globals.filter((name) => !/react/i.test(name)), 'the element\'s script names nothing but the element').toEqual([]);
    await page.evaluate(() => scrollTo(0, 700));

    await toMonitor(page);
    const embedded = new Embedded(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Campaign monitor' })).toBeVisible();
    const keys = page.getByRole('status', { name: 'Keys of the portal' });
    await expect(embedded.row('Q4 policy renewals')).toBeVisible();
    await page.evaluate(() => scrollTo(0, 300));
    const held = await focus(page);
    const there = await place(page);
    expect(there).toMatchObject({ url: `${hosts.portal}/${host}/outreach/monitor`, title: 'monitor · Northwind Admin' });
    await expect(embedded.title).toHaveText('Campaigns');
    await expect(embedded.row('Q4 policy renewals')).toBeVisible();
    expect(await focus(page), 'the focus stays where it was').toBe(held);
    expect(await place(page)).toEqual(there);

    // List, campaign, drawer, filter, and back: all of it inside. Pressed where it is, without the
    // scrolling that a test's pointer needs.
    await embedded.row('Q4 policy renewals').getByRole('link').first().evaluate((link) => {
      link.focus({ preventScroll: true });
      link.click();
    });
    await embedded.isAt('Q4 policy renewals');
    await expect(embedded.figures).toContainText('Progress');
    expect(await place(page), 'another screen, and the page has not moved').toEqual(there);
    await embedded.rows.first().click();
    await expect(embedded.drawer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(embedded.drawer).toBeHidden();
    const first = await embedded.rows.first().textContent();
    await embedded.element.getByRole('search', { name: 'Filter tasks' }).getByRole('button', { name: /^Status/ }).click();
    await embedded.element.getByRole('checkbox', { name: /^Exhausted/ }).check();
    await expect(embedded.rows.first()).not.toHaveText(first);
    await page.keyboard.press('Escape');
    await expect(embedded.rows.first()).toContainText('Exhausted');
    const after = await place(page);
    expect({ ...after, scroll: 0 }).toEqual({ ...there, scroll: 0 });

    await embedded.element.getByRole('link', { name: 'Campaigns', exact: true }).click();
    await expect(embedded.title).toHaveText('Campaigns');
    await embedded.row('Q4 policy renewals').getByRole('link').first().click();
    await embedded.isAt('Q4 policy renewals');
    expect({ ...(await place(page)), scroll: 0 }, 'and back, without the browser\'s history').toEqual({ ...there, scroll: 0 });

    // Keys belong to whom the focus belongs to.
    await embedded.element.getByRole('searchbox').first().fill('');
    await page.keyboard.type('jr/k');
    await expect(embedded.element.getByRole('searchbox').first()).toHaveValue('jr/k');
    await embedded.rows.first().focus().catch(() => {});
    await expect(keys).toHaveText('');
    await page.getByRole('heading', { level: 1, name: 'Campaign monitor' }).click();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('r');
    await page.keyboard.press('/');
    await expect(keys).toHaveText('r /');
    expect(asked, 'the portal\'s keys do not refresh the console').toEqual([]);
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('jkr/');
    await expect(note).toHaveValue('jkr/');

    // The portal goes its own ways; the console leaves and comes anew.
    await toPortal(page, 'Customers');
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
    await expect(embedded.element).toHaveCount(0);
    expect(await place(page)).toMatchObject({ url: `${hosts.portal}/${host}/customers`, entries: there.entries + 1 });
    await page.goBack();
    await expect(embedded.title).toHaveText('Campaigns');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
    await expect.poll(() => page.evaluate(() => scrollY), 'the portal finds its own place again').toBe(700);
    await page.goForward();
    await expect(embedded.title).toHaveText('Campaigns');
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await expect(embedded.element).toHaveCount(0);
    await toPortal(page, 'Policies');
    await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
    await page.getByRole('heading', { level: 1, name: 'Policies' }).hover();
    expect(await hostsOwn(page), 'nothing is left behind').toEqual(before);
  });
}

/** How things look inside, and what only follows from how wide they are. */
const WIDE = /^(?:(?:min-|max-)?(?:width|height|inline-size|block-size)|perspective-origin|transform-origin|inset.*|top|right|bottom|left|grid-template-(?:rows|columns)|d)$/;
const inside = (page) =>
  page.locator('ringside-console').evaluate((element, wide) => {
    const leaves = new RegExp(wide);
    const looks = {};
    const seen = new Map();
    for (const part of element.shadowRoot.querySelectorAll('.ringside, .ringside :is(h1, h2, h3, p, a, button, table, th, td, dl, dt, dd, ul, li, svg, section, input, strong, span, div, dialog)')) {
      // One of each kind will do: its look is the same sheet's.
      const kind = `${part.localName}.${part.getAttribute('class') ?? ''}`;
      if (seen.has(kind)) continue;
      seen.set(kind, true);
      const style = getComputedStyle(part);
      looks[kind] = Object.fromEntries([...style].filter((name) => !leaves.test(name) && !name.startsWith('--')).map((name) => [name, style.getPropertyValue(name)]));
    }
    return looks;
  }, WIDE.source);

test('nothing of a hostile global sheet is seen inside', async ({ page, hosts }) => {
  const looks = {};
  for (const [host, path] of [['plain', '/plain/'], ['portal', '/portal/outreach/monitor']]) {
    await page.goto(hosts.portal + path);
    const embedded = new Embedded(page);
    await page.locator('ringside-console').evaluate((element) => {
      document.documentElement.style.colorScheme = 'light';
      element.style.cssText = 'display: block !important; width: 900px';
      element.setAttribute('theme', 'light');
      element.setAttribute('time-zone', 'America/Chicago');
      element.setAttribute('route', '/campaigns/cmp_8f3k2q');
    });
    await embedded.isAt('Q4 policy renewals');
    await embedded.rows.first().click();
    await expect(embedded.drawer).toBeVisible();
    await embedded.isAt('Q4 policy renewals');
    looks[host] = await inside(page);
  }
  expect(Object.keys(looks.portal)).toEqual(Object.keys(looks.plain));
  const differing = [];
  for (const [kind, look] of Object.entries(looks.plain)) {
    for (const [name, value] of Object.entries(look)) {
      if (looks.portal[kind][name] !== value) differing.push(`${kind} { ${name}: ${looks.portal[kind][name]}, not ${value} }`);
    }
  }
  expect(differing).toEqual([]);
});
