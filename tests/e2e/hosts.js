// The example hosts of tests/hosts as a worker's world: the worker's demo is the API of the north,
// a second one, with another seed, that of the south.
import { serveHosts } from '../hosts/serve.mjs';
import { DIST, Demo, expect, test as base } from './demo.js';
import { Embedded as Inside } from './embedded.js';
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

/** A console in one of the hosts, by the selector of its element. */
export class Embedded extends Inside {
  constructor(page, selector = 'ringside-console') {
    super(page.locator(selector));
    this.element = this.place;
    this.tasks = this.element.getByRole('region', { name: /^(Tasks|Campaign results)$/ });
    this.rows = this.tasks.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') });
    this.drawer = this.element.getByRole('dialog');
  }

  row(name) {
    return this.element.getByRole('row').filter({ hasText: name });
  }
}
