// Signing in, running out and signing out, in every way there is; and what a deployment's settings
// do to the screen. The servers are the demo's own: /auth/MODE/.
import Ajv from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

const PASSWORD = 'open-sesame-7';
const WRONG = 'wr0ng-pass';
/** What must never be seen: what was typed, the tokens and the key, and their encodings. */
const SECRETS = [PASSWORD, WRONG, '5ecre7', btoa(`dana:${PASSWORD}`).replace(/=+$/, '')];

const panel = (page) => page.getByRole('dialog', { name: 'Sign in' });
const fill = async (page, fields) => {
  for (const [label, text] of Object.entries(fields)) await panel(page).getByLabel(label).fill(text);
  await panel(page).getByRole('button', { name: 'Sign in' }).click();
};
const named = (password) => ({ 'User name': 'dana', Password: password });

/** For each mode: what signs in, and what is tried first in vain. */
const MODES = {
  login: {
    signIn: (page) => fill(page, named(PASSWORD)),
    refused: async (page) => {
      await fill(page, { 'User name': 'busy', Password: WRONG });
      await expect(panel(page).getByRole('alert')).toContainText('wait 30 s');
      await fill(page, named(WRONG));
    },
  },
  basic: { signIn: (page) => fill(page, named(PASSWORD)), refused: (page) => fill(page, named(WRONG)) },
  key: { signIn: (page) => fill(page, { 'API key': 'key-5ecre7' }), refused: (page) => fill(page, { 'API key': WRONG }) },
  cookie: {
    signIn: async (page) => {
      await expect(panel(page).getByRole('link', { name: 'Open the sign-in page' })).toHaveAttribute('target', '_blank');
      await page.request.post('/auth/cookie/api/sign-in');
      await panel(page).getByRole('button', { name: 'I have signed in' }).click();
    },
    refused: (page) => panel(page).getByRole('button', { name: 'I have signed in' }).click(),
  },
};

/** Collects what a page tells to anyone who looks. */
function listen(page) {
  const told = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('request', (request) => {
    told.push(request.url());
    if (!/\/token$/.test(request.url())) told.push(request.postData() ?? '');
  });
  return async () => {
    const kept = await page.evaluate(async () => {
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      const files = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
      const fields = [...document.querySelectorAll('input')].map((field) => [field.getAttribute('value'), field.type === 'password' ? field.value : '']);
      const asked = performance.getEntries().map(({ name }) => name);
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys(), files, fields, asked, window.name, history.state, location.href, document.title, document.documentElement.outerHTML]);
    });
    for (const secret of SECRETS) expect([...told, kept].filter((text) => text.includes(secret)), 'nothing secret is told').toEqual([]);
  };
}

const title = (page) => page.getByRole('heading', { level: 1, name: 'Q4 policy renewals' });
/** The figures, without the note that they are old. */
const told = async (page) => (await tile(page).textContent()).replace(/as of \d\d:\d\d CST/g, '');
const tile = (page) => page.getByRole('region', { name: /key figures/i });

for (const [mode, { signIn, refused }] of Object.entries(MODES)) {
  test(`${mode}: sign-in, expiry midway, sign-out`, async ({ page }) => {
    const nothingSecret = listen(page);
    await page.goto(`/auth/${mode}/console/#/campaigns/cmp_8f3k2q`);
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    await refused(page);
    await expect(panel(page).getByRole('alert')).toBeVisible();
    await nothingSecret();
    await signIn(page);
    await expect(panel(page)).toBeHidden();
    await expect(title(page)).toBeVisible();

    // A drawer is open and something is typed when the session runs out.
    await new LivePage(page).rows.first().click();
    const drawer = page.getByRole('dialog').filter({ hasNotText: 'Sign in' });
    await expect(drawer).toBeVisible();
    const address = page.url();
    const figures = await told(page);
    await page.request.post('/demo/expire');
    await page.keyboard.press('r');
    await expect(panel(page)).toBeVisible();
    await expect(panel(page)).toContainText('What is on screen stays');
    expect(await told(page)).toBe(figures);
    await expect(drawer).toBeVisible();
    await nothingSecret();

    // Put off, it comes back with the next question that is asked by hand.
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await page.keyboard.press('r');
    await signIn(page);
    await expect(panel(page)).toBeHidden();
    await expect(page.getByText(/Showing data from/)).toHaveCount(0);
    await expect(drawer).toBeVisible();
    expect(page.url()).toBe(address);
    await nothingSecret();

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Signed in/ }).click();
    await page.getByRole('menuitem', { name: /^Sign out/ }).click();
    await expect(panel(page)).toBeVisible();
    await expect(title(page)).toHaveCount(0);
    await nothingSecret();
  });
}

