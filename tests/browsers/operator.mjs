// What an operator does at the page, by role and name, in any browser that can run a function in
// the page and press at a place. Everything is waited for, and nothing for a fixed time.

export const SIZE = { width: 1440, height: 900 };

const PATIENCE = 20_000;
const PAUSE = 40;

/** Where elements of a role are looked for. */
const ROLES = {
  alert: '[role=alert]',
  button: 'button, summary, [role=button]',
  cell: 'td',
  checkbox: 'input[type=checkbox]',
  dialog: 'dialog[open], [role=dialog]',
  heading: 'h1, h2, h3, [role=heading]',
  link: 'a[href]',
  listitem: 'li, [role=listitem]',
  menuitem: '[role=menuitem]',
  region: 'section, [role=region]',
  row: 'tbody tr',
  table: 'table',
  tooltip: '[role=tooltip]:popover-open',
  textbox: 'input:not([type]), input[type=text], input[type=search], textarea',
};

/** Runs in the page: what is there of this role and name, how much, and where the first can be pressed. */
function seek(selector, wanted, within, scroll) {
  const everything = (root) => [...root.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? [each, ...everything(each.shadowRoot)] : [each]));
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const named = (element) => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const root = element.getRootNode();
    if (ids.length) return ids.map((id) => text(root.getElementById(id) ?? document.createElement('i'))).join(' ');
    const label = element.getAttribute('aria-label') ?? element.labels?.[0];
    return typeof label === 'string' ? label : text(label ?? element);
  };
  const fits = (element, { role, name }) => element.matches(role) && (name === null || new RegExp(name).test(named(element)));
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const found = (roots, what) =>
    roots.flatMap((root) => everything(root)).filter((element) => fits(element, what) && shown(element));
  const places = within ? found([document], within) : [document];
  const all = found(places, { role: selector, name: wanted });
  const [first] = all;
  if (!first) return { count: 0 };
  if (scroll) first.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = first.getBoundingClientRect();
  const at = { x: left + width / 2, y: top + height / 2 };
  let hit = document.elementFromPoint(at.x, at.y);
  while (hit?.shadowRoot?.elementFromPoint(at.x, at.y) && hit.shadowRoot.elementFromPoint(at.x, at.y) !== hit) {
    hit = hit.shadowRoot.elementFromPoint(at.x, at.y);
  }
  return { count: all.length, at, free: first.contains(hit), text: text(first), texts: all.map(text), focused: first.getRootNode().activeElement === first, busy: first.getAttribute('aria-busy') };
}

/** What a name must fit; none fits any. */
const source = (name) => {
  if (name instanceof RegExp) return name.source;
  return name ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : null;
};

/** Asks until the answer is good. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { good, seen } = await ask();
    if (good) return seen;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(seen)?.slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Whoever sits in front of a browser. `within` narrows all looks to a place of the page. */
export class Operator {
  constructor(browser, within = null) {
    this.browser = browser;
    this.within = within;
  }

  /** The same person, looking at one place only. */
  in(role, name = null) {
    return new Operator(this.browser, { role: ROLES[role], name: source(name) });
  }

  look(role, name, scroll = false) {
    return this.browser.run(String(seek), [ROLES[role], source(name), this.within, scroll]);
  }

  /** Waits until it is there, with this in its text. */
  sees(role, name = null, content = /(?:)/) {
    return until(`sees the ${role} ${name} with ${content}`, async () => {
      const seen = await this.look(role, name);
      return { good: seen.count > 0 && content.test(seen.text), seen };
    });
  }

  /** Waits until this is written on the page. */
  reads(words) {
    return until(`reads ${words}`, async () => {
      const seen = await this.browser.run(String(() => document.body.innerText), []);
      return { good: words.test(seen), seen };
    });
  }

  /** Waits until it is gone. */
  misses(role, name = null) {
    return until(`does not see the ${role} ${name}`, async () => {
      const seen = await this.look(role, name);
      return { good: seen.count === 0, seen };
    });
  }

  /** Presses it, once nothing lies over it. */
  async press(role, name) {
    let before = null;
    const { at } = await until(`can press the ${role} ${name}`, async () => {
      const seen = await this.look(role, name, true);
      const rests = before && seen.at && before.x === seen.at.x && before.y === seen.at.y;
      before = seen.at ?? null;
      return { good: seen.free === true && rests, seen };
    });
    await this.browser.click(at);
  }

  async focuses(role, name) {
    return until(`has the focus on the ${role} ${name}`, async () => {
      const seen = await this.look(role, name);
      return { good: seen.focused === true, seen };
    });
  }

  /** Waits until a function that runs in the page returns something good. */
  finds(what, asked, ...args) {
    return until(what, async () => {
      const seen = await this.browser.run(String(asked), args);
      return { good: Boolean(seen), seen };
    });
  }

  address(pattern) {
    return until(`is at ${pattern}`, async () => {
      const seen = await this.browser.run(String(() => location.href), []);
      return { good: pattern.test(seen), seen };
    });
  }
}
