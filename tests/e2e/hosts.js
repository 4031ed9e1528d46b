// The example hosts of tests/hosts as a worker's world: the worker's demo is the API of the north,
// a second one, with another seed, that of the south.
import { serveHosts } from '../hosts/serve.mjs';
import { DIST, Demo, expect, test as base } from './demo.js';
import { ledger } from './ledger.js';

export const test = base.extend({
  hosts: [
    async ({ demo }, use) => {
      const south = await Demo.start('--seed', '11');
      const hosts = await serveHosts({ dist: DIST, north: demo.address, south: south.address });
      await use({ ...hosts, south });
      hosts.stop();
      south.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  origins: async ({ hosts }, use) => use([hosts.portal, hosts.assets, hosts.stranger]),

  /** A page that keeps books of what is left behind on it. */
  page: async ({ page, hosts }, use) => {
    await page.addInitScript(ledger);
    page.on('request', (request) => {
      if (request.method() !== 'GET' && request.url().includes('/south/')) hosts.south.touched = true;
    });
    await use(page);
    await hosts.south.restore();
  },
});

export { expect };

/** A console within a page, known by its selector: what is drawn lies in its shadow root. */
export class Embedded {
  constructor(page, selector = 'ringside-console') {
    this.element = page.locator(selector);
    this.title = this.element.getByRole('heading', { level: 1 });
    this.figures = this.element.getByRole('region', { name: /key figures/i });
    this.tasks = this.element.getByRole('region', { name: /^(Tasks|Campaign results)$/ });
    this.rows = this.tasks.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') });
    this.drawer = this.element.getByRole('dialog');
    this.waiting = this.element.locator('[data-part-waiting]');
  }

  /** Waits until the campaign's page and all its pieces are drawn. */
  async isAt(title) {
    await expect(this.title).toHaveText(title);
    await expect(this.waiting).toHaveCount(0);
  }

  row(name) {
    return this.element.getByRole('row').filter({ hasText: name });
  }
}
