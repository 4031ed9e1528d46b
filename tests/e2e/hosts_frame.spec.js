// The console in an iframe of another origin (tests/hosts/frame): the page around and the console
// speak over one port, and to nobody else.
import { expect, test } from './hosts.js';

const CAMPAIGN = 'Q4 policy renewals';

test('figures, token, place, height and settings over the port', async ({ page, hosts }) => {
  const sent = [];
  page.on('request', async (request) => {
    if (request.url().startsWith(`${hosts.assets}/api/`)) sent.push(await request.headerValue('authorization'));
  });
  await page.goto(`${hosts.portal}/frame/`);
  const iframe = page.locator('iframe');
  const console_ = page.frameLocator('iframe');
  const title = console_.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(CAMPAIGN);
  await expect(console_.getByRole('region', { name: /key figures/i })).toContainText('Answered attempts');
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
  await console_.getByRole('button', { name: /Debug/ }).first().click();
  await expect(console_.getByRole('dialog')).toBeVisible();
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
  await console_.getByRole('dialog').getByRole('button', { name: /^Close/ }).click();
  await expect(console_.getByRole('button', { name: 'Pause', exact: true })).not.toHaveAttribute('aria-disabled', 'true');
});

/** Puts an iframe with the console on an empty page, and hears what is posted to the page. */
const frameOn = (page, src) =>
  page.evaluate((address) => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
    const iframe = document.createElement('iframe');
    iframe.src = address;
    iframe.title = 'Ringside';
    document.body.append(iframe);
    return new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true })).then(() => undefined);
  }, src);

/** Says something to the frame, with a port; what comes back over it is kept. */
const greet = (page, message, origin) =>
  page.evaluate(
    ([data, target]) => {
      const { port1, port2 } = new MessageChannel();
      window.answers ??= [];
      port1.onmessage = ({ data: answer }) => window.answers.push(answer.type);
      window.port = port1;
      document.querySelector('iframe').contentWindow.postMessage(data, target, [port2]);
    },
    [message, origin],
  );

const answers = (page) => page.evaluate(() => window.answers ?? []);

test('a page that is not on the list gets no answer, and a sentence says so', async ({ page, hosts }) => {
  test.setTimeout(45_000);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${hosts.stranger}/`);
  await frameOn(page, `${hosts.assets}/embed.html`);
  const connect = { ringside: 'connect', version: 1, readonly: false, tokens: true };
  await greet(page, connect, hosts.assets);
  await greet(page, connect, '*');
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('No page that may embed this console has connected to it.', { timeout: 15_000 });
  expect(await answers(page)).toEqual([]);
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
});

test('only well-formed greetings are heard, once, and only known words after', async ({ page, hosts }) => {
  await page.goto(`${hosts.portal}/`);
  await frameOn(page, `${hosts.assets}/embed.html`);
  const good = { ringside: 'connect', version: 1, route: '/campaigns/cmp_8f3k2q', tokens: true };
  for (const odd of ['connect', null, 7, { ringside: 'connect' }, { ...good, version: 2 }, { ...good, theme: { toString: 'x' } }, { ...good, readonly: 'no' }, { ...good, route: 'x'.repeat(5000) }]) {
    await greet(page, odd, hosts.assets);
  }
  const console_ = page.frameLocator('iframe');
  await greet(page, good, hosts.assets);
  await expect.poll(() => answers(page)).toContain('token-wanted');
  const first = await page.evaluate(() => {
    window.first = window.port;
    return window.answers.length;
  });
  expect(first).toBeGreaterThan(0);
  // A second greeting, even a good one, is nobody's.
  await page.evaluate(() => (window.answers = []));
  await greet(page, { ...good, readonly: false }, hosts.assets);

  // Wrong words over the port are passed over; then the token comes, and the figures with it.
  const token = await (await page.request.get(`${hosts.portal}/north/token`)).json();
  await page.evaluate(({ token: value }) => {
    const { first: port } = window;
    const odd = [null, 'refresh', { type: 'reload' }, { type: 'constructor' }, { type: 'set', name: 'config', value: { apiBase: 'https://evil.example' } }, { type: 'set', name: 'fetchToken', value: 'x' }, { type: 'navigate', route: 7 }, { type: 'token', id: 99, token: value }, { type: 'token', id: '__proto__', token: value }];
    for (const message of odd) port.postMessage(message);
    for (let id = 1; id < 4; id += 1) port.postMessage({ type: 'token', id, token: value });
  }, token);
  await expect(console_.getByRole('heading', { level: 1 })).toHaveText(CAMPAIGN);
  // Nothing was said of actions, so there are none.
  const pause = console_.getByRole('button', { name: /^Pause/ }).first();
  await expect(pause).toHaveAttribute('aria-disabled', 'true');
  await expect(pause).toHaveAccessibleDescription(/read-only/);
});

test('the page alone says what it is for', async ({ page, hosts }) => {
  await page.goto(`${hosts.assets}/embed.html`);
  await expect(page.getByRole('alert')).toContainText('This page is for other pages to embed.');
});
