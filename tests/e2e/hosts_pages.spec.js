// The other example hosts: a plain page, React that decides where the console goes, two consoles on
// one page, and the console in an iframe of another origin.
import { Embedded, expect, test } from './hosts.js';

const CAMPAIGN = 'Q4 policy renewals';

test('plain HTML: one element is enough, and moving it asks for nothing', async ({ page, hosts }) => {
  await page.goto(`${hosts.portal}/plain/`);
  const embedded = new Embedded(page);
  await embedded.isAt(CAMPAIGN);
  await expect(embedded.figures).toContainText('Answered attempts');
  await expect(embedded.rows.first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const figures = await embedded.figures.textContent();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const isSame = await embedded.element.evaluate(async (element) => {
    const title = element.shadowRoot.querySelector('h1');
    const [aside, other] = [document.createElement('aside'), document.createElement('aside')];
    document.body.append(aside, other);
    const seen = [];
    const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (const move of [() => aside.appendChild(element), () => other.moveBefore?.(element, null), () => document.body.prepend(element)]) {
      move();
      await settled();
      seen.push(element.shadowRoot.querySelector('h1') === title);
    }
    return seen;
  });
  expect(isSame).toEqual([true, true, true]);
  expect(await embedded.figures.textContent()).toBe(figures);
  expect(asked).toEqual([]);
  // It still works where it is.
  const answer = page.waitForResponse((response) => response.url().includes('/snapshot'));
  await embedded.element.getByRole('button', { name: 'Refresh' }).click();
  await answer;
});

test('React: the host decides where the console goes', async ({ page, hosts }) => {
  await page.goto(`${hosts.portal}/react/`);
  const embedded = new Embedded(page);
  const events = page.getByRole('region', { name: 'Told by the console' });
  await expect(embedded.title).toHaveText('Campaigns');
  await expect(events).toContainText('ready {}');
  await embedded.row(CAMPAIGN).getByRole('link').first().click();
  await embedded.isAt(CAMPAIGN);
  await expect(page).toHaveURL(/\?at=%2Fcampaigns%2Fcmp_8f3k2q$/);
  await expect(events).toContainText('select {"kind":"campaign","id":"cmp_8f3k2q"}');
  const entries = await page.evaluate(() => history.length);
  await embedded.rows.first().click();
  await expect(embedded.drawer).toBeVisible();
  await expect(page).toHaveURL(/%2Ftasks%2F/);
  await expect(events).toContainText('select {"kind":"task","id":"');
  await page.goBack();
  await expect(embedded.drawer).toBeHidden();
  await page.goBack();
  await expect(embedded.title).toHaveText('Campaigns');
  await page.goForward();
  await embedded.isAt(CAMPAIGN);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);

  // Properties, methods and events of a component that draws again.
  const marked = await embedded.title.elementHandle();
  await page.getByRole('button', { name: 'Switch theme' }).click();
  const surface = () => embedded.element.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.card')).backgroundColor);
  await expect.poll(surface).toBe('rgb(20, 24, 31)');
  expect(await marked.evaluate((title) => title.isConnected), 'another theme is no other console').toBe(true);
  const answer = page.waitForRequest((request) => request.url().includes('/snapshot'));
  await page.getByRole('button', { name: 'Refresh figures' }).click();
  expect(await (await answer).headerValue('authorization')).toMatch(/^Bearer session-/);
  await embedded.element.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(embedded.element.getByRole('button', { name: /^Resume/ })).toBeVisible();
  await expect(events).toContainText('"state":"done"');
  await page.getByRole('button', { name: 'Close the monitor' }).click();
  await expect(embedded.element).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the monitor' }).click();
  await embedded.isAt(CAMPAIGN);
});

test('an element that cannot work names its settings, not a file that it does not have', async ({ page, hosts }) => {
  await page.goto(`${hosts.portal}/plain/`);
  const embedded = new Embedded(page);
  await embedded.isAt(CAMPAIGN);
  await embedded.element.evaluate((element) => element.setAttribute('api-base', 'https://dana@elsewhere.example/api'));
  const told = embedded.element.getByRole('alert').filter({ hasText: 'cannot start' });
  await expect(told).toContainText('Ringside cannot start: the settings of this element');
  await expect(told).toContainText('apiBase');
  await expect(told).not.toContainText('config.json');
});

