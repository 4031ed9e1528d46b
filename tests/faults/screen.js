// The screen that a cell of the matrix looks at: it is waited for and read inside the page, in one go.
import { NEVER, figures, seen } from '../e2e/on_screen.js';

/** A page is waited for as long as an expectation of the browser tests is. */
const PATIENCE = 6_000;

/** Runs in the page: whether the text on screen has one of two patterns, and nothing is waited for. */
function says({ has, lacks, rests }) {
  const places = [...document.querySelectorAll('[role=main], main, dialog[open], [role=dialog], [role=alert], section[aria-label=File]')];
  const text = places.filter((place) => place.checkVisibility()).map((place) => place.innerText).join('\n').replace(/\s+/g, ' ');
  const waits = !document.querySelector('h1') || document.querySelector('[data-part-waiting], .waiting, button[aria-busy=true]');
  return (!has || new RegExp(has, 'i').test(text)) && (!lacks || !new RegExp(lacks, 'i').test(text)) && (!rests || !waits);
}

const around = (text, at) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));

export class Screen {
  constructor(page, address) {
    Object.assign(this, { page, underWay: new Set(), keys: new Set() });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${address}api/`)) return;
      this.underWay.add(request);
      const key = request.headers()['idempotency-key'];
      if (key) this.keys.add(key);
    });
    const ended = (request) => this.underWay.delete(request);
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  /** From a page without figures: what is read next is of the next address, not of the last. */
  async open(at, { reload = false } = {}) {
    await this.page.evaluate(() => { location.hash = '#/nowhere'; });
    await this.until({ has: 'There is no such page' }, 'the page without figures');
    await this.page.evaluate((at) => { location.hash = at; }, `#${at}`);
    if (reload) await this.page.reload();
  }

  async until(wanted, what, timeout = PATIENCE) {
    const sources = Object.fromEntries(Object.entries(wanted).map(([name, pattern]) => [name, pattern?.source ?? pattern]));
    await this.page.waitForFunction(says, sources, { polling: 30, timeout }).catch(async () => {
      const { text } = await this.page.evaluate(seen);
      throw new Error(`${what} did not come; on screen: ${text.replace(/\s+/g, ' ').slice(0, 400)}`);
    });
  }

  /** Until every answer has come and been drawn. */
  async rested(what = 'rest', timeout = PATIENCE) {
    const late = Date.now() + timeout;
    do {
      await this.until({ rests: true }, what, timeout);
      await this.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
      if (!this.underWay.size) return;
    } while (Date.now() < late);
    throw new Error(`${what}: still asked for ${[...this.underWay].map((request) => request.url()).join(', ')}`);
  }

  /** Lets the page's clock pass, once what was asked is on its way. */
  async passes(ms) {
    for (let tries = 0; tries < 100 && !this.underWay.size; tries += 1) await this.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
    await this.page.clock.fastForward(ms);
  }

  figures() {
    return this.page.evaluate(figures);
  }

  /** What was on screen before is there now, wherever. */
  async keeps(before, what) {
    const left = await this.figures();
    const lost = before.filter((figure) => {
      const at = left.indexOf(figure);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    if (lost.length) throw new Error(`${what}: ${lost.length} of ${before.length} figures are gone: ${lost.slice(0, 5).join(' | ')}`);
  }

  /** What no answer may come to. */
  async stands({ rest, isHostile = false } = {}) {
    const view = await this.page.evaluate(seen);
    const must = (holds, words) => { if (!holds) throw new Error(words); };
    must(!view.hasCrashed, 'the console stopped');
    must(view.mains === 1 && view.titles.length === 1, `${view.mains} main regions, ${view.titles.length} titles`);
    must(view.places > 0, 'the navigation is gone');
    must(isHostile || !NEVER.test(view.text), `a word of the program: ${around(view.text, view.text.search(NEVER))}`);
    must(isHostile || !MARKUP.test(view.text), `markup: ${around(view.text, view.text.search(MARKUP))}`);
    must(view.tooWide <= 0, `${view.tooWide} px wider than the window`);
    must(!rest || rest.test(view.text), `the rest of the page is gone: ${rest}`);
  }

  /** Takes the way on that a failure offers, of what lies on top first; else the screen's own. */
  async goOn({ refresh }) {
    const again = { name: /^(Try again|Try now|Reload this section|I have signed in)/ };
    const onTop = this.page.getByRole('dialog').getByRole('button', again).filter({ visible: true });
    const anywhere = this.page.getByRole('button', again).filter({ visible: true });
    if (await onTop.count()) await onTop.last().click({ timeout: 3000 });
    else if (await anywhere.count()) await anywhere.first().click({ timeout: 3000 });
    else await refresh(this.page);
  }
}

const MARKUP = /<\/?[a-z]+[^<>\n]*>/i;
