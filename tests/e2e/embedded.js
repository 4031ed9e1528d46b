// Somebody else's page with consoles on it: the demo's /portal/, which is empty unless its address
// says otherwise.
import { expect } from './demo.js';

export const ELEMENT = '/portal/console/embed/v1/ringside-console.js';
export const RUNNING = { id: 'cmp_8f3k2q', name: 'Q4 policy renewals' };

/** A console in a page, by its `ringside-console` or the document of its frame. */
export class Embedded {
  constructor(place) {
    this.place = place;
    this.title = place.getByRole('heading', { level: 1 });
    this.figures = place.getByRole('region', { name: /key figures/i });
    this.refresh = place.getByRole('button', { name: 'Refresh' });
  }

  /** Waits until a campaign and all pieces of its page are drawn. */
  async isAt(name) {
    await expect(this.title).toHaveText(name);
    await expect(this.place.locator('[data-part-waiting]')).toHaveCount(0);
  }
}

/** Opens the empty page with the element defined. */
export async function openPortal(page) {
  await page.goto('/portal/');
  await page.evaluate((address) => import(address), ELEMENT);
}

/** Puts a console on the page, with attributes, and notes its events. */
export async function addConsole(page, attributes) {
  await page.evaluate((given) => {
    const element = document.createElement('ringside-console');
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    element.told = [];
    for (const name of ['ready', 'navigate', 'select', 'action', 'error', 'auth-required']) {
      element.addEventListener(`ringside:${name}`, ({ detail }) => element.told.push({ name, ...detail }));
    }
    document.querySelector('main').append(element);
  }, attributes);
  return new Embedded(page.locator('ringside-console').last());
}

/** Does something to the console of the page. */
export const act = (page, work, given) => page.locator('ringside-console').evaluate(work, given);

/** Counts the requests whose address fits. */
export function counted(page, pattern) {
  const seen = [];
  page.on('request', (request) => {
    if (pattern.test(request.url())) seen.push(request.url());
  });
  return seen;
}