test('two consoles on one page do not see each other', async ({ page, demo, hosts }) => {
  test.setTimeout(60_000);
  // So that the two regions never hand out the same token.
  for (let extra = 0; extra < 9; extra += 1) await fetch(`${hosts.portal}/south/token`);
  const sent = { north: [], south: [] };
  page.on('request', async (request) => {
    const url = new URL(request.url());
    const region = /^\/(north|south)\/api\//.exec(url.pathname)?.[1];
    if (region && request.method() !== 'OPTIONS') sent[region].push({ path: url.pathname, token: await request.headerValue('authorization') });
  });
  await page.goto(`${hosts.portal}/two/`);
  const [north, south] = [new Embedded(page, '#north'), new Embedded(page, '#south')];
  for (const one of [north, south]) {
    await one.isAt(CAMPAIGN);
    await expect(one.rows.first()).toBeVisible();
  }
  const tokens = (region) => [...new Set(sent[region].map(({ token }) => token))];
  expect(tokens('north')).toHaveLength(1);
  expect(tokens('south')).toHaveLength(1);
  expect(tokens('north')).not.toEqual(tokens('south'));

  // Figures, zone, language and theme are each one's own.
  const figures = async (one) => (await one.figures.textContent());
  expect(await figures(north)).not.toBe(await figures(south));
  await expect(north.element.getByText(/^Updated \d\d:\d\d:\d\d/).first()).toContainText('CST');
  await expect(south.element.getByText(/^Updated \d\d:\d\d:\d\d/).first()).toContainText(/GMT\+9|JST/);
  const surface = (one) => one.element.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.card')).backgroundColor);
  expect(await surface(north)).toBe('rgb(255, 255, 255)');
  expect(await surface(south)).toBe('rgb(20, 24, 31)');

  // Keys act on the one that has the focus.
  const asks = () => ({ north: sent.north.length, south: sent.south.length });
  let before = asks();
  await south.rows.first().focus();
  await page.keyboard.press('r');
  await expect.poll(() => sent.south.length).toBeGreaterThan(before.south);
  expect(sent.north.length).toBe(before.north);
  await page.keyboard.press('Enter');
  await expect(south.drawer).toBeVisible();
  await expect(north.drawer).toHaveCount(0);
  // A drawer belongs to its console: the other one can be used meanwhile, and keeps its own.
  await north.rows.nth(1).getByRole('button', { name: /Debug/ }).click();
  await expect(north.drawer).toBeVisible();
  await expect(south.drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(north.drawer).toBeHidden();
  await expect(south.drawer).toBeVisible();
  await south.drawer.getByRole('button', { name: /^Close/ }).click();
  await expect(south.drawer).toBeHidden();

  // An action, and what is said of it.
  await north.element.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(north.element.getByRole('button', { name: /^Resume/ })).toBeVisible();
  await expect(south.element.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  expect((await demo.snapshot('cmp_8f3k2q')).campaign.status).toBe('paused');
  expect((await hosts.south.snapshot('cmp_8f3k2q')).campaign.status).toBe('running');
  const said = (one) => one.element.evaluate((element) => [...element.shadowRoot.querySelectorAll('[aria-live], [role=status], [role=alert]')].map((region) => region.textContent).join(' '));
  expect(await said(north)).toMatch(/paus/i);
  expect(await said(south)).not.toMatch(/campaign paused/i);

  // One goes elsewhere, the other stays.
  await north.element.evaluate((element) => element.navigate('/campaigns'));
  await expect(north.title).toHaveText('Campaigns');
  await expect(south.title).toHaveText(CAMPAIGN);

  // A session ends in the south, and its portal has no new one: only the south asks to sign in.
  await page.locator('#south').evaluate((element) => (element.fetchToken = async () => Promise.reject(new Error('no'))));
  await hosts.south.control('expire');
  before = asks();
  await south.element.getByRole('button', { name: 'Refresh' }).click();
  const panel = (one) => one.element.getByRole('dialog', { name: 'Sign in' });
  await expect(panel(south)).toBeVisible();
  await expect(panel(north)).toHaveCount(0);
  expect(await figures(south)).not.toBe('');
  await page.keyboard.press('Escape');
  await north.element.evaluate((element) => element.refresh());
  await expect.poll(() => sent.north.length).toBeGreaterThan(before.north);
  await expect(north.row(CAMPAIGN)).toBeVisible();

  // And one leaves.
  await page.locator('#south').evaluate((element) => element.remove());
  await north.row(CAMPAIGN).getByRole('link').first().click();
  await north.isAt(CAMPAIGN);
  expect(tokens('north')).toHaveLength(1);
});

test('iframe: figures, token, place, height and settings over the port', async ({ page, hosts }) => {
  const sent = [];
  page.on('request', async (request) => {
    if (request.url().startsWith(`${hosts.assets}/api/`)) sent.push(await request.headerValue('authorization'));
  });
  await page.goto(`${hosts.portal}/frame/`);
  const iframe = page.locator('iframe');
  const framed = page.frameLocator('iframe');
  const title = framed.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(CAMPAIGN);
  await expect(framed.getByRole('region', { name: /key figures/i })).toContainText('Answered attempts');
  await expect.poll(() => sent.length).toBeGreaterThan(1);
  expect([...new Set(sent)]).toEqual([expect.stringMatching(/^Bearer session-/)]);

  // The token is in the frame's memory: neither in its address nor in its storage.
  const frame = page.frames().find((one) => one.url().includes('embed.html'));
  const kept = await frame.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML]));
  expect(kept).not.toContain('5ecre7');

  // As high as what is in it, so that only the page around scrolls.
  const inner = () => frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  await expect.poll(async () => (await inner())[0] <= (await inner())[1]).toBe(true);
  expect(await iframe.evaluate((element) => element.clientHeight)).toBeGreaterThan(900);

  // Where it goes is told; where it is sent, it goes. The history stays the page's.
  const entries = await page.evaluate(() => history.length);
  await framed.getByRole('button', { name: /Debug/ }).first().click();
  await expect(framed.getByRole('dialog')).toBeVisible();
  await expect(page.locator('#place')).toHaveText(/^\/campaigns\/cmp_8f3k2q\/tasks\//);
  await expect(page).toHaveURL(/#\/campaigns\/cmp_8f3k2q\/tasks\//);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.getByRole('navigation', { name: 'Places of the console' }).getByRole('link', { name: 'Campaigns' }).click();
  await expect(title).toHaveText('Campaigns');
  await page.goBack();
  await expect(title).toHaveText(CAMPAIGN);

  const answer = page.waitForRequest((request) => request.url().includes('/snapshot'));
  await page.getByRole('button', { name: 'Refresh figures' }).click();
  await answer;
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  const surface = () => frame.evaluate(() => getComputedStyle(document.querySelector('ringside-console').shadowRoot.querySelector('.card')).backgroundColor);
  await expect.poll(surface).toBe('rgb(20, 24, 31)');

  // This page allows actions; one that says nothing of them does not.
  await framed.getByRole('dialog').getByRole('button', { name: /^Close/ }).click();
  await expect(framed.getByRole('button', { name: 'Pause', exact: true })).not.toHaveAttribute('aria-disabled', 'true');
});
