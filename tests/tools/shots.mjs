// Screenshots of the main screens for review: widths x themes, full page, into look/.
//   node shots.mjs BASE [PATH...]     (PATH as in the address bar after the origin)
//   PICTURES=1                        also refreshes the pictures of the README and the docs
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { serveHosts } from '../hosts/serve.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const SCREENS = [
  '#/campaigns',
  '#/campaigns/cmp_8f3k2q',
  '#/campaigns/cmp_2d71x',
  '#/campaigns/cmp_recorded',
  '#/campaigns/fault-500',
];
const PICTURES = [
  { file: 'campaign.png', screen: '#/campaigns/cmp_8f3k2q', width: 1440, height: 1000, colorScheme: 'light' },
  { file: 'paused-dark.png', screen: '#/campaigns/cmp_2d71x', width: 1440, height: 1000, colorScheme: 'dark' },
  { file: 'phone.png', screen: '#/campaigns/cmp_8f3k2q', width: 390, height: 844, colorScheme: 'light' },
];
const EMBEDDED = { file: 'portal.png', screen: '/react/?at=/campaigns/cmp_8f3k2q', width: 1240, height: 900, colorScheme: 'light' };

const [base, ...asked] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'] });

async function shoot({ screen, width, height = 900, colorScheme, file, fullPage }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', timezoneId: 'America/New_York' });
  await page.goto(new URL(screen, base).href);
  await page.getByRole('main').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file, fullPage });
  await page.close();
  console.log(path.relative(ROOT, file));
}

const look = path.join(ROOT, 'look');
mkdirSync(look, { recursive: true });
for (const screen of asked.length ? asked : SCREENS) {
  const name = screen.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1440, 900, 390]) {
      await shoot({ screen, width, colorScheme, fullPage: true, file: path.join(look, `${name}-${width}-${colorScheme}.png`) });
    }
  }
}
if (process.env.PICTURES) {
  const pictures = path.join(ROOT, 'docs', 'pictures');
  mkdirSync(pictures, { recursive: true });
  const hosts = await serveHosts({ dist: process.env.RINGSIDE_DIST ?? path.join(ROOT, 'dist'), north: base, south: base });
  for (const picture of [...PICTURES, { ...EMBEDDED, screen: hosts.portal + EMBEDDED.screen }]) {
    await shoot({ ...picture, file: path.join(pictures, picture.file) });
  }
  hosts.stop();
}
await browser.close();
