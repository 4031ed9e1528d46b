// Acts that prove something of the console, beside what must hold at every step.
import { figures } from '../e2e/on_screen.js';
import { putRight } from './putting_right.mjs';
import { one } from './reach.mjs';
import { FAILING } from './troubles.mjs';

/** What was typed is asked for after a pause. */
const TYPED_MS = 700;

/** Refreshes by the key, which a field would take for a letter. Whether anything was asked for. */
async function refreshed(soak) {
  const before = soak.requests.total;
  await soak.page.evaluate(() => document.activeElement?.matches('input, textarea, select') && document.activeElement.blur());
  await soak.page.keyboard.press('r');
  const isSettled = await soak.settled(6000);
  return isSettled && soak.requests.total > before;
}

/** The figures once they stand: rows out of sight are drawn when nothing else is to be done. */
async function standing(page) {
  let [before, now] = [null, await page.evaluate(figures)];
  for (let looks = 0; looks < 20 && before?.join() !== now.join(); looks += 1) {
    await page.waitForTimeout(300);
    [before, now] = [now, await page.evaluate(figures)];
  }
  return now;
}

/** Everything fails while a screen is read again: what it showed stays, and says why. */
export async function keepsFigures({ soak, chance, page }) {
  if (!(await putRight(soak))) return 'not here';
  await page.waitForTimeout(TYPED_MS);
  if (!(await refreshed(soak))) return 'nothing is asked here';
  const before = await standing(page);
  const kind = chance.of(FAILING);
  await soak.troubles.fail('/', 'fault', kind);
  soak.must(await refreshed(soak), `a refresh that is to fail with ${kind} did not end`);
  const left = await standing(page);
  const lost = before.filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  soak.must(lost.length === 0, `a refresh that failed with ${kind} took ${lost.length} of ${before.length} figures: ${lost.slice(0, 5).join(' | ')}`);
  await soak.troubles.end();
  soak.tally.proof('figures kept');
  return `${kind}, ${before.length} figures`;
}

/** Nobody asks while nobody does anything, but for Live Ops and the sample of a retry. */
export async function idle({ soak, view }) {
  if (/^#\/(live|triage)/.test(view.address) || !(await soak.settled(3000))) return 'not here';
  await soak.page.waitForTimeout(TYPED_MS);
  const before = soak.requests.total;
  await soak.page.waitForTimeout(1000);
  const asked = soak.requests.latest.slice(before - soak.requests.total || soak.requests.latest.length);
  soak.must(soak.requests.total === before, `asked by itself: ${asked.join(', ')}`);
  soak.tally.proof('quiet');
  return 'quiet';
}

/** Whether the question who is there comes to be on screen, or to be off it, in time. */
const isAsked = (page, state, timeout = 15_000) =>
  page.getByRole('dialog', { name: 'Sign in' }).waitFor({ state, timeout }).then(() => true, () => false);

/** The session ends in the middle of everything, and goes on. */
export async function signedOut({ soak, page }) {
  if (!(await putRight(soak))) return 'not here';
  if (!(await refreshed(soak))) return 'nothing is asked here';
  await soak.troubles.fail('/', 'fault', '401');
  await refreshed(soak);
  const hasCome = await isAsked(page, 'visible');
  soak.must(hasCome, 'the session ended, and nobody was asked to sign in');
  await soak.troubles.end();
  if (!hasCome) return 'nobody was asked';
  const again = await one(soak, page.getByRole('dialog', { name: 'Sign in' }).getByRole('button', { name: 'I have signed in' }));
  soak.must(again, 'nothing to answer that one has signed in');
  await again?.press();
  soak.must(await isAsked(page, 'hidden'), 'the question stays after the sign-in');
  await soak.settled(6000);
  soak.must(!/signed out|Sign in again/.test((await soak.look()).text), 'a part still asks for the sign-in');
  soak.tally.proof('signed in again');
  return 'signed in again';
}
