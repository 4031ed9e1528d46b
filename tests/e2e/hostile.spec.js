// An API that means harm: /hostile/api sends an attack wherever the contract has a text, in IDs,
// codes and refusals, too. Whatever is opened, pressed or saved, nothing of it runs, leads
// elsewhere, turns the reading order, or is computed by a spreadsheet.
import { readFile } from 'node:fs/promises';
import { expect, test } from './demo.js';
import { PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';

const HOME = '/hostile/console/#';
/** What is behind every ID of this API, as it stands in an address. */
const TAIL = '%22%3E%3Cscript%3E';
const JOB = 'job_77ae0';

/** Characters that turn the reading order of what follows them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** How each attack of a text begins; none may come where markup is read. */
const MARKUP = /alert\(|onerror|onload|<script|<svg onload|HYPERLINK/i;
/** A cell that a spreadsheet would compute; numbers and E.164 phones are none. */
const FORMULA = /^(?:[=@\t\r\0]|[+-](?!\d+(?:\.\d+)?$))/;

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
  const attributes = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'ping'];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) said.push(`${element.tagName} has ${name}`);
      if (name === 'style' && element.closest('figure') === null && value === '') continue;
      if (!attributes.includes(name)) continue;
      const { protocol, origin, username } = new URL(value, document.baseURI);
      const isFollowed = ['http:', 'https:', 'mailto:'].includes(protocol) || (element.matches('img') && protocol === 'data:');
      if (!isFollowed || username) said.push(`${element.tagName} ${name}=${value}`);
      if (element.matches('a[target=_blank]') && origin !== location.origin && !element.relList.contains('noopener')) said.push(`opens with us as its opener: ${value}`);
    }
  }
  const strangers = document.querySelectorAll('main :is(script, iframe, object, embed, img:not([src^="data:"]), base, meta, form[action])');
  said.push(...[...strangers].map((each) => each.outerHTML.slice(0, 200)));
  if (window.__pwned || Object.prototype.state !== undefined || ({}).polluted) said.push('something ran');
  return { said, text: `${document.title}\n${document.documentElement.outerHTML}`, markup: window.__markup };
}

async function looked(page, what) {
  const { said, text, markup } = await page.evaluate(wrong);
  expect(said, what).toEqual([]);
  expect(TURNING.exec(text)?.[0], `${what}: turns the reading order`).toBeUndefined();
  expect(markup.filter((each) => MARKUP.test(each)), `${what}: read as markup`).toEqual([]);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(rememberMarkup);
  await page.addInitScript(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog of the browser: ${dialog.message()}`);
  });
});

/** An address of this API, read as the console reads it. */
async function read(page, path) {
  const answer = await page.request.get(`/hostile/api${path}`);
  expect(answer.ok(), path).toBe(true);
  return answer.json();
}

async function open(page, route) {
  await page.goto(`${HOME}${route}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await partsAreThere(page);
  await looked(page, route);
}

/** Presses whatever opens something, and looks at what it opens. */
async function openAll(page, route) {
  const drawer = page.getByRole('dialog');
  const place = (await drawer.count()) ? drawer : page.getByRole('main');
  const openers = place.locator('button:is([aria-haspopup], [aria-expanded=false], [popovertarget]), summary').or(place.locator('button').filter({ hasText: /…$|^Show|^Snapshots|^Raw/ }));
  const many = await openers.count();
  for (let at = 0; at < Math.min(many, 24); at += 1) {
    const opener = openers.nth(at);
    if (!(await opener.isVisible()) || (await opener.isDisabled()) || (await opener.getAttribute('aria-disabled')) === 'true') continue;
    await opener.click();
    await looked(page, `${route}, what opener ${at} opens`);
    await page.keyboard.press('Escape');
    // A menu closes before the dialog that it is in; a drawer that we came for stays.
    if (place !== drawer && (await drawer.count())) await page.keyboard.press('Escape');
    if (place === drawer && !(await drawer.count())) await page.goBack();
  }
}

/** Saves what a press saves; its name and text. */
async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,140}\.(?:csv|json|zip|md)$/);
  return { name, bytes: await readFile(await download.path()) };
}

