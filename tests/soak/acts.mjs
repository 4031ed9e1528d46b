// What an operator does, and what happens around them. Each act is drawn with its weight and plays one step.
import { address } from './addresses.mjs';
import { agrees } from './agreement.mjs';
import { idle, keepsFigures, signedOut } from './proofs.mjs';
import { forget, goes } from './putting_right.mjs';
import { all, anyPressable, one } from './reach.mjs';

/** What leaves the page; and what only the keyboard comes by. */
const NOT_PRESSED = /print|sign out|reload|open contact|open the sign-in|skip to content/i;

/** Goes somewhere; with nothing wrong any more, by a page without figures. */
async function place({ soak }) {
  if (soak.troubles.areOver && soak.troubles.isOdd) await forget(soak);
  return goes(soak, address(soak.chance));
}

async function anything({ soak }) {
  const found = await anyPressable(soak, NOT_PRESSED);
  if (!found) return 'nothing to press';
  soak.did = found.name;
  await found.press();
  return found.name;
}

async function search({ soak, chance, page }) {
  const field = await one(soak, page.getByRole('main').getByRole('searchbox', { disabled: false }));
  if (!field) return 'no search';
  const words = chance.of(['an', 'Dana', '312', 'cmp_', 'job_', 'renewals', 'nobody-has-this-name', '', '%', '~', 'مرحبا', '"<b>']);
  await field.fill(words);
  return words;
}

async function sort({ soak, page }) {
  const head = await one(soak, page.getByRole('main').getByRole('columnheader').getByRole('button', { disabled: false }));
  await head?.press();
  return head?.name ?? 'no column';
}

async function turn({ soak, page }) {
  const button = await one(soak, page.getByRole('main').getByRole('button', { name: /^(Next|Previous)/, disabled: false }));
  await button?.press();
  return button?.name ?? 'no other page';
}

async function row({ soak, chance, page }) {
  const found = await one(soak, page.getByRole('main').locator('tbody tr'));
  if (!found) return 'no row';
  await found.focus();
  await page.keyboard.press('Enter');
  for (let moves = chance.whole(0, 3); moves > 0; moves -= 1) await page.keyboard.press(chance.of(['ArrowDown', 'ArrowUp', 'j', 'k', 'c']));
  return found.name;
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
  await opener.press();
  await soak.settled(2000);
  const dialog = page.getByRole('dialog').last();
  if (!(await dialog.isVisible())) return `${opener.name}: none`;
  for (const field of await all(soak, dialog.getByRole('spinbutton', { disabled: false }))) await field.fill(String(chance.whole(0, 60)));
  for (const field of await all(soak, dialog.getByRole('textbox', { disabled: false }))) await field.fill(chance.of(['17:00', 'why not', '']));
  const answer = chance.next() < 0.5 ? await one(soak, dialog.getByRole('button', { disabled: false })) : null;
  if (answer) await answer.press();
  else await page.keyboard.press('Escape');
  await soak.settled(2000);
  const now = await soak.look();
  if (!answer && !now.dialogs.length) soak.must(!now.isNowhereFocused, `the focus is lost after ${opener.name}`);
  return `${opener.name}: ${answer?.name ?? 'left'}`;
}

async function palette({ chance, page }) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(chance.of(['claims', 'ref', 'pau', 'go', '+1 312', 'job', 'zzz']));
  await page.keyboard.press(chance.of(['ArrowDown', 'ArrowUp', 'End']));
  await page.keyboard.press(chance.of(['Enter', 'Escape']));
}

async function setting({ soak, page }) {
  const found = await one(soak, page.getByRole('button', { name: /^(Theme|Rows): / }).or(page.getByRole('group', { name: 'Times in' }).locator('label')));
  await found?.press();
  return found?.name ?? 'no setting';
}

async function control({ soak, page }) {
  const found = await one(soak, page.getByRole('button', { name: /^(Pause|Resume|Start|Hold cards|Refresh all|Show them)$/, disabled: false }));
  if (!found) return 'no such button';
  await (soak.chance.next() < 0.3 ? found.pressTwice() : found.press());
  return found.name;
}

async function pass({ soak, chance }) {
  const seconds = chance.of([1, 5, 30, 60, 300, 900, 3600]);
  await soak.troubles.pass(seconds);
  return `${seconds} s`;
}

const SIZES = [[1440, 900], [1440, 900], [1920, 1080], [900, 900], [390, 844], [320, 640]];

async function resize({ page, chance }) {
  const [width, height] = chance.of(SIZES);
  await page.setViewportSize({ width, height });
  return `${width} × ${height}`;
}

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
  { name: 'another window size', weight: 2, play: resize },
  { name: 'a fault begins', weight: 9, play: ({ soak, chance }) => soak.troubles.begin(chance) },
  { name: 'faults end', weight: 7, play: ({ soak }) => soak.troubles.end() },
  { name: 'time passes', weight: 7, play: pass },
  { name: 'an incident', weight: 2, play: ({ soak, chance }) => soak.troubles.incident(chance) },
  { name: 'everything is put back', weight: 1, play: ({ soak }) => soak.troubles.reset() },
  { name: 'a failing refresh keeps the figures', weight: 5, play: keepsFigures },
  { name: 'agrees with the API', weight: 6, play: agrees },
  { name: 'idle', weight: 3, play: idle },
  { name: 'signed out', weight: 2, play: signedOut },
];
