// An API that means harm, /hostile/api, which sends an attack wherever the contract has a text; and how
// a page is looked over for any of them that came to more than text, in shadow roots, too.
import { expect } from './demo.js';
import { PAUSED_BY_BREAKER, RUNNING } from './live_page.js';

/** What is behind every ID of this API, as it stands in an address. */
export const TAIL = '%22%3E%3Cscript%3E';
export const JOB = 'job_77ae0';

/** Characters that turn the reading order of what follows them. */
export const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** How each attack of a text begins; none may come where markup is read. */
const MARKUP = /alert\(|onerror|onload|<script|<svg onload|HYPERLINK/i;

/** Remembers all that is ever read as markup. */
function rememberMarkup() {
  window.__markup = [];
  const tap = (owner, name) => {
    const known = Object.getOwnPropertyDescriptor(owner, name);
    const setter = known.set;
    const wrapped = setter
      ? { ...known, set(text) { window.__markup.push(String(text)); setter.call(this, text); } }
      : { ...known, value(...parts) { window.__markup.push(parts.map(String).join(' ')); return known.value.apply(this, parts); } };
    Object.defineProperty(owner, name, wrapped);
  };
  for (const name of ['innerHTML', 'outerHTML', 'insertAdjacentHTML']) tap(Element.prototype, name);
  for (const name of ['write', 'writeln']) tap(Document.prototype, name);
  tap(DOMParser.prototype, 'parseFromString');
  tap(Range.prototype, 'createContextualFragment');
  tap(ShadowRoot.prototype, 'innerHTML');
}

/** What is wrong with what is on screen. */
function wrong() {
  const said = [];
  const roots = [document];
  for (const root of roots) roots.push(...[...root.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean));
  const attributes = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'ping'];
  for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) said.push(`${element.tagName} has ${name}`);
      if (!attributes.includes(name)) continue;
      const { protocol, origin, username } = new URL(value, document.baseURI);
      const isFollowed = ['http:', 'https:', 'mailto:'].includes(protocol) || (element.matches('img, link[rel=icon]') && protocol === 'data:');
      if (!isFollowed || username) said.push(`${element.tagName} ${name}=${value}`);
      if (element.matches('a[target=_blank]') && origin !== location.origin && !element.relList.contains('noopener')) said.push(`opens with us as its opener: ${value}`);
    }
  }
  const foreign = ':is(script, iframe, object, embed, img:not([src^="data:"]), base, meta, form[action])';
  const strangers = roots.flatMap((root) => [...root.querySelectorAll(root === document ? `main ${foreign}` : foreign)]);
  said.push(...strangers.map((each) => each.outerHTML.slice(0, 200)));
  if (window.__pwned || Object.prototype.state !== undefined || ({}).polluted) said.push('something ran');
  const text = [document.title, ...roots.map((root) => (root.documentElement ?? root).outerHTML ?? root.innerHTML)].join('\n');
  return { said, text, markup: window.__markup };
}

/** What is wrong in a page or frame. */
export const wrongIn = async (frame) => (await frame.evaluate(wrong)).said;

/** Expects that nothing is wrong in a page or frame. */
export async function looked(frame, what) {
  const { said, text, markup } = await frame.evaluate(wrong);
  expect(said, what).toEqual([]);
  expect(TURNING.exec(text)?.[0], `${what}: turns the reading order`).toBeUndefined();
  expect(markup.filter((each) => MARKUP.test(each)), `${what}: read as markup`).toEqual([]);
}

/** Lets a test fail on what runs, and on any dialog of the browser. */
export async function guard(page) {
  await page.addInitScript(rememberMarkup);
  await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog of the browser: ${dialog.message()}`);
  });
}

/** An address of this API, read as the console reads it. */
async function read(demo, path) {
  const answer = await fetch(new URL(`hostile/api${path}`, demo.address));
  expect(answer.ok, path).toBe(true);
  return answer.json();
}

/**
 * Presses whatever opens something, and looks at what it opens. `frame` is looked at, `area` is where
 * the screen is, `reopen` comes back to a drawer that has closed.
 */
export async function openAll(page, { frame = page, area, route, reopen }) {
  const drawer = frame.getByRole('dialog');
  const place = (await drawer.count()) ? drawer : area;
  const openers = place.locator('button:is([aria-haspopup], [aria-expanded=false], [popovertarget]), summary').or(place.locator('button').filter({ hasText: /…$|^Show|^Snapshots|^Raw/ }));
  const many = await openers.count();
  for (let at = 0; at < Math.min(many, 24); at += 1) {
    const opener = openers.nth(at);
    if (!(await opener.isVisible()) || (await opener.isDisabled()) || (await opener.getAttribute('aria-disabled')) === 'true') continue;
    await opener.click();
    await looked(frame, `${route}, what opener ${at} opens`);
    await page.keyboard.press('Escape');
    // A menu closes before the dialog that it is in; a drawer that we came for stays.
    if (place !== drawer && (await drawer.count())) await page.keyboard.press('Escape');
    if (place === drawer && !(await drawer.count())) await reopen();
  }
}

/** The route of each screen. */
export const SCREENS = {
  'the list': () => '/campaigns',
  'a running campaign': () => `/campaigns/${RUNNING}${TAIL}`,
  'a paused campaign': () => `/campaigns/${PAUSED_BY_BREAKER}${TAIL}`,
  'a draft': () => `/campaigns/cmp_3tr6b${TAIL}`,
  'a task': async (demo) => `/campaigns/${RUNNING}${TAIL}/tasks/${encodeURIComponent((await read(demo, `/campaigns/${RUNNING}/tasks?status=exhausted`)).items[0].id)}`,
  'the call log': () => '/calls',
  'Live Ops': () => '/live',
  'a run': () => `/jobs/${JOB}${TAIL}`,
  'a journey': async (demo) => `/jobs/${JOB}${TAIL}/records/${encodeURIComponent((await read(demo, `/records?job=${JOB}&status=failed`)).items[0].id)}/journey`,
  'a record': async (demo) => `/records/${encodeURIComponent((await read(demo, `/records?job=${JOB}&status=failed`)).items[0].id)}`,
  'triage of a campaign': () => `/triage?campaign=${PAUSED_BY_BREAKER}${TAIL}`,
  'triage of a job': () => `/triage?job=job_2f10c${TAIL}&symptom=duplicates`,
  'what the API provides': () => '/this-api',
  'a campaign that is not there': () => '/campaigns/none',
  'an API that fails': () => '/campaigns/fault-503',
};
