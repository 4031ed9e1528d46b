// What stands in the cells of a task and of a pool number.
import * as format from './format.js';
import { attributeOf, styleOf, textOf } from './rows.js';

const dashed = (cell, classes) => {
  const write = textOf(cell);
  const look = attributeOf(cell, 'class');
  return (value) => {
    write(value);
    look(value === '—' ? `${classes} dash` : `${classes} `);
  };
};

/** A status with its mark; `marks` has the tone and the picture of each. */
function statusOf(cell, marks) {
  const holder = cell.querySelector('.quiet-status');
  const label = textOf(holder.querySelector('.quiet-label'));
  const tone = attributeOf(holder, 'data-tone');
  let shown = null;
  return (status) => {
    if (status === shown) return;
    shown = status;
    const mark = marks.get(status);
    tone(mark?.tone ?? 'mute');
    if (mark) holder.querySelector('svg').replaceWith(mark.glyph.cloneNode(true));
    label(format.words(status));
  };
}

/** Finds the cells of a task's row once; returns what writes a task into them. */
export const task = (campaign, marks) => (row) => {
  const [head, phone, from, status, blocker, disposition, attempts, retries, duration, score, last, debug] = row.cells;
  const link = head.querySelector('a');
  const name = textOf(link);
  const href = attributeOf(link, 'href');
  const line = textOf(head.querySelector('.task-phone-line'));
  const lock = from.querySelector('.sticky-lock');
  const held = textOf(blocker.querySelector('.held'));
  const next = textOf(blocker.querySelector('.sub'));
  const debugLabel = attributeOf(debug.querySelector('button'), 'aria-label');
  const write = {
    phone: dashed(phone, ''),
    from: textOf(from),
    status: statusOf(status, marks),
    disposition: dashed(disposition, ''),
    attempts: dashed(attempts, 'num'),
    retries: dashed(retries, 'num'),
    duration: dashed(duration, 'num'),
    score: dashed(score, 'num'),
    last: dashed(last, 'num'),
  };
  let sticky = true;
  return (task) => {
    const said = task.contact?.name ?? task.phone;
    const number = format.phone(task.phone);
    const tries = `${task.attempts}/${task.max_attempts}`;
    name(said);
    href(`#/campaigns/${campaign}/tasks/${task.id}`);
    line(`${number}, attempts ${tries}`);
    write.phone(number);
    write.from(format.phone(task.from));
    if (sticky !== task.from_sticky) {
      sticky = task.from_sticky;
      if (sticky) from.append(lock);
      else lock.remove();
    }
    write.status(task.status);
    held(task.blocker === null ? '—' : (task.blocker_text ?? format.words(task.blocker)));
    next(task.next_eligible_at === null ? '' : format.time(task.next_eligible_at));
    write.disposition(format.text(task.disposition));
    write.attempts(tries);
    write.retries(format.count(task.system_retries));
    write.duration(format.span(task.talk_seconds));
    write.score(format.count(task.score));
    write.last(format.clock(task.last_attempted_at));
    debugLabel(`Debug ${said}`);
  };
};

/** The same for a number of the pool. */
export const number = (marks) => (row) => {
  const [head, provider, status, attempts, answered, rate, meter, weight, reputation, action] = row.cells;
  const button = action.querySelector('button');
  const fill = styleOf(meter.querySelector('.meter-fill'), 'inline-size');
  const write = {
    number: textOf(head),
    provider: dashed(provider, ''),
    status: statusOf(status, marks),
    attempts: dashed(attempts, 'num'),
    answered: dashed(answered, 'num'),
    rate: textOf(rate),
    weight: dashed(weight, 'num'),
    reputation: dashed(reputation, ''),
    label: attributeOf(button, 'aria-label'),
  };
  let removable = true;
  return (number) => {
    const said = format.phone(number.number);
    write.number(said);
    write.provider(format.text(number.provider));
    write.status(number.status);
    write.attempts(format.count(number.attempts));
    write.answered(format.count(number.answered));
    write.rate(format.rate(number.answer_rate));
    fill(`${(number.answer_rate * 100).toFixed(1)}%`);
    write.weight(format.weight(number.weight));
    write.reputation(format.text(number.reputation));
    const offered = marks.get(number.status)?.tone === 'bad';
    if (offered) write.label(`Remove ${said}…`);
    if (removable !== offered) {
      removable = offered;
      if (offered) action.append(button);
      else button.remove();
    }
  };
};
