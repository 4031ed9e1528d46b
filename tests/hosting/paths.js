// The same where addresses are paths, in a folder of the host.
import { expect, filesIn, test } from './deployment.js';

/** The tests of one server, with `"routes": "path"`. */
export function servesPaths() {
  test('opens deep addresses, goes on from there, and comes back', async ({ page, deployment }) => {
    await page.goto('campaigns/cmp_8f3k2q?size=25');
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Q4 policy renewals');
    await expect(page.getByRole('region', { name: /key figures/i })).toContainText('Answered attempts');
    await expect(page.locator('[data-part-waiting]')).toHaveCount(0);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.getByRole('link', { name: 'Campaigns' }).click();
    await expect(title).toHaveText('Campaigns');
    await expect(page).toHaveURL(new URL('campaigns', deployment.address).href);
    await page.goBack();
    await expect(title).toHaveText('Q4 policy renewals');
    await page.reload();
    await expect(title).toHaveText('Q4 policy renewals');
    await expect(page).toHaveURL(/\/tools\/console\/campaigns\/cmp_8f3k2q\?/);
  });

  test('opens the list at the folder itself, and passes an encoded ID on as one segment', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
    const asked = page.waitForRequest(/\/snapshot$/);
    await page.goto('campaigns/a%2Fb');
    expect(new URL((await asked).url()).pathname).toBe('/tools/console/api/campaigns/a%2Fb/snapshot');
  });

  test('still answers 404 for what is missing, and packed pages', async ({ deployment }) => {
    for (const name of ['style-0123456789abcdef.css', 'nothing', 'mappings/none.json']) {
      expect.soft((await deployment.ask(name, { accept: 'text/html' })).status, name).toBe(404);
    }
    const deep = await deployment.ask('campaigns/x', { 'accept-encoding': 'br' });
    expect(deep.status).toBe(200);
    expect(deep.headers['content-encoding']).toBe('br');
    expect(deep.headers['cache-control']).toBe('no-cache');
    expect(deep.headers['content-security-policy']).toContain("base-uri 'none'");
    const text = await deep.text();
    const named = filesIn(deployment.site).filter((file) => text.includes(`"/tools/console/${file}"`));
    expect(named.length).toBeGreaterThan(4);
    expect(text).not.toMatch(/(href|src|content)="(\.\/|config)/);
  });
}
