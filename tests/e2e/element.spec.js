// <ringside-console> as a page of somebody else meets it: attributes, properties, methods, events,
// being moved and taken away, and what it says when it cannot load.
import { count, expect, test } from './demo.js';
import { ELEMENT, RUNNING, act, addConsole, counted, openPortal } from './embedded.js';

const AT_CAMPAIGN = { 'api-base': '/api', 'campaign-id': RUNNING.id };
const SNAPSHOT = /\/snapshot$/;
const MODULE = /(module|ringside)-[0-9a-f]+(_bg)?\.wasm$/;

/** What a console has drawn, remembered so that another one can be told from it. */
const markDrawn = (page) => act(page, (element) => (element.shadowRoot.querySelector('.ringside').marked = true));
const isStillMarked = (page) => act(page, (element) => element.shadowRoot.querySelector('.ringside')?.marked === true);

test('it draws the campaign that its attributes name, from its own API, and says when it is ready', async ({ page, demo }) => {
  await openPortal(page);
  const campaign = await addConsole(page, AT_CAMPAIGN);
  await campaign.isAt(RUNNING.name);
  const { counts } = await demo.snapshot(RUNNING.id);
  await expect(campaign.figures).toContainText(count(counts.total));
  await expect.poll(() => act(page, (element) => element.told.map(({ name }) => name))).toContain('ready');
  await expect(page).toHaveTitle('Portal');
  await expect(page).toHaveURL(/\/portal\/$/);
});

