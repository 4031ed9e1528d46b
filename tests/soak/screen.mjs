// What must hold of the console at every moment, whatever the API answers.
import { NEVER } from '../e2e/on_screen.js';

/** An age or a wait below zero. */
const BACKWARDS = /(?:^|\s)[−-]\d+ (?:s|min|h|d)\b(?: ago)?|in [−-]\d/;

const whole = (text) => Number(text.replaceAll(',', ''));

/** What is wrong of what a page must be. Texts that are hostile may hold any word, figures that are odd may be any. */
export function faultsOf(view, { isOdd, isHostile, isWaiting }) {
  const found = [];
  const must = (holds, words) => holds || found.push(words);
  must(!view.hasCrashed, 'the console stopped');
  must(view.mains === 1, `${view.mains} main regions`);
  must(isWaiting || view.titles.length === 1, `${view.titles.length} titles: ${view.titles.join(' | ')}`);
  must(isHostile || !NEVER.test(view.text), `a word of the program: ${around(view.text, NEVER)}`);
  must(isOdd || !BACKWARDS.test(view.text), `a time that runs backwards: ${around(view.text, BACKWARDS)}`);
  must(view.tooWide <= 0, `${view.tooWide} px wider than the window`);
  must(view.ids.length === 0, `ids that are there twice: ${view.ids.join(', ')}`);
  if (!isOdd) {
    for (const share of view.shares) {
      for (const [sentence, part, all] of share.matchAll(/(\d[\d,]*) of (\d[\d,]*)/g)) must(whole(part) <= whole(all), `more than there is: ${sentence}`);
      for (const [percent, value] of share.matchAll(/(?<![+▲▼−\d.,])(\d+)(?:\.\d+)?%/g)) must(Number(value) <= 100, `more than all: ${percent}`);
    }
    must(!/(?<![\d.,])0 of 0\b[^\n]{0,12}\d%/.test(view.text), `a rate of nothing: ${around(view.text, /0 of 0/)}`);
  }
  return found;
}

function around(text, pattern) {
  const at = text.search(pattern);
  return at < 0 ? '' : JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
}
