// What an operator does, and what happens around them. Each act is drawn with its weight and plays one step.
import { figures } from '../e2e/on_screen.js';
import { agrees } from './agreement.mjs';
import { FAILING } from './troubles.mjs';

const CAMPAIGNS = ['cmp_8f3k2q', 'cmp_2d71x', 'cmp_1a9ze', 'cmp_3zn4v', 'cmp_5kq0m', 'cmp_6wq8t', 'cmp_4nb7c', 'cmp_recorded'];
const RUNS = ['job_77ae0', 'job_2f10c', 'job_5c3d1', 'job_90b2e', 'job_e41f7', 'job_b8a03', 'job_c93f0'];
const TASKS = ['', '?status=exhausted&sort=contact', '?q=an&size=20', '?page=2', '?sort=attempts', '?status=pending&page=999'];
const LISTS = [
  '/campaigns', '/campaigns?status=running&sort=name', '/campaigns?size=5&page=2', '/campaigns?q=renewals',
  '/calls', '/calls?state=completed&sort=-duration', '/calls?sip_status=486&size=10', '/calls?q=nobody-has-this-name',
  '/records', '/records?job=job_77ae0&status=failed', '/records?sort=contact&page=3', '/jobs', '/jobs?status=failed',
  '/live', '/live', '/triage', '/this-api', '/nowhere/at/all',
];

/** An address of the console; some of them fail by themselves. */
function address(chance) {
  const kind = chance.of(FAILING);
  return chance.weighed([
    { weight: 8, path: chance.of(LISTS) },
    { weight: 8, path: `/campaigns/${chance.of(CAMPAIGNS)}${chance.of(TASKS)}` },
    { weight: 4, path: `/jobs/${chance.of(RUNS)}${chance.of(['', '?records.status=failed'])}` },
    { weight: 3, path: `/triage?${chance.of([`campaign=${chance.of(CAMPAIGNS)}`, `job=${chance.of(RUNS)}`])}` },
    { weight: 3, path: chance.of([`/campaigns/fault-${kind}`, `/campaigns/flaky-${kind}`, `/calls?campaign=flaky-${kind}`, `/jobs/fault-${kind}`, `/records/fault-${kind}`, '/campaigns/refuse-409']) },
  ]).path;
}

const RISKY = /print|sign out|reload|open contact|open the sign-in/i;