test('attributes that it follows change it as it runs; those that it starts with start it anew, once', async ({ page }) => {
  await openPortal(page);
  const campaign = await addConsole(page, AT_CAMPAIGN);
  await campaign.isAt(RUNNING.name);
  await markDrawn(page);

  await act(page, (element) => element.setAttribute('theme', 'dark'));
  await expect(campaign.place.locator('.ringside').first()).toHaveAttribute('data-theme', 'dark');
  await act(page, (element) => (element.density = 'comfortable'));
  await expect(campaign.place.locator('.ringside').first()).toHaveAttribute('data-density', 'comfortable');
  await act(page, (element) => (element.route = '/campaigns'));
  await expect(campaign.title).toHaveText('Campaigns');
  expect(await isStillMarked(page)).toBe(true);

  await act(page, (element) => element.removeAttribute('route'));
  await campaign.isAt(RUNNING.name);
  expect(await isStillMarked(page)).toBe(true);

  const asked = counted(page, SNAPSHOT);
  await act(page, (element) => {
    element.locale = 'de-DE';
    element.readonly = true;
    element.apiBase = `${location.origin}/api`;
  });
  await expect(campaign.place.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await campaign.isAt(RUNNING.name);
  expect(await isStillMarked(page)).toBe(false);
  expect(asked).toHaveLength(1);
});

test('properties set before the element is known count; settings that say the same again do not', async ({ page }) => {
  await page.goto('/portal/');
  await page.evaluate(() => {
    const element = document.createElement('ringside-console');
    element.config = { apiBase: '/api', workspace: { id: 'w', name: 'x' } };
    element.campaignId = 'cmp_8f3k2q';
    document.querySelector('main').append(element);
  });
  const asked = counted(page, SNAPSHOT);
  await page.evaluate((address) => import(address), ELEMENT);
  const title = page.getByRole('heading', { level: 1, name: RUNNING.name });
  await expect(title).toBeVisible();
  await markDrawn(page);
  await act(page, (element) => (element.config = { apiBase: '/api', workspace: { id: 'w', name: 'x' } }));
  await act(page, (element) => (element.config = { apiBase: '/api', features: { readOnly: true } }));
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-disabled', 'true');
  expect(await isStillMarked(page)).toBe(false);
  expect(asked).toHaveLength(2);
});

test('a move keeps it, with its state; taken away it leaves nothing and asks nothing', async ({ page }) => {
  await openPortal(page);
  const campaign = await addConsole(page, AT_CAMPAIGN);
  await campaign.isAt(RUNNING.name);
  await markDrawn(page);
  const asked = counted(page, /\/api\//);

  await act(page, (element) => {
    const section = document.createElement('section');
    document.querySelector('main').append(section);
    section.append(element);
  });
  expect(await isStillMarked(page)).toBe(true);
  await act(page, (element) => document.querySelector('main').moveBefore(element, null));
  expect(await isStillMarked(page)).toBe(true);
  expect(asked).toEqual([]);

  const left = await act(page, async (element) => {
    element.remove();
    await null;
    return { nodes: element.shadowRoot.childNodes.length, sheets: element.shadowRoot.adoptedStyleSheets.length };
  });
  expect(left).toEqual({ nodes: 0, sheets: 2 });
});

test('consoles share one module and one pair of style sheets', async ({ page }) => {
  const modules = counted(page, MODULE);
  await openPortal(page);
  const first = await addConsole(page, AT_CAMPAIGN);
  const second = await addConsole(page, { 'api-base': '/api', route: '/campaigns', theme: 'dark' });
  await expect(first.place.page().getByRole('heading', { name: RUNNING.name })).toBeVisible();
  await expect(second.title).toHaveText('Campaigns');
  expect(modules).toHaveLength(1);
  const isShared = await page.evaluate(() => {
    const [one, other] = [...document.querySelectorAll('ringside-console')].map((element) => element.shadowRoot.adoptedStyleSheets);
    return one.length === 2 && one.every((sheet, index) => sheet === other[index]);
  });
  expect(isShared).toBe(true);
});

test('a host that keeps a navigation for itself decides where it goes', async ({ page }) => {
  await openPortal(page);
  const list = await addConsole(page, { 'api-base': '/api' });
  await expect(list.title).toHaveText('Campaigns');
  const entries = await page.evaluate(() => history.length);
  await act(page, (element) => {
    element.keep = (event) => event.preventDefault();
    element.addEventListener('ringside:navigate', element.keep);
  });
  const link = list.place.getByRole('link', { name: RUNNING.name });
  await link.click();
  await expect.poll(() => act(page, (element) => element.told.at(-1))).toEqual({ name: 'navigate', route: `/campaigns/${RUNNING.id}`, replace: false });
  await expect(list.title).toHaveText('Campaigns');

  await act(page, (element) => {
    element.removeEventListener('ringside:navigate', element.keep);
    // In the middle of being told, the host says where instead.
    element.addEventListener('ringside:navigate', (event) => {
      event.preventDefault();
      element.navigate(`${event.detail.route}?from=host`);
    }, { once: true });
  });
  await link.click();
  await list.isAt(RUNNING.name);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await expect(page).toHaveURL(/\/portal\/$/);
});

test('what is searched for stays in the console, and a host that says what it was told does not wipe it', async ({ page }) => {
  await openPortal(page);
  const calls = await addConsole(page, { 'api-base': '/api', route: '/calls' });
  await expect(calls.title).toHaveText('Call log');
  const search = calls.place.getByRole('searchbox');
  const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === '+13125550142');
  await search.fill('+13125550142');
  await asked;
  const navigations = () => act(page, (element) => element.told.filter(({ name }) => name === 'navigate').map(({ route }) => route));
  expect(await navigations()).toEqual([]);
  await act(page, (element) => (element.route = '/calls'));
  await calls.place.getByRole('button', { name: /^State/ }).click();
  await calls.place.getByRole('checkbox').first().check();
  await expect.poll(async () => (await navigations()).length).toBe(1);
  expect((await navigations())[0]).toMatch(/^\/calls\?state=\w+$/);
  await act(page, (element) => (element.route = element.route));
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('+13125550142');
  await act(page, (element) => (element.route = '/live'));
  await act(page, (element) => (element.route = '/calls'));
  await expect(search).toHaveValue('');
});

test('the way past the navigation is seen while it has the focus, and lies over nothing of the page before', async ({ page }) => {
  await openPortal(page);
  const list = await addConsole(page, { 'api-base': '/api', nav: '' });
  await expect(list.title).toHaveText('Campaigns');
  const skip = list.place.getByRole('button', { name: 'Skip to content' });
  const isSeen = () =>
    skip.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return button.getRootNode().elementFromPoint(x + width / 2, y + height / 2) === button;
    });
  expect(await isSeen()).toBe(false);
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  expect(await isSeen()).toBe(true);
});

test('what an operator has chosen is kept for the consoles of the same API', async ({ page }) => {
  await openPortal(page);
  const list = await addConsole(page, { 'api-base': '/api', nav: '' });
  await expect(list.title).toHaveText('Campaigns');
  await list.place.getByRole('button', { name: /^Rows/ }).click();
  const look = list.place.locator('.ringside').first();
  await expect(look).toHaveAttribute('data-density', 'comfortable');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([`ringside.${new URL('/api', page.url()).href}.density`]);
  await act(page, (element) => (element.apiBase = '/other/api'));
  await expect(look).toHaveAttribute('data-density', 'compact');
  await act(page, (element) => (element.apiBase = '/api/'));
  await expect(look).toHaveAttribute('data-density', 'comfortable');
});

