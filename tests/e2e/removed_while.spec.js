// A console that is taken away while something of it is pending: that ends with it, and the other
// console of the page goes on.
import { expect, test } from './demo.js';
import { RUNNING, openPortal } from './embedded.js';

const AT_CAMPAIGN = { 'api-base': '/api', 'campaign-id': RUNNING.id };

/** Two consoles of a page: the one that goes, and the one that stays. */
async function openTwo(page, attributes) {
  await openPortal(page);
  await page.evaluate(
    (all) => {
      for (const [id, given] of Object.entries(all)) {
        const element = document.createElement('ringside-console');
        element.id = id;
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        document.querySelector('main').append(element);
      }
    },
    { goes: attributes, stays: { 'api-base': '/api', route: '/campaigns' } },
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
