// What every server of the archive must do, whichever it is.
import { kindOf } from '../../public/hosts/parts/policy.mjs';
import { watch } from '../e2e/demo.js';
import { EMBEDDER, HSTS, OTHER_API, expect, filesIn, test } from './deployment.js';
import { startPortal } from './portal.js';

const TYPE = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml', txt: 'text/plain', ts: 'text/plain' };
const FOREVER = 'public, max-age=31536000, immutable';

/** The tests of one server, at addresses behind `#`. */
export function serves() {
  test('sends every file as what it is, packed, and to be kept as long as its name says', async ({ deployment }) => {
    const files = filesIn(deployment.site);
    const plain = files.filter((file) => !/\.(br|gz)$/.test(file));
    expect(plain.filter((file) => kindOf(file) === 'hashed').length).toBeGreaterThan(15);
    for (const file of plain) {
      const { status, headers } = await deployment.ask(file, { 'accept-encoding': 'gzip, deflate, br' });
      const isPage = file.endsWith('.html');
      expect.soft(status, file).toBe(200);
      expect.soft(headers['content-type'].split(';')[0], file).toBe(TYPE[file.split('.').at(-1)]);
      expect.soft(headers['cache-control'], file).toBe(kindOf(file) === 'hashed' ? FOREVER : 'no-cache');
      expect.soft(headers['content-encoding'], file).toBe(files.includes(`${file}.br`) ? 'br' : undefined);
      expect.soft(headers['access-control-allow-origin'], file).toBe(isPage ? undefined : '*');
      expect.soft(headers['x-content-type-options'], file).toBe('nosniff');
      expect.soft(headers['referrer-policy'], file).toBe('no-referrer');
      expect.soft(headers['strict-transport-security'], file).toBe(HSTS);
      if (files.includes(`${file}.br`)) expect.soft(headers.vary, file).toMatch(/accept-encoding/i);
    }
  });

  test('sends gzip where brotli is not known, and plain files to the rest', async ({ deployment }) => {
    const glue = filesIn(deployment.site).find((file) => /^module-.*\.js$/.test(file));
    const gzip = await deployment.ask(glue, { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await deployment.ask(glue, { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(await gzip.text()).toBe(await plain.text());
  });

  test('holds its pages to the policy, and lets only the named portal frame the page for it', async ({ deployment }) => {
    for (const name of ['', 'index.html']) {
      const { headers } = await deployment.ask(name);
      const policy = headers['content-security-policy'];
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; /);
      expect(policy).toContain(`; connect-src 'self' ${OTHER_API}; `);
      expect(policy).toContain("; base-uri 'none'; ");
      expect(policy).toMatch(/; frame-ancestors 'none'$/);
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    }
    const { headers } = await deployment.ask('embed.html');
    expect(headers['content-security-policy']).toMatch(new RegExp(`; frame-ancestors ${EMBEDDER}$`));
  });

  test('answers 404 for what is missing, and asks again for what may have changed', async ({ deployment }) => {
    for (const name of ['module-0123456789abcdef.js', 'mappings/none.json', 'nothing.html', 'campaigns/x']) {
      const { status, headers, text } = await deployment.ask(name, { accept: 'text/html' });
      expect.soft(status, name).toBe(404);
      expect.soft(headers['cache-control'], name).toBe('no-cache');
      expect.soft(headers['x-content-type-options'], name).toBe('nosniff');
      expect.soft(await text(), name).not.toContain('ringside-skeleton');
    }
    const { headers } = await deployment.ask('config.json');
    const again = await deployment.ask('config.json', { 'if-none-match': headers.etag });
    expect(again.status).toBe(304);
    const bare = await deployment.ask(deployment.address.slice(0, -1));
    expect(bare.status).toBe(301);
    expect(new URL(bare.headers.location, deployment.address).href).toBe(deployment.address);
  });

  test('passes what is asked of the API on as it was asked', async ({ deployment }) => {
    const { status, headers, text } = await deployment.ask('api/campaigns/a%2Fb%20c/snapshot?x=%2F', { 'if-none-match': '"x"' });
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(await text()).instance).toBe('/api/campaigns/a%2Fb%20c/snapshot?x=%2F');
  });

  test('opens the console at the address of a campaign', async ({ page }) => {
    await page.goto('#/campaigns/cmp_8f3k2q');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
    await expect(page.getByRole('region', { name: /key figures/i })).toContainText('Answered attempts');
    await expect(page.locator('[data-part-waiting]')).toHaveCount(0);
    await page.getByRole('region', { name: /^(Tasks|Campaign results)$/ }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('table').first()).toBeVisible();
  });

  test('gives the element to a page of another origin', async ({ context, demo, deployment }) => {
    const portal = await startPortal(deployment.address, demo.address);
    const page = await context.newPage();
    const faults = watch(page, { address: 'http://127.0.0.1:' }, []);
    await page.goto(portal.address);
    await expect(page.getByRole('heading', { name: 'Q4 policy renewals' })).toBeVisible();
    await expect(page.getByRole('region', { name: /key figures/i })).toContainText('Answered attempts');
    await expect(page.locator('[data-part-waiting]')).toHaveCount(0);
    expect(faults).toEqual([]);
    portal.stop();
  });
}
