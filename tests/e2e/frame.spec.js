// embed.html in an iframe: who may connect to it, what goes over the port, and what it refuses. The
// page around is the demo's /portal/ at 127.0.0.1, the console's page is at localhost, another origin.
import { expect, test as base } from './demo.js';
import { Embedded, RUNNING, counted } from './embedded.js';

const test = base.extend({
  /** The same server as another origin. */
  elsewhere: async ({ demo }, use) => use(demo.address.replace('127.0.0.1', 'localhost')),
  origins: async ({ elsewhere }, use) => use([elsewhere]),
});

const SNAPSHOT = /\/snapshot$/;
const TOKEN = 'tok-only-on-the-port';

/** Opens the page with a console in a frame of the other origin, and waits until its campaign is there. */
async function openFramed(page, said = {}) {
  await page.goto(`/portal/?${new URLSearchParams({ frame: 'localhost', campaignId: RUNNING.id, ...said })}`);
  const framed = new Embedded(page.frameLocator('iframe'));
  await framed.isAt(RUNNING.name);
  return framed;
}

/** Notes the events of the connection that the page has. */
const note = (page) =>
  page.evaluate(() => {
    globalThis.told = [];
    for (const name of ['navigate', 'select', 'error', 'height']) {
      connection.addEventListener(`ringside:${name}`, ({ detail }) => told.push({ name, ...detail }));
    }
  });
const told = (page) => page.evaluate(() => globalThis.told);

/** Puts a frame with the console's page on an empty page. */
async function openBare(page) {
  await page.goto('/portal/');
  await page.evaluate(async () => {
    const iframe = document.createElement('iframe');
    iframe.src = location.origin.replace('127.0.0.1', 'localhost') + '/portal/console/embed.html';
    document.querySelector('main').append(iframe);
    await new Promise((resolve) => (iframe.onload = resolve));
  });
}

/** Sends a greeting with a port, by hand; the messages that the port hears are kept under a name. */
const greet = (page, name, greeting, ports = 1) =>
  page.evaluate(([name, greeting, ports]) => {
    const channels = Array.from({ length: ports }, () => new MessageChannel());
    globalThis.heard ??= {};
    heard[name] = [];
    for (const { port1 } of channels) port1.onmessage = ({ data }) => heard[name].push(data.type);
    const target = location.origin.replace('127.0.0.1', 'localhost');
    document.querySelector('iframe').contentWindow.postMessage(greeting, target, channels.map(({ port2 }) => port2));
  }, [name, greeting, ports]);
const heard = (page, name) => page.evaluate((name) => globalThis.heard[name], name);