test('methods: refresh asks again, navigate goes', async ({ page }) => {
  await openPortal(page);
  const campaign = await addConsole(page, AT_CAMPAIGN);
  await campaign.isAt(RUNNING.name);
  const asked = counted(page, SNAPSHOT);
  const answered = page.waitForResponse((response) => SNAPSHOT.test(response.url()));
  await act(page, (element) => element.refresh());
  await answered;
  expect(asked).toHaveLength(1);
  await act(page, (element) => element.navigate('#/calls'));
  await expect(campaign.title).toHaveText('Call log');
  expect(await act(page, (element) => element.route)).toBe('/calls');
});

test('tokens come from the callback that the host has set last', async ({ page }) => {
  await openPortal(page);
  await page.evaluate(() => {
    const element = document.createElement('ringside-console');
    element.apiBase = '/auth/host/api';
    element.told = [];
    element.addEventListener('ringside:auth-required', () => element.told.push('auth-required'));
    element.fetchToken = async () => 'not-a-token';
    document.querySelector('main').append(element);
  });
  await expect.poll(() => act(page, (element) => element.told)).toContain('auth-required');
  const { data } = await page.evaluate(async () => {
    const answer = await fetch('/auth/host/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"username":"dana","password":"open-sesame-7"}' });
    return answer.json();
  });
  await act(page, (element, token) => (element.fetchToken = async ({ reason }) => (reason === 'asked' ? token : '')), data.access_token);
  // Where nobody works in the console, it is asked to ask first.
  await expect(async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click({ timeout: 1_000 });
    await expect(page.getByRole('link', { name: RUNNING.name })).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('without an API it says what is missing', async ({ page }) => {
  const modules = counted(page, MODULE);
  await openPortal(page);
  const empty = await addConsole(page, {});
  await expect(empty.place.getByRole('alert')).toContainText('does not know where its API is');
  await expect(empty.place.getByRole('alert')).toContainText('api-base');
  expect(modules).toEqual([]);
  await act(page, (element) => (element.apiBase = '/api'));
  await expect(empty.title).toHaveText('Campaigns');
  await expect(empty.place.getByRole('alert')).toHaveCount(0);
});

test('a module that does not load is told in every console, and one press tries again for all', async ({ page }) => {
  let isCut = true;
  await page.route(MODULE, (route) => (isCut ? route.abort() : route.continue()));
  await openPortal(page);
  await addConsole(page, AT_CAMPAIGN);
  await addConsole(page, { 'api-base': '/api', route: '/calls' });
  const told = page.getByRole('alert');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText('The console did not load.');
  isCut = false;
  await told.last().getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: RUNNING.name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Call log' })).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a second build on the page leaves the first one alone, and says so', async ({ page }) => {
  await openPortal(page);
  const said = page.waitForEvent('console', (message) => message.type() === 'warning');
  await page.evaluate(async (address) => {
    customElements.get('ringside-console').version = '0.0.1';
    await import(`${address}?other`);
  }, ELEMENT);
  expect((await said).text()).toContain('version 0.0.1');
});

test('taken away while it loads, it never starts', async ({ page }) => {
  const pieces = [];
  await page.route(MODULE, (route) => pieces.push(route));
  await openPortal(page);
  await addConsole(page, AT_CAMPAIGN);
  await expect.poll(() => pieces.length).toBe(1);
  await act(page, (element) => {
    globalThis.taken = element;
    element.remove();
  });
  await pieces[0].continue();
  // The next one waits for the same module.
  const next = await addConsole(page, { 'api-base': '/api' });
  await expect(next.title).toHaveText('Campaigns');
  expect(await page.evaluate(() => [taken.shadowRoot.childNodes.length, taken.told])).toEqual([0, []]);
});

test('a module that stops keeps the last figures of every console, and a new one starts them again', async ({ page }) => {
  // In place of the glue a few lines that stop when they are told to; another address is the real one.
  await page.route(/(module|ringside)-[0-9a-f]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const hosts = [];
        export default async () => {};
        export const mount = (host) => { host.root.append('last figures'); return hosts.push(host); };
        export const unmount = () => { throw new Error('it is dead'); };
        export const command = unmount;
        globalThis.stop = () => hosts.forEach((host) => host.crashed('panicked at here'));`,
    }),
  );
  await openPortal(page);
  await addConsole(page, AT_CAMPAIGN);
  await addConsole(page, { 'api-base': '/api' });
  await expect(page.getByText('last figures')).toHaveCount(2);
  await page.evaluate(() => globalThis.stop());
  const told = page.getByRole('alert');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText('The console stopped.');
  await expect(told.first()).toContainText('panicked at here');
  await expect(page.getByText('last figures')).toHaveCount(2);
  await page.evaluate(() => document.querySelector('ringside-console').refresh());
  await told.first().getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: RUNNING.name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
  await expect(page.getByText('last figures')).toHaveCount(0);
});

test('a module that has stopped asks nothing any more, and the next one may trust markup as it did', async ({ page }) => {
  // The real glue, with the way that a panic is told kept at hand.
  await page.route(/(module|ringside)-[0-9a-f]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `import * as real from ${JSON.stringify(`${route.request().url()}?real`)};
        export const { assets, unmount, command } = real;
        export default real.default;
        export const mount = (host) => { globalThis.stop = () => host.crashed('panicked at here'); return real.mount(host); };`,
    }),
  );
  await page.route(/\/portal\/$/, async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy']}; require-trusted-types-for 'script'; trusted-types ringside`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.clock.install();
  await page.addInitScript(() => localStorage.setItem(`ringside.${location.origin}/api.refresh`, '10'));
  await openPortal(page);
  const campaign = await addConsole(page, AT_CAMPAIGN);
  await campaign.isAt(RUNNING.name);
  const asked = counted(page, /\/api\//);
  await page.clock.runFor(61_000);
  await expect.poll(() => asked.length).toBeGreaterThan(0);

  await page.evaluate(() => globalThis.stop());
  await expect(page.getByRole('alert')).toContainText('The console stopped.');
  // What answers no more is read as before, and cannot be pressed.
  await expect(campaign.title).toHaveText(RUNNING.name);
  await expect(campaign.figures).toContainText('Answer rate');
  await expect(campaign.place.getByRole('button', { name: 'Pause', exact: true })).toBeDisabled();
  await expect(campaign.place.locator('.ringside-root').getByRole('link')).toHaveCount(0);
  await expect(campaign.place.locator('.ringside-root').locator('a[href], [tabindex], [inert], :is(button, input, select, textarea):enabled')).toHaveCount(0);
  asked.length = 0;
  for (const _ of [1, 2, 3]) await page.clock.runFor(61_000);
  expect(asked).toEqual([]);

  await page.getByRole('button', { name: 'Start again' }).click();
  await campaign.isAt(RUNNING.name);
  asked.length = 0;
  await page.clock.runFor(61_000);
  await expect.poll(() => asked.filter((url) => SNAPSHOT.test(url)).length).toBeGreaterThan(0);
});

test('a module that stops while it draws is told in that console, too, and nobody else is taken away', async ({ page }) => {
  await page.route(/(module|ringside)-[0-9a-f]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `globalThis.taken = [];
        export default async () => {};
        export const mount = () => { throw new WebAssembly.RuntimeError('unreachable'); };
        export const unmount = (id) => taken.push(id);
        export const command = () => {};`,
    }),
  );
  await openPortal(page);
  await addConsole(page, AT_CAMPAIGN);
  await addConsole(page, { 'api-base': '/api' });
  const told = page.getByRole('alert');
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText('The console did not load.');
  await told.last().getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: RUNNING.name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
  expect(await page.evaluate(() => taken)).toEqual([]);
});

test('what is on its way as it is taken away is given up', async ({ page }) => {
  const held = [];
  await page.route(SNAPSHOT, (route) => held.push(route));
  await page.route(MODULE, (route) => held.push(route));
  await openPortal(page);
  await addConsole(page, AT_CAMPAIGN);
  await expect.poll(() => held.some((route) => SNAPSHOT.test(route.request().url()))).toBe(true);
  const ended = page.waitForEvent('requestfailed', (request) => SNAPSHOT.test(request.url()));
  await act(page, (element) => element.remove());
  expect((await ended).failure().errorText).toContain('ABORTED');
});

for (const linkBase of ['./#', 'monitor.html#', ' /x#']) {
  test(`links lead to places in the console with the base ${JSON.stringify(linkBase)}, whether it is taken or not`, async ({ page }) => {
    const warned = [];
    page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
    await openPortal(page);
    const list = await addConsole(page, { 'api-base': '/api', 'link-base': linkBase });
    const link = list.place.getByRole('link', { name: RUNNING.name });
    const isTaken = linkBase.trim().startsWith('/');
    await expect(link).toHaveAttribute('href', `${isTaken ? '/x#' : '#'}/campaigns/${RUNNING.id}`);
    const entries = await page.evaluate(() => history.length);
    await link.click();
    await list.isAt(RUNNING.name);
    await expect(page).toHaveURL(/\/portal\/$/);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await list.place.getByRole('link', { name: 'Campaigns' }).first().click();
    await expect(list.title).toHaveText('Campaigns');
    expect(warned.filter((text) => text.includes('link-base'))).toHaveLength(isTaken ? 0 : 1);
  });
}