/** A control that can be pressed now, of what lies on top: runs in the page. */
function pressable({ risky, chance }) {
  const wrong = new RegExp(risky, 'i');
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
  const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(isShown).at(-1) ?? document.body;
  const all = top.querySelectorAll('button, a[href^="#"], summary, input[type=checkbox], input[type=radio], [role=menuitem], [role=option]');
  const names = (element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
  const free = [...all].filter((element) => isShown(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true' && !element.target && !wrong.test(names(element)));
  return free[Math.floor(chance * free.length)] ?? null;
}

async function press(soak, locator) {
  await locator.click({ timeout: 3000 });
}

/** One of what a locator finds and is shown; none where there is none. */
async function one(soak, locator) {
  const all = await locator.filter({ visible: true }).all();
  return all.length ? soak.chance.of(all) : null;
}

const goes = async (soak, path) => {
  await soak.page.evaluate((path) => { location.hash = path; }, `#${path}`);
  return path;
};

/** Goes somewhere; with nothing wrong any more, by a page without figures, so that no odd one is left. */
async function place({ soak }) {
  if (soak.troubles.areOver && soak.troubles.isOdd) {
    await goes(soak, '/nowhere');
    await soak.settled(2000);
    soak.troubles.isOdd = false;
  }
  return goes(soak, address(soak.chance));
}

async function anything({ soak }) {
  const found = await soak.page.evaluateHandle(pressable, { risky: RISKY.source, chance: soak.chance.next() });
  const element = found.asElement();
  if (!element) return 'nothing to press';
  try {
    const name = await element.evaluate((element) => (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40));
    soak.did = name;
    // The box itself lies below what is drawn for it.
    if (await element.evaluate((element) => element.matches('input'))) await element.press('Space', { timeout: 3000 });
    else await element.click({ timeout: 3000 });
    return name;
  } finally {
    // What is held here would be held there, too.
    await element.dispose();
  }
}

async function search({ soak, chance, page }) {
  const field = await one(soak, page.getByRole('main').getByRole('searchbox'));
  if (!field) return 'no search';
  const words = chance.of(['an', 'Dana', '312', 'cmp_', 'job_', 'renewals', 'nobody-has-this-name', '', '%', '~', 'مرحبا', '"<b>']);
  await field.fill(words, { timeout: 3000 });
  return words;
}

async function sort({ soak, page }) {
  const head = await one(soak, page.getByRole('main').getByRole('columnheader').getByRole('button'));
  if (head) await press(soak, head);
  return head ? 'a column' : 'no column';
}

async function turn({ soak, page }) {
  const button = await one(soak, page.getByRole('main').getByRole('button', { name: /^(Next|Previous)/, disabled: false }));
  if (button) await press(soak, button);
}

async function row({ soak, chance, page }) {
  const found = await one(soak, page.getByRole('main').locator('tbody tr'));
  if (!found) return 'no row';
  await found.focus({ timeout: 2000 });
  await page.keyboard.press('Enter');
  for (let moves = chance.whole(0, 3); moves > 0; moves -= 1) await page.keyboard.press(chance.of(['ArrowDown', 'ArrowUp', 'j', 'k', 'c']));
}

async function close({ soak, page, view }) {
  await page.keyboard.press('Escape');
  if (!view.dialogs.length) return 'nothing open';
  await soak.settled(1500);
  const now = await soak.look();
  if (!now.dialogs.length) soak.mustHaveFocus(now, view.dialogs.at(-1));
  return view.dialogs.at(-1);
}

const QUESTIONS = /^(Lower concurrency…|Narrow today's window…|Remove .+…|Cancel…|Stop…|Resume…|Restart…|Start a run…|Save this view…|Retry.*…|Keyboard|Clone…?)$/;

/** Asks something that asks back, and answers or leaves it. */
async function question({ soak, chance, page }) {
  const opener = await one(soak, page.getByRole('button', { name: QUESTIONS, disabled: false }));
  if (!opener) return 'no question';
  const name = await opener.textContent();
  await press(soak, opener);
  const dialog = page.getByRole('dialog').last();
  if (!(await dialog.isVisible())) return `${name}: none`;
  for (const field of await dialog.getByRole('spinbutton').all()) await field.fill(String(chance.whole(0, 60)), { timeout: 2000 });
  for (const field of await dialog.getByRole('textbox').all()) await field.fill(chance.of(['17:00', 'why not', '']), { timeout: 2000 });
  const answers = dialog.getByRole('button', { disabled: false });
  const answer = chance.next() < 0.5 ? await one(soak, answers) : null;
  if (answer) await press(soak, answer);
  else await page.keyboard.press('Escape');
  await soak.settled(2000);
  const now = await soak.look();
  if (!answer && !now.dialogs.length) soak.must(!now.isNowhereFocused, `the focus is lost after ${name}`);
  return name;
}

async function palette({ chance, page }) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(chance.of(['claims', 'ref', 'pau', 'go', '+1 312', 'job', 'zzz']));
  await page.keyboard.press(chance.of(['ArrowDown', 'ArrowUp', 'End']));
  await page.keyboard.press(chance.of(['Enter', 'Escape']));
}

async function setting({ soak, page }) {
  const found = await one(soak, page.getByRole('button', { name: /^(Theme|Rows): / }).or(page.getByRole('group', { name: 'Times in' }).locator('label')));
  if (found) await press(soak, found);
}

async function control({ soak, page }) {
  const found = await one(soak, page.getByRole('button', { name: /^(Pause|Resume|Start|Hold cards|Refresh all|Show them)$/, disabled: false }));
  if (!found) return 'no such button';
  const name = await found.textContent();
  await (soak.chance.next() < 0.3 ? found.dblclick({ timeout: 3000 }) : press(soak, found));
  return name;
}

/** Everything fails while a screen is read again: what it showed stays, and says why. */
async function keepsFigures({ soak, chance, page, view }) {
  if (!soak.troubles.areOver || soak.isOdd(view) || view.dialogs.length) return 'not now';
  await page.keyboard.press('r');
  if (!(await soak.settled(6000))) return 'busy';
  const before = await page.evaluate(figures);
  const kind = chance.of(FAILING);
  await soak.troubles.fail('/', 'fault', kind);
  await page.keyboard.press('r');
  await soak.settled(6000);
  const after = await page.evaluate(figures);
  const left = [...after];
  const lost = before.filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  soak.must(lost.length === 0, `a refresh that failed with ${kind} took ${lost.length} of ${before.length} figures: ${lost.slice(0, 5).join(' | ')}`);
  await soak.troubles.end();
  return `${kind}, ${before.length} figures`;
}

/** Nobody asks while nobody does anything, but for Live Ops and the sample of a retry. */
async function idle({ soak, view }) {
  if (/^#\/(live|triage)/.test(view.address) || !(await soak.settled(3000))) return 'not here';
  // What was typed is asked for after a pause.
  await soak.page.waitForTimeout(700);
  const before = soak.requests.total;
  await soak.page.waitForTimeout(1000);
  const asked = soak.requests.latest.slice(before - soak.requests.total || soak.requests.latest.length);
  soak.must(soak.requests.total === before, `asked by itself: ${asked.join(', ')}`);
  return 'quiet';
}

/** The session ends in the middle of everything, and goes on. */
async function signedOut({ soak, page }) {
  await soak.troubles.fail('/', 'fault', '401');
  await page.keyboard.press('r');
  const again = page.getByRole('dialog', { name: 'Sign in' }).getByRole('button', { name: 'I have signed in' });
  const isAsked = await again.waitFor({ timeout: 3000 }).then(() => true, () => false);
  await soak.troubles.end();
  if (!isAsked) return 'nothing asked';
  await press(soak, again);
  await again.waitFor({ state: 'hidden', timeout: 5000 });
  return 'signed in again';
}

async function pass({ soak, chance }) {
  const seconds = chance.of([1, 5, 30, 60, 300, 900, 3600]);
  await soak.troubles.pass(seconds);
  return `${seconds} s`;
}

const SIZES = [[1440, 900], [1440, 900], [1920, 1080], [900, 900], [390, 844], [320, 640]];

export const ACTS = [
  { name: 'go somewhere', weight: 14, play: place },
  { name: 'press anything', weight: 18, play: anything },
  { name: 'refresh', weight: 10, play: ({ page }) => page.keyboard.press('r') },
  { name: 'open a row', weight: 9, play: row },
  { name: 'close', weight: 8, play: close },
  { name: 'back or forward', weight: 6, play: ({ page, chance }) => page.evaluate((by) => history.go(by), chance.of([-1, -1, 1])) },
  { name: 'search', weight: 5, play: search },
  { name: 'sort', weight: 4, play: sort },
  { name: 'turn the page', weight: 4, play: turn },
  { name: 'answer a question', weight: 5, play: question },
  { name: 'pause, resume, hold', weight: 4, play: control },
  { name: 'the palette', weight: 3, play: palette },
  { name: 'a setting', weight: 3, play: setting },
  { name: 'scroll', weight: 3, play: ({ page, chance }) => page.mouse.wheel(0, chance.whole(-2000, 4000)) },
  { name: 'another window size', weight: 2, play: ({ page, chance }) => { const [width, height] = chance.of(SIZES); return page.setViewportSize({ width, height }); } },
  { name: 'a fault begins', weight: 5, play: ({ soak, chance }) => soak.troubles.begin(chance) },
  { name: 'faults end', weight: 7, play: ({ soak }) => soak.troubles.end() },
  { name: 'time passes', weight: 7, play: pass },
  { name: 'an incident', weight: 2, play: ({ soak, chance }) => soak.troubles.incident(chance) },
  { name: 'everything is put back', weight: 1, play: ({ soak }) => soak.troubles.reset() },
  { name: 'a failing refresh keeps the figures', weight: 5, play: keepsFigures },
  { name: 'agrees with the API', weight: 6, play: agrees },
  { name: 'idle', weight: 3, play: idle },
  { name: 'signed out', weight: 1, play: signedOut },
];