test('a page that is allowed shows a campaign, hears where it goes, and is as high as the console', async ({ page }) => {
  const framed = await openFramed(page);
  await note(page);
  await page.evaluate(() => connection.navigate('/campaigns'));
  await expect(framed.title).toHaveText('Campaigns');
  await framed.place.getByRole('link', { name: RUNNING.name }).click();
  await framed.isAt(RUNNING.name);
  expect(await told(page)).toContainEqual({ name: 'navigate', route: `/campaigns/${RUNNING.id}`, replace: false });
  await expect(page).toHaveURL(/\/portal\/\?frame=localhost/);

  const inner = page.frames()[1];
  await expect.poll(async () => {
    const wanted = await inner.evaluate(() => Math.ceil(document.querySelector('ringside-console').getBoundingClientRect().height));
    return Math.abs(wanted - (await page.locator('iframe').evaluate((iframe) => iframe.clientHeight)));
  }).toBeLessThanOrEqual(1);
  expect(await inner.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(false);
});

test('what the page around sets goes over the port; a reload of the frame connects again, where it was', async ({ page }) => {
  const framed = await openFramed(page);
  await page.evaluate(() => connection.set('theme', 'dark'));
  await expect(framed.place.locator('.ringside').first()).toHaveAttribute('data-theme', 'dark');
  const asked = counted(page, SNAPSHOT);
  const answered = page.waitForResponse((response) => SNAPSHOT.test(response.url()));
  await page.evaluate(() => connection.refresh());
  await answered;
  expect(asked).toHaveLength(1);

  await page.evaluate(() => connection.navigate('/calls'));
  await expect(framed.title).toHaveText('Call log');
  await page.evaluate(() => (document.querySelector('iframe').src = document.querySelector('iframe').src));
  await expect(framed.title).toHaveText('Call log');
  await expect(framed.place.locator('.ringside').first()).toHaveAttribute('data-theme', 'dark');

  await page.evaluate(() => connection.close());
  await page.evaluate(() => connection.navigate('/campaigns'));
  await expect(framed.title).toHaveText('Call log');
});

test('a campaign that the page around sets beats where the console was before its frame was loaded again', async ({ page, demo }) => {
  const framed = await openFramed(page);
  const { items } = await demo.read('/campaigns');
  const other = items.find(({ id }) => id !== RUNNING.id);
  const reload = () => page.evaluate(() => (document.querySelector('iframe').src = document.querySelector('iframe').src));
  await page.evaluate(() => connection.navigate('/calls'));
  await expect(framed.title).toHaveText('Call log');
  await reload();
  await expect(framed.title).toHaveText('Call log');
  await page.evaluate((id) => connection.set('campaignId', id), other.id);
  await expect(framed.title).toHaveText(other.name);
  await reload();
  await expect(framed.title).toHaveText(other.name);
});

test('it changes nothing unless the page around allows it', async ({ page }) => {
  const framed = await openFramed(page);
  await expect(framed.place.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await page.evaluate(() => connection.set('readonly', false));
  await framed.isAt(RUNNING.name);
  await expect(framed.place.getByRole('button', { name: 'Pause', exact: true })).not.toHaveAttribute('aria-disabled', 'true');
});

test('a page that is not on the list gets no answer, and the frame says why it is empty', async ({ page, elsewhere }) => {
  await page.clock.install();
  const asked = counted(page, /\/api\//);
  // Here the page is the stranger: the console's own list names 127.0.0.1 alone.
  await page.goto(`${elsewhere}portal/?frame=localhost&campaignId=${RUNNING.id}`);
  const alert = page.frameLocator('iframe').getByRole('alert');
  const inner = page.frames()[1];
  await inner.waitForLoadState('networkidle');
  await note(page);
  await expect(alert).toHaveCount(0);
  await page.clock.fastForward(11_000);
  await expect(alert).toContainText('No page that may embed this console has connected to it.');
  expect(await told(page)).toEqual([]);
  expect(asked).toEqual([]);
  await expect(page.frameLocator('iframe').locator('ringside-console')).toHaveCount(0);
});

test('only the page around can connect, with a greeting of the right shape, and once', async ({ page, elsewhere }) => {
  await openBare(page);
  const good = { ringside: 'connect', version: 1, campaignId: RUNNING.id };
  await greet(page, 'version', { ...good, version: 2 });
  await greet(page, 'name', { ...good, ringside: 'hello' });
  await greet(page, 'text', 'connect');
  await greet(page, 'theme', { ...good, theme: { dark: true } });
  await greet(page, 'readonly', { ...good, readonly: 'false' });
  await greet(page, 'portless', good, 0);
  await greet(page, 'ports', good, 2);
  // A frame beside it, whose origin is on the list, too, is not the page around.
  await page.evaluate(() => document.querySelector('h1').after(document.createElement('iframe')));
  const sibling = page.frames().find((frame) => frame.url() === 'about:blank');
  await sibling.evaluate(([good, target]) => {
    const { port1, port2 } = new MessageChannel();
    parent.heard.sibling = [];
    port1.onmessage = ({ data }) => parent.heard.sibling.push(data.type);
    parent.document.querySelector('main iframe').contentWindow.postMessage(good, target, [port2]);
  }, [good, new URL(elsewhere).origin]);
  await page.evaluate(() => document.querySelector('h1 + iframe').remove());

  await greet(page, 'good', good);
  await expect.poll(() => heard(page, 'good')).toContain('height');
  const framed = new Embedded(page.frameLocator('iframe'));
  await framed.isAt(RUNNING.name);
  await greet(page, 'second', { ...good, campaignId: 'cmp_2d71x' });
  await framed.refresh.click();
  await framed.isAt(RUNNING.name);
  for (const name of ['version', 'name', 'text', 'theme', 'readonly', 'portless', 'ports', 'sibling', 'second']) {
    expect(await heard(page, name), name).toEqual([]);
  }
});

test('messages of a wrong shape change nothing', async ({ page }) => {
  await openBare(page);
  await page.evaluate((id) => {
    const { port1, port2 } = new MessageChannel();
    globalThis.port = port1;
    const target = location.origin.replace('127.0.0.1', 'localhost');
    document.querySelector('iframe').contentWindow.postMessage({ ringside: 'connect', version: 1, campaignId: id }, target, [port2]);
  }, RUNNING.id);
  const framed = new Embedded(page.frameLocator('iframe'));
  await framed.isAt(RUNNING.name);
  await page.evaluate(() => {
    for (const message of [
      'refresh', null, [], { type: 7 }, { type: 'constructor' }, { type: '__proto__' },
      { type: 'set', name: 'apiBase', value: 'https://elsewhere.example' }, { type: 'set', name: 'config', value: {} },
      { type: 'set', name: 'innerHTML', value: '<p>' }, { type: 'set', name: 'theme', value: { dark: true } }, { type: 'set', name: 'readonly', value: 'false' },
      { type: 'navigate', route: 7 }, { type: 'navigate', route: 'x'.repeat(5000) }, { type: 'token', id: 1, token: 'nobody asked' },
    ]) port.postMessage(message);
    port.postMessage({ type: 'navigate', route: '/calls' });
  });
  await expect(framed.title).toHaveText('Call log');
  await expect(framed.place.locator('.ringside').first()).not.toHaveAttribute('data-theme', 'dark');
});

test('a token goes over the port and to the API of the console, and is nowhere else', async ({ page, elsewhere }) => {
  await page.addInitScript(() => {
    globalThis.posted = [];
    addEventListener('message', ({ data }) => posted.push(JSON.stringify(data)));
  });
  const sent = [];
  page.on('request', (request) => request.url().includes('/api/') && sent.push([request.url(), request.headers().authorization]));
  await page.goto('/portal/');
  await page.evaluate(async ([id, token]) => {
    const { connectFrame } = await import('/portal/console/embed/v1/ringside-frame.js');
    const iframe = document.createElement('iframe');
    iframe.src = location.origin.replace('127.0.0.1', 'localhost') + '/portal/console/embed.html';
    document.querySelector('main').append(iframe);
    globalThis.reasons = [];
    const fetchToken = async ({ reason }) => reasons.push(reason) && token;
    globalThis.connection = connectFrame(iframe, { campaignId: id, fetchToken });
  }, [RUNNING.id, TOKEN]);
  await new Embedded(page.frameLocator('iframe')).isAt(RUNNING.name);
  expect(await page.evaluate(() => reasons)).toEqual(['start']);
  expect(sent.length).toBeGreaterThan(0);
  for (const [url, authorization] of sent) {
    expect(url.startsWith(elsewhere), url).toBe(true);
    expect(url).not.toContain(TOKEN);
    expect(authorization).toBe(`Bearer ${TOKEN}`);
  }
  for (const frame of page.frames()) {
    const seen = await frame.evaluate(() =>
      [...posted, location.href, JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie, document.documentElement.outerHTML, document.querySelector('ringside-console')?.shadowRoot.innerHTML].join('\n'),
    );
    expect(seen).not.toContain(TOKEN);
  }
  expect(await page.frames()[1].evaluate(() => posted.length)).toBeGreaterThan(0);
});

test('on its own, or where the list names nobody, it says so', async ({ page }) => {
  await page.goto('/portal/console/embed.html');
  await expect(page.getByRole('alert')).toContainText('This page is for other pages to embed.');
  await page.goto('/portal/');
  await page.evaluate(() => {
    const iframe = document.createElement('iframe');
    iframe.src = '/embed.html';
    document.querySelector('main').append(iframe);
  });
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('No page may embed this console.');
});