test('cookie: scripts cannot read the session, and whatever writes repeats the other cookie', async ({ page, context }) => {
  await page.request.post('/auth/cookie/api/sign-in');
  const asked = [];
  page.on('request', (request) => request.url().includes('/cookie/api/') && asked.push(request));
  await page.goto('/auth/cookie/console/#/campaigns/cmp_8f3k2q');
  await expect(title(page)).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible();
  const known = Object.fromEntries((await context.cookies()).map((cookie) => [cookie.name, cookie]));
  expect(known.demo_session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('demo_session');
  for (const request of asked) {
    const headers = await request.allHeaders();
    expect(headers['x-requested-with'], request.url()).toBe('ringside');
    expect(headers['x-csrftoken'], request.url()).toBe(request.method() === 'GET' ? undefined : known.csrftoken.value);
    expect(headers.authorization).toBeUndefined();
  }
  expect(asked.filter((request) => request.method() === 'POST')).toHaveLength(1);
  // Without it the API refuses: the test would see a console that does not send it.
  const forged = await page.request.post('/auth/cookie/api/campaigns/cmp_8f3k2q/actions/resume', { data: {}, headers: { 'Idempotency-Key': 'forged-from-elsewhere' } });
  expect(forged.status()).toBe(403);
});

test('host: asked once for all requests, again when it runs out, and by hand when it refuses', async ({ page }) => {
  const nothingSecret = listen(page);
  await page.addInitScript((password) => {
    const host = { asked: [], refuses: false };
    globalThis.ringsideHost = host;
    host.fetchToken = async ({ reason }) => {
      host.asked.push(reason);
      if (host.refuses) throw new Error('no');
      const answer = await fetch('/auth/host/api/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: 'dana', password }) });
      return (await answer.json()).data.access_token;
    };
  }, PASSWORD);
  const asked = () => page.evaluate(() => globalThis.ringsideHost.asked);
  await page.goto('/auth/host/console/#/campaigns/cmp_8f3k2q');
  await expect(title(page)).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(await asked()).toEqual(['start']);
  await page.request.post('/demo/expire');
  await page.keyboard.press('r');
  await expect.poll(asked).toEqual(['start', 'rejected']);
  await expect(page.getByRole('button', { name: 'Refresh' })).not.toHaveAttribute('aria-busy', 'true');
  await expect(panel(page)).toHaveCount(0);
  await page.evaluate(() => (globalThis.ringsideHost.refuses = true));
  await page.request.post('/demo/expire');
  await page.keyboard.press('r');
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(panel(page).getByRole('alert')).toBeVisible();
  await page.evaluate(() => (globalThis.ringsideHost.refuses = false));
  await panel(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByText(/Showing data from/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Signed in/ })).toHaveCount(0);
  await nothingSecret();
});

test('proxy: a 401 is the proxy\'s, and says so; what is typed stays', async ({ page }) => {
  const proxySignsIn = () => page.request.post('/auth/cookie/api/sign-in');
  await proxySignsIn();
  await page.goto('/auth/proxy/console/#/campaigns/cmp_8f3k2q');
  await expect(title(page)).toBeVisible();
  await page.request.post('/demo/expire');
  const search = page.getByRole('search', { name: 'Filter tasks' }).getByRole('searchbox');
  await search.fill('Taylor');
  await expect(panel(page)).toContainText('the proxy in front of the API adds it, and did not');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('nobody is signed in');
  await proxySignsIn();
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page)).toBeHidden();
  await expect(search).toHaveValue('Taylor');
  await expect(page.getByRole('region', { name: 'Tasks', exact: true }).getByRole('link', { name: /Taylor$/ }).first()).toBeVisible();
});

