// The page of a campaign: made in one pass from its markup, then updated where something changed.
import { number, task } from './cells.js';
import { count } from './format.js';
import { Rows, styleOf, textOf } from './rows.js';
import { concluded, texts } from './texts.js';
import { Timeline } from './timeline.js';

const BARS = 120;
const markup = (id) => document.getElementById(id).content.firstElementChild;

/** Tone and picture of each status, as the page's own chips and badges show them. */
function marksIn(root) {
  const marks = new Map();
  for (const item of root.querySelectorAll('.chips > li')) {
    marks.set(item.title, { tone: item.firstElementChild.dataset.tone, glyph: item.querySelector('svg') });
  }
  for (const item of document.getElementById('marks').content.children) {
    marks.set(item.dataset.status, { tone: item.dataset.tone, glyph: item.querySelector('svg') });
  }
  return marks;
}

export class Page {
  constructor(snapshot, { refresh, turn, search }) {
    this.root = markup('page').cloneNode(true);
    const find = (selector) => this.root.querySelector(selector);
    const marks = marksIn(this.root);
    this.places = new Map();
    this.chips = [...this.root.querySelectorAll('.chips > li')].map((item) => [item.title, textOf(item.querySelector('.badge-count'))]);
    this.fills = [...this.root.querySelectorAll('.limit-fill')].map((fill) => styleOf(fill, 'inline-size'));
    this.uses = [...this.root.querySelectorAll('.limit-use')].map((use) => styleOf(use, 'inset-inline-start'));
    this.parts = [...this.root.querySelectorAll('.segment-part')].map((part) => styleOf(part, 'flex-grow'));
    this.tasks = new Rows(find('.task-table tbody'), markup('task'), (item) => item.id, task(snapshot.campaign.id, marks));
    this.numbers = new Rows(find('.number-table tbody'), markup('number'), (item) => item.id, number(marks));
    this.summary = textOf(find('.pager-summary'));
    this.total = textOf(find('[data-part=tasks] .card-sub'));
    this.picture = find('.chart-picture');
    if (!snapshot.timeline) find('[data-part=timeline]')?.remove();
    const [, next] = this.root.querySelectorAll('.pager-moves button');
    const [again] = this.root.querySelectorAll('.page-actions .button');
    again.addEventListener('click', refresh);
    next.addEventListener('click', () => turn(1));
    const field = find('.search-field input');
    field.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => search(field.value), 250);
    });
    this.paged = false;
    this.update(snapshot);
  }

  /** Draws what needs to know its size. */
  attached() {
    if (!this.latest.timeline) return;
    this.timeline = new Timeline(this.picture);
    this.timeline.draw(this.latest.timeline);
  }

  update(snapshot) {
    this.latest = snapshot;
    const said = concluded(snapshot);
    for (const [selector, values] of texts(snapshot, said)) this.write(selector, values);
    const { by_status: counts } = snapshot.counts;
    const blocked = new Map(snapshot.dispatch.blockers.map(({ code, count }) => [code, count]));
    for (const [key, write] of this.chips) write(count(counts[key] ?? blocked.get(key) ?? 0));
    said.limits.forEach(({ value }, at) => this.fills[at](`${Math.min(100, (value / BARS) * 100).toFixed(1)}%`));
    for (const write of this.uses) write(`${(snapshot.dispatch.calling_now / BARS) * 100}%`);
    const { completed, failed, active, pending } = said;
    [completed, failed, active, pending].forEach((part, at) => this.parts[at](String(Math.round((part / snapshot.counts.total) * 1000))));
    this.numbers.show(snapshot.numbers.items.slice(0, 200));
    if (!this.paged) this.drawTasks(snapshot.tasks);
    if (this.timeline) this.timeline.draw(snapshot.timeline);
  }

  /** Another page of tasks than the snapshot's own. */
  showTasks(page) {
    this.paged = true;
    this.drawTasks(page);
  }

  drawTasks({ items, page }) {
    this.tasks.show(items);
    this.total(`${count(page.total)} in total`);
    this.summary(`Showing ${count(items.length)} of ${count(page.total)} tasks.`);
  }

  write(selector, values) {
    if (!this.places.has(selector)) this.places.set(selector, Array.from(this.root.querySelectorAll(selector), textOf));
    const places = this.places.get(selector);
    values.forEach((value, at) => places[at]?.(value));
  }
}
