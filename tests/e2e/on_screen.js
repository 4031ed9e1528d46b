// What can be seen of the console at one moment, read inside the page in one go.

/** Words of a program, not of a console. */
export const NEVER = /\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|\[object|panicked|unwrap\(\)/;

/** Runs in the page: what is not drawn because it has not been near the window yet is read all the same. */
export function drawOutOfSight() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important; }');
  document.adoptedStyleSheets.push(sheet);
}

/** Runs in the page. */
export function seen() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  // Charts wait to be drawn until they are scrolled to.
  const isInSight = (element) => { const { top, bottom } = element.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
  const shown = (selector, within = document) => [...within.querySelectorAll(selector)].filter(isShown);
  const main = document.querySelector('[role=main], main');
  const dialogs = shown('dialog[open], [role=dialog]');
  const place = [main, ...dialogs].filter(Boolean);
  const raw = place.flatMap((each) => shown('pre', each)).map((each) => each.innerText);
  const text = raw.reduce((text, part) => text.replace(part, ''), place.map((each) => each.innerText).join('\n'));
  const focused = document.activeElement;
  return {
    address: location.hash,
    mains: document.querySelectorAll('[role=main], main').length,
    titles: shown('h1').map((title) => title.textContent),
    places: shown('nav a').length,
    hasCrashed: Boolean(document.getElementById('ringside-crash')),
    text,
    // Shares of a whole; of a goal, a limit or a plan there may be more than all.
    shares: shown('[data-key=progress], td[data-col=progress]').map((each) => each.innerText),
    busy: [...shown('[aria-busy=true]').filter(isInSight), ...document.querySelectorAll('[data-part-waiting]')].map((each) => each.outerHTML.slice(0, 120)),
    dialogs: dialogs.map((dialog) => dialog.getAttribute('aria-label') ?? dialog.querySelector('h2')?.textContent ?? ''),
    isNowhereFocused: !focused || focused === document.body,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
  };
}

/** Figures that a failed refresh must keep, as they are read: runs in the page. */
export function figures() {
  const main = document.querySelector('[role=main], main');
  const cells = main.querySelectorAll('.tile-value, td, th[scope=row], dd');
  // How long something has taken so far goes on by itself.
  const still = [...cells].filter((cell) => cell.checkVisibility() && !cell.querySelector('[data-part=so-far]'));
  return still.map((cell) => cell.innerText.trim()).filter((text) => /\d/.test(text) && !/ ago|in \d|so far/.test(text));
}
