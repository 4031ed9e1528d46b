// The screen that a cell of the matrix looks at: it is waited for and read inside the page, in one go.
import { NEVER, figures, seen } from '../e2e/on_screen.js';

/** Costs nothing where all is well; on a busy machine ten megabytes take their time. */
const PATIENCE = 60_000;

/** How often a clock is moved on before what it should bring is given up: a file may have begun anew meanwhile. */
const PASSES = 5;
const LOOK = 2_000;

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
    Object.assign(this, { page, api: `${address}api`, underWay: new Set(), keys: new Set(), failing: { covers: () => false, asked: new Set(), answered: 0 } });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${this.api}/`)) return;
      this.underWay.add(request);
      if (this.failing.covers(request)) this.failing.asked.add(request);
      const key = request.headers()['idempotency-key'];
      if (key) this.keys.add(key);
    });
    const ended = (request) => {
      this.underWay.delete(request);
      if (this.failing.asked.has(request)) this.failing.answered += 1;
    };
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  /** From a page without figures: what is read next is of the next address, not of the last. */
  async open(at, { reload = false } = {}) {
    await this.page.evaluate(() => { location.hash = '#/nowhere'; });
    await this.until({ has: NOWHERE }, 'the page without figures');
    await this.page.evaluate((at) => { location.hash = at; }, `#${at}`);
    if (reload) await this.page.reload();
    await this.until({ lacks: NOWHERE }, 'the page with figures');
  }

  /** From now on it is followed how often what fails is asked for. */
  fails({ path, isAction, spares = [] }) {
    const below = (address, path) => address === path || address.startsWith(`${path}/`);
    const covers = (request) => {
      const address = decodeURIComponent(request.url().slice(this.api.length)).split('?')[0];
      const isSpared = spares.some(([spared]) => below(address, spared));
      return below(address, path) && !isSpared && (request.method() !== 'GET') === isAction;
    };
    this.failing = { covers, asked: new Set(), answered: 0 };
  }

  /** Until what fails was asked for. */
  async asked() {
    await this.holds(() => this.failing.asked.size > 0, 'what fails was never asked for');
  }

  /** Until what fails is all that is still waited for. */
  async awaitsOnlyIt() {
    await this.holds(() => this.failing.asked.size > 0 && [...this.underWay].every(this.failing.covers), 'more is waited for than what fails');
  }

  /** Until what fails was asked for and has answered. */
  async answered() {
    await this.holds(() => this.failing.answered > 0, 'no answer came of what fails');
  }

  async holds(isSo, otherwise, timeout = PATIENCE) {
    const late = Date.now() + timeout;
    while (!isSo()) {
      if (Date.now() > late) throw new Error(`${otherwise}; under way: ${[...this.underWay].map((request) => request.url()).join(', ') || 'nothing'}`);
      await this.frame();
    }
  }

  /** Runs in the page; in the next one where it is just being loaded anew. */
  async inPage(run) {
    return this.page.evaluate(run).catch(async (error) => {
      if (!/context was destroyed/.test(error.message)) throw error;
      await this.page.waitForLoadState();
      return this.page.evaluate(run);
    });
  }

  /** A frame of the page, drawn. */
  frame() {
    return this.inPage(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
  }

  async until(wanted, what, timeout = PATIENCE) {
    const sources = Object.fromEntries(Object.entries(wanted).map(([name, pattern]) => [name, pattern?.source ?? pattern]));
    await this.page.waitForFunction(says, sources, { polling: 30, timeout }).catch(async () => {
      const { text } = await this.inPage(seen);
      throw new Error(`${what} did not come; on screen: ${text.replace(/\s+/g, ' ').slice(0, 400)}`);
    });
  }

  /** Until every answer has come and been drawn. */
  async rested(what = 'rest', timeout = PATIENCE) {
    const late = Date.now() + timeout;
    do {
      await this.until({ rests: true }, what, timeout);
      await this.frame();
      if (!this.underWay.size) return;
    } while (Date.now() < late);
    throw new Error(`${what}: still asked for ${[...this.underWay].map((request) => request.url()).join(', ')}`);
  }

  /** Lets the page's clock pass, once; whatever else was asked for would be given up, too. */
  async passes(ms) {
    await this.awaitsOnlyIt();
    await this.page.clock.fastForward(ms);
  }

  /** Lets the page's clock pass until something is said. */
  async outlasts(ms, wanted, what) {
    for (let pass = 1; pass < PASSES; pass += 1) {
      await this.passes(ms);
      const isThere = await this.until(wanted, what, LOOK).then(() => true, () => false);
      if (isThere) return;
    }
    await this.passes(ms);
    await this.until(wanted, what);
  }

  /** What was asked for meanwhile, by a page that asks by itself, is given up: nothing comes of it any more. */
  async givesUp(ms) {
    if ([...this.underWay].some(this.failing.covers)) await this.page.clock.fastForward(ms);
  }

  figures() {
    return this.inPage(figures);
  }

  /** What was on screen before is there now, wherever. */
  async keeps(before, what) {
    const lost = await this.lost(before);
    if (lost.length) throw new Error(`${what}: ${lost.length} of ${before.length} figures are gone: ${lost.slice(0, 5).join(' | ')}`);
  }

  /** What was on screen before comes to be there again. */
  async regains(before, what) {
    const late = Date.now() + PATIENCE;
    while (Date.now() < late && (await this.lost(before)).length) await this.rested(what);
    await this.keeps(before, what);
  }

  async lost(before) {
    const left = await this.figures();
    return before.filter((figure) => {
      const at = left.indexOf(figure);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  }

  /** What no answer may come to. */
  async stands({ rest, isHostile = false } = {}) {
    const view = await this.inPage(seen);
    const must = (holds, words) => { if (!holds) throw new Error(words); };
    must(!view.hasCrashed, 'the console stopped');
    must(view.mains === 1 && view.titles.length === 1, `${view.mains} main regions, ${view.titles.length} titles`);
    must(view.places > 0, 'the navigation is gone');
    must(isHostile || !NEVER.test(view.text), `a word of the program: ${around(view.text, view.text.search(NEVER))}`);
    must(isHostile || !MARKUP.test(view.text), `markup: ${around(view.text, view.text.search(MARKUP))}`);
    const scripts = await this.page.evaluate(() => [...document.links].map(({ protocol }) => protocol).filter((protocol) => /script|data|blob/.test(protocol)));
    must(!scripts.length, `links that run something: ${scripts.join(', ')}`);
    must(view.tooWide <= 0, `${view.tooWide} px wider than the window`);
    must(!rest || rest.test(view.text), `the rest of the page is gone: ${rest}`);
  }

  /** Takes the way on that a failure offers, of what lies on top first; else the screen's own. */
  async goOn({ refresh }, kind) {
    const again = { name: /^(Try again|Try now|Reload this section)/ };
    const signIn = this.page.getByRole('dialog', { name: 'Sign in' });
    // The panel is fetched when it is needed first, and lies over everything else.
    if (kind === '401') {
      // What asks by itself may have been answered meanwhile, which takes the question away.
      return signIn.getByRole('button', { name: 'I have signed in' }).click({ timeout: 15_000 }).catch(async (error) => {
        if (await signIn.isVisible()) throw error;
      });
    }
    const onTop = this.page.getByRole('dialog').getByRole('button', again).filter({ visible: true });
    const anywhere = this.page.getByRole('button', again).filter({ visible: true });
    // What asks by itself may have healed by itself, and taken its button away.
    for (const late = Date.now() + PATIENCE; Date.now() < late;) {
      const way = (await onTop.count()) ? onTop.last() : anywhere.first();
      if (!(await way.count())) return refresh?.(this.page);
      const isPressed = await way.click({ timeout: LOOK }).then(() => true, () => false);
      if (isPressed) return undefined;
    }
    throw new Error('no way on could be pressed');
  }
}

const NOWHERE = 'There is no such page';
const MARKUP = /<\/?[a-z]+[^<>\n]*>/i;
