// A console that is taken away while something of it is pending: that ends with it, and the other
// console of the page goes on.
import { expect, test } from './demo.js';
import { RUNNING, counted, openPortal } from './embedded.js';

const AT_CAMPAIGN = { 'api-base': '/api', 'campaign-id': RUNNING.id };

/** Two consoles of a page: the one that goes, and the one that stays. */
async function openTwo(page, attributes, config = null) {
  await openPortal(page);
  await page.evaluate(
    ([all, config]) => {
      for (const [id, given] of Object.entries(all)) {
        const element = document.createElement('ringside-console');
        element.id = id;
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        if (id === 'goes') element.config = config;
        document.querySelector('main').append(element);
      }
    },
    [{ goes: attributes, stays: { 'api-base': '/api', route: '/campaigns' } }, config],
  );
  const [goes, stays] = ['#goes', '#stays'].map((at) => page.locator(at));
  for (const place of [goes, stays]) {
    await expect(place.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(place.locator('[data-part-waiting]')).toHaveCount(0);
  }
  return { goes, stays, remove: () => goes.evaluate((element) => element.remove()) };
}

/** It still does what is asked of it: a panic would have ended it. */
async function goesOn(stays) {
  await stays.getByRole('link', { name: RUNNING.name }).click();
  await expect(stays.getByRole('heading', { level: 1, name: RUNNING.name })).toBeVisible();
}

test('while the browser is still copying', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => new Promise((done) => (window.copied = done));
  });
  const { goes, stays, remove } = await openTwo(page, AT_CAMPAIGN);
  await goes.getByRole('button', { name: 'Copy campaign ID' }).click();
  await expect.poll(() => page.evaluate(() => typeof window.copied)).toBe('function');
  await remove();
  await page.evaluate(() => window.copied());
  await goesOn(stays);
});

test('while a list is being exported: the request ends, and no file is saved', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  const saved = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  const { goes, stays, remove } = await openTwo(page, { 'api-base': '/api', route: '/calls' });
  const exported = page.waitForRequest(/\/api\/calls\?.*size=200/);
  await goes.getByRole('button', { name: 'Export this view', exact: true }).click();
  await exported;
  await remove();
  await goesOn(stays);
  expect(saved).toEqual([]);
});

test('while the operator is asked where to save: nothing is left there', async ({ page }) => {
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(suggestedName, { create: true });
      await new Promise((picked) => (window.pick = picked));
      return handle;
    };
  });
  const { goes, stays, remove } = await openTwo(page, { 'api-base': '/api', route: '/calls' });
  await goes.getByRole('button', { name: 'Export this view', exact: true }).click();
  await expect.poll(() => page.evaluate(() => typeof window.pick)).toBe('function');
  await remove();
  await page.evaluate(() => window.pick());
  const files = () => page.evaluate(async () => Array.fromAsync((await navigator.storage.getDirectory()).keys()));
  await expect.poll(files).toEqual([]);
  await goesOn(stays);
});

test('while it waits to ask again, as the API said: it never does', async ({ page, demo }) => {
  await page.clock.install();
  await demo.control('fail?path=/live/calls&kind=fault-503');
  const asked = counted(page, /\/api\/live\//);
  const tries = () => asked.filter((url) => url.endsWith('/calls')).length;
  const { goes, stays, remove } = await openTwo(page, { 'api-base': '/api', route: '/live' });
  await expect(goes.getByText(/503/).first()).toBeVisible();
  const first = tries();
  await page.clock.runFor(25_000);
  expect(tries(), 'no sooner than the API said').toBe(first);
  await expect.poll(async () => {
    await page.clock.runFor(5_000);
    return tries();
  }, 'it asks again, and waits again').toBe(first + 1);
  await remove();
  const sent = asked.length;
  await page.clock.runFor(180_000);
  await goesOn(stays);
  expect(asked).toHaveLength(sent);
});

test('while it signs out: the answer changes nothing any more', async ({ page, demo }) => {
  const { auth } = await (await fetch(new URL('auth/login/console/config.json', demo.address))).json();
  auth.signOut = { method: 'POST', path: '/campaigns/fault-slow/pause' };
  const asked = counted(page, /\/auth\/login\/api\//);
  const { goes, stays, remove } = await openTwo(page, { 'api-base': '/auth/login/api', route: '/campaigns' }, { auth });
  await goes.getByRole('button', { name: 'Sign in' }).click();
  await goes.getByLabel('User name').fill('dana');
  await goes.getByLabel('Password').fill('open-sesame-7');
  await goes.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await expect(goes.getByRole('link', { name: RUNNING.name })).toBeVisible();
  await goes.getByRole('button', { name: /^Signed in/ }).click();
  const leaving = page.waitForRequest(/fault-slow\/pause$/);
  await goes.getByRole('menuitem', { name: /^Sign out/ }).click();
  const request = await leaving;
  await remove();
  await page.evaluate(() => (globalThis.isSamePage = true));
  const sent = asked.length;
  await request.response().catch(() => null);
  await goesOn(stays);
  expect(asked).toHaveLength(sent);
  expect(await page.evaluate(() => globalThis.isSamePage)).toBe(true);
});
