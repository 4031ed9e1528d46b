// Reaching for controls as a hand does. What the page took away meanwhile is a miss; whatever else keeps a hand from
// a control that stands there is a failure. Controls are known by a mark and never by handles, which would keep alive
// what the page has let go of.

/** Longer than a machine with much else to do takes for one press. */
const PATIENCE = 12_000;
let marks = 0;

/** Runs in the page before anything else: remembers what was pressed last. */
export function rememberPress() {
  addEventListener('click', ({ target }) => { window.lastPressed = target.closest?.('[data-soak]')?.dataset.soak; }, { capture: true });
}

/** An act that came to nothing for a reason that an operator would see. */
export class Missed extends Error {}

/** Runs in the page: marks one of the elements, or each. */
function mark(elements, { first, chance }) {
  const chosen = chance === undefined ? elements : elements.slice(Math.floor(chance * elements.length)).slice(0, 1);
  return chosen.map((element, at) => {
    element.dataset.soak = first + at;
    return (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
  });
}

async function marked(soak, locator, chance) {
  const first = marks;
  const names = await locator.filter({ visible: true }).evaluateAll(mark, { first, chance });
  marks += names.length;
  return names.map((name, at) => new Control(soak, first + at, name));
}

/** One of what a locator finds and is shown; none where there is none. */
export const one = async (soak, locator) => (await marked(soak, locator, soak.chance.next()))[0] ?? null;

/** All that a locator finds and is shown. */
export const all = (soak, locator) => marked(soak, locator);

/** Runs in the page: marks a control that can be pressed now, of what lies on top. */
function markPressable({ wrong, chance, number }) {
  const isWrong = new RegExp(wrong, 'i');
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
  const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(isShown).at(-1) ?? document.body;
  const there = top.querySelectorAll('button, a[href^="#"], summary, input[type=checkbox], input[type=radio], [role=menuitem], [role=option]');
  const names = (element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
  const free = [...there].filter((element) => isShown(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true' && !element.target && !isWrong.test(names(element)));
  const found = free[Math.floor(chance * free.length)];
  if (!found) return null;
  found.dataset.soak = number;
  return { name: (found.getAttribute('aria-label') ?? found.textContent).trim().slice(0, 40), isBox: found.matches('input') };
}

/** Anything at all that can be pressed, but for what has one of the `wrong` words. */
export async function anyPressable(soak, wrong) {
  const number = marks;
  marks += 1;
  const found = await soak.page.evaluate(markPressable, { wrong: wrong.source, chance: soak.chance.next(), number });
  return found && new Control(soak, number, found.name, found.isBox);
}

/** Runs in the page: what keeps a hand from a control now, and whether an operator can see that. */
function whatHinders(number) {
  const seen = (words) => ({ isPlain: true, words });
  // With too much else to do, the browser tells late of a press that has come.
  if (window.lastPressed === String(number)) return seen('pressed late');
  const element = document.querySelector(`[data-soak="${number}"]`);
  if (!element) return seen('gone');
  if (!element.checkVisibility({ visibilityProperty: true })) return seen('hidden');
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (element.closest('[inert]') || (dialog && !dialog.contains(element))) return seen('inert');
  if (element.matches(':disabled, [aria-disabled=true]') || element.readOnly) return seen('disabled');
  const { left, top, width, height } = element.getBoundingClientRect();
  const on = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!on || element.contains(on)) return { isPlain: false, words: 'there, and cannot be reached' };
  const layer = on.closest('dialog, [role=dialog], [role=menu], [role=tooltip], [popover]:not(.toast), nav[data-open]');
  if (layer && !layer.contains(element)) return seen(`under a ${layer.getAttribute('role') ?? layer.localName}`);
  return { isPlain: false, words: `covered by ${on.outerHTML.slice(0, 120)}` };
}

/** A control by its mark. */
class Control {
  constructor(soak, number, name, isBox = false) {
    Object.assign(this, { soak, number, name, isBox });
    this.locator = soak.page.locator(`[data-soak="${number}"]`);
  }

  // The box itself lies below what is drawn for it.
  press() {
    return this.reach(() => (this.isBox ? this.locator.press('Space', { timeout: PATIENCE }) : this.locator.click({ timeout: PATIENCE })));
  }

  pressTwice() {
    return this.reach(() => this.locator.dblclick({ timeout: PATIENCE }));
  }

  fill(words) {
    return this.reach(() => this.locator.fill(words, { timeout: PATIENCE }));
  }

  focus() {
    return this.reach(() => this.locator.focus({ timeout: PATIENCE }));
  }

  async reach(act) {
    try {
      await act();
    } catch (error) {
      if (this.soak.page.isClosed()) throw error;
      const { isPlain, words } = await this.soak.page.evaluate(whatHinders, this.number);
      if (isPlain) throw new Missed(words);
      throw new Error(`“${this.name}” is ${words}: ${error.message.split('\n')[0]}`);
    }
  }
}
