// The campaign page as an operator knows it: by headings, labels and buttons.
import { PAUSED_BY_BREAKER, RECORDED, RUNNING } from './campaigns.js';
import { expect } from './demo.js';

export { PAUSED_BY_BREAKER, RECORDED, RUNNING };

/** The pieces of the console that come after the first figures are there. */
export async function partsAreThere(page) {
  await expect(page.locator('[data-part-waiting]')).toHaveCount(0);
}

/** Leaves for a page without figures: what is read next is of the next address, not of the last. */
export async function leave(page) {
  await page.goto('/#/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
}

export class LivePage {
  constructor(page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.verdict = page.getByRole('region', { name: /dialing/i });
    this.figures = page.getByRole('region', { name: /key figures/i });
    this.dispatch = page.getByRole('region', { name: 'Dispatch and queue health' });
    this.tasks = page.getByRole('region', { name: /^(Tasks|Campaign results)$/ });
    this.pool = page.getByRole('region', { name: 'Number pool health' });
    this.refresh = page.getByRole('button', { name: 'Refresh' });
    this.drawer = page.getByRole('dialog');
  }

  /** Opens a campaign by its address and waits until its figures are there. */
  async open(id, rest = '') {
    await this.page.goto(`/#/campaigns/${encodeURIComponent(id)}${rest}`);
    await expect(this.title).toBeVisible();
    await partsAreThere(this.page);
    return this;
  }

  async openRunning(rest = '') {
    await this.open(RUNNING, rest);
    await expect(this.title).toHaveText('Q4 policy renewals');
    return this;
  }

  /** The key figures as text, with the line below them, which comes with a later piece of the module. */
  async figuresText() {
    await expect(this.figures).toContainText('Answered attempts');
    return this.figures.textContent();
  }

  action(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A section of the page, by its heading. */
  section(name) {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The headings of the sections, from the top. */
  async headings() {
    return this.page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  }

  tile(label) {
    return this.figures.locator('.tile').filter({ has: this.page.getByText(label, { exact: true }) });
  }

  get rows() {
    return this.tasks.getByRole('table').getByRole('row').filter({ has: this.page.getByRole('cell') });
  }

  filter(name) {
    return this.page.getByRole('search', { name: 'Filter tasks' }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  row(contact) {
    return this.rows.filter({ hasText: contact });
  }

  get updated() {
    return this.page.getByText(/^Updated \d\d:\d\d:\d\d/);
  }

  get paused() {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: /^Campaign paused/i });
  }

  get stale() {
    return this.page.getByText(/Showing data from/);
  }

  /** Presses Refresh and waits until the answer has been drawn. */
  async refreshed() {
    const answer = this.page.waitForResponse((response) => response.url().includes('/snapshot'));
    await this.refresh.click();
    await answer;
    await expect(this.refresh).not.toHaveAttribute('aria-busy', 'true');
  }
}
