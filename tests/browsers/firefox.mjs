// Firefox, over WebDriver BiDi.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { SIZE } from './operator.mjs';

export const name = 'Firefox';

/** Opens the browser with one empty page. */
export async function launch() {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringside-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    env: { ...process.env, TZ: 'America/New_York' },
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.alwaysOpenPanel': false,
      'intl.accept_languages': 'en-US',
    },
  });
  const [page] = await browser.pages();
  await page.setViewport(SIZE);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  return {
    version: await browser.version(),
    faults,
    open: (url) => page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 }),
    run: (source, args) => page.evaluate(`(${source})(...${JSON.stringify(args)})`),
    click: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    picture: () => page.screenshot(),
    /** The text of the file that was saved under this name; null while there is none. */
    async saved(pattern) {
      const names = await readdir(folder);
      const named = names.find((each) => pattern.test(each) && !names.includes(`${each}.part`));
      return named ? readFile(path.join(folder, named), 'utf8') : null;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