/** The cells of a file as RFC 4180 has them. */
function cells(text) {
  const all = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === ',' || letter === '\n')) { all.push(cell.replace(/\r$/, '')); cell = ''; }
    else cell += letter;
  }
  return all;
}

function expectHarmless({ name, bytes }) {
  const text = bytes.toString('utf8');
  expect(cells(text).filter((cell) => FORMULA.test(cell)), `${name}: computed by a spreadsheet`).toEqual([]);
  expect(cells(text).filter((cell) => /^'[=+@-]/.test(cell)).length, `${name}: there was something to guard against`).toBeGreaterThan(0);
  expect(TURNING.exec(text)?.[0], name).toBeUndefined();
}

const SCREENS = {
  'the list': () => '/campaigns',
  'a running campaign': () => `/campaigns/${RUNNING}${TAIL}`,
  'a paused campaign': () => `/campaigns/${PAUSED_BY_BREAKER}${TAIL}`,
  'a draft': () => `/campaigns/cmp_3tr6b${TAIL}`,
  'a task': async (page) => `/campaigns/${RUNNING}${TAIL}/tasks/${encodeURIComponent((await read(page, `/campaigns/${RUNNING}/tasks?status=exhausted`)).items[0].id)}`,
  'the call log': () => '/calls',
  'Live Ops': () => '/live',
  'a run': () => `/jobs/${JOB}${TAIL}`,
  'a journey': async (page) => `/jobs/${JOB}${TAIL}/records/${encodeURIComponent((await read(page, `/records?job=${JOB}&status=failed`)).items[0].id)}/journey`,
  'a record': async (page) => `/records/${encodeURIComponent((await read(page, `/records?job=${JOB}&status=failed`)).items[0].id)}`,
  'triage of a campaign': () => `/triage?campaign=${PAUSED_BY_BREAKER}${TAIL}`,
  'triage of a job': () => `/triage?job=job_2f10c${TAIL}&symptom=duplicates`,
  'what the API provides': () => '/this-api',
  'a campaign that is not there': () => '/campaigns/none',
  'an API that fails': () => '/campaigns/fault-503',
};

for (const [screen, route] of Object.entries(SCREENS)) {
  test(`${screen}: nothing of it runs, with all that opens on it`, async ({ page }) => {
    test.setTimeout(60_000);
    const address = await route(page);
    await open(page, address);
    await openAll(page, address);
  });
}

test('what is saved is computed by no spreadsheet, and its name is a plain one', async ({ page }) => {
  test.setTimeout(60_000);
  const button = (name) => () => page.getByRole('button', { name, exact: true }).click();
  for (const route of ['/campaigns', `/calls?campaign=${RUNNING}${TAIL}&sip_status=486`, `/records?job=${JOB}${TAIL}&status=failed`]) {
    await open(page, route);
    expectHarmless(await saved(page, button('Export this view')));
  }
  await open(page, `/campaigns/${RUNNING}${TAIL}?status=exhausted`);
  expectHarmless(await saved(page, button('Export')));
  expectHarmless(await saved(page, button('Export the pool')));
  await open(page, `/triage?campaign=${PAUSED_BY_BREAKER}${TAIL}`);
  const { bytes } = await saved(page, button('Download .zip'));
  expect(TURNING.exec(bytes.toString('utf8'))?.[0]).toBeUndefined();
});

test('what is found, done and told is text', async ({ page }) => {
  await open(page, `/campaigns/${RUNNING}${TAIL}`);
  await page.getByRole('button', { name: /Campaign, contact, phone or any ID/ }).click();
  await page.getByRole('combobox').fill('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await looked(page, 'the palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible();
  await looked(page, 'what an action answers');
  await expect(page).toHaveTitle(/alert\(/);
});