test('someone else signs in: nothing of who was there before is left', async ({ page }) => {
  const nothingSecret = listen(page);
  await page.goto('/auth/login/console/#/campaigns/cmp_8f3k2q');
  await fill(page, named(PASSWORD));
  await expect(title(page)).toBeVisible();
  await page.request.post('/demo/expire');
  await page.keyboard.press('r');
  await fill(page, { 'User name': 'kim', Password: PASSWORD });
  await expect(panel(page).getByRole('alert')).toContainText('Someone else was signed in here');
  await expect(title(page)).toHaveCount(0);
  await nothingSecret();
  await fill(page, { 'User name': 'kim', Password: PASSWORD });
  await expect(title(page)).toBeVisible();
});

test('a token that is not taken, and an end that is not confirmed, are told', async ({ page }) => {
  await page.goto('/auth/untaken/');
  await fill(page, named(PASSWORD));
  await expect(panel(page).getByRole('alert')).toContainText('not the token that it gave');
  await page.goto('/auth/stuck/#/campaigns/cmp_8f3k2q');
  await fill(page, named(PASSWORD));
  await expect(title(page)).toBeVisible();
  await page.getByRole('button', { name: /^Signed in/ }).click();
  await page.getByRole('menuitem', { name: /^Sign out/ }).click();
  await expect(panel(page).getByRole('alert')).toContainText('The API did not confirm it');
  await expect(title(page)).toHaveCount(0);
});

test('a redirect to another origin is told, and carries nothing there', async ({ context }) => {
  // A page of its own: the browser names the address that it does not go to.
  const page = await context.newPage();
  await page.goto('/auth/away/');
  await fill(page, named(PASSWORD));
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('main')).toContainText('a sign-in is never passed on');
  expect(await (await page.request.get('/demo/heard')).json()).toEqual([]);
  // The listener does hear what is sent there.
  await page.request.get('/auth/login/api/away/x', { headers: { Authorization: `Bearer ${await token(page)}` } });
  expect((await (await page.request.get('/demo/heard')).json()).length).toBe(1);
});

async function token(page) {
  const answer = await page.request.post('/auth/login/api/token', { data: { username: 'dana', password: PASSWORD } });
  return (await answer.json()).data.access_token;
}

test('settings that cannot work: every mistake on one page, and the API is not asked', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/auth/faulty/');
  const main = page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 1 }) });
  await expect(main).toContainText('Ringside cannot start: config.json');
  for (const text of ['apiBase', 'Write an address like', 'locale', 'projcet', 'Did you mean "project"?']) await expect(main).toContainText(text);
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(asked.filter((url) => /dialer|\/api\//.test(url))).toEqual([]);
});

test('settings that can be lived with, and what the others do', async ({ page }) => {
  await page.goto('/auth/quiet/#/campaigns/cmp_8f3k2q');
  await expect(title(page)).toBeVisible();
  const notes = page.getByRole('status', { name: 'Settings with mistakes' });
  await expect(notes).toContainText('colour');
  await expect(notes).toContainText('links[1].url');
  await notes.getByRole('button', { name: 'Close' }).click();
  await expect(notes).toHaveCount(0);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Runbook' })).toHaveAttribute('href', 'https://wiki.example/runbook');
  await expect(navigation.getByRole('link', { name: /Trap|Call log|Triage/ })).toHaveCount(0);
  await expect(tile(page)).toContainText(/\d\.\d{3}/);
  const pause = page.getByRole('button', { name: /^Pause/ }).first();
  await expect(pause).toHaveAttribute('aria-disabled', 'true');
  await expect(pause).toHaveAccessibleDescription(/This console is read-only\./);
  await expect(page.getByRole('button', { name: /^Signed in/ })).toHaveCount(0);
  await page.goto('/auth/quiet/#/calls');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is hidden here');
});

test('the schema that is published beside the console takes good settings and no others', async ({ demo }) => {
  const read = async (path) => (await fetch(new URL(path, demo.address))).json();
  const fits = new Ajv({ strict: true }).compile(await read('config.schema.json'));
  const full = JSON.parse(readFileSync(new URL('config_full.json', import.meta.url), 'utf8'));
  const good = [full, await read('config.json')];
  for (const mode of [...Object.keys(MODES), 'host', 'proxy']) good.push(await read(`auth/${mode}/console/config.json`));
  for (const settings of good) expect(fits(settings), JSON.stringify(fits.errors)).toBe(true);
  for (const name of ['faulty', 'quiet']) expect(fits(await read(`auth/${name}/config.json`))).toBe(false);
});
