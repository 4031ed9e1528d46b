// The campaign that both pages draw: an answer of the demo API, brought to the size that is measured
// and altered by rule, so that every run sees the same figures.

export const CAMPAIGN = 'cmp_bench';
const BUCKETS = 96;

// What the reference page does not draw is not in the answer either.
const DRAWN = ['actions', 'attempts', 'campaign', 'captured_at', 'counts', 'dispatch', 'numbers', 'tasks', 'timeline'];

const PROVIDERS = ['Twilio', 'Telnyx', 'Bandwidth'];
const LISTS = ['clear on 3 lists', 'clear on 2 lists', 'listed once', 'not checked'];

const pick = (list, at) => list[at % list.length];
const later = (text, seconds) => new Date(Date.parse(text) + seconds * 1000).toISOString();

/** The snapshot, with as many pool numbers as asked for; `withTimeline: false` leaves the picture out. */
export function snapshot(source, { numbers = 200, withTimeline = true } = {}) {
  const made = Object.fromEntries(DRAWN.map((key) => [key, structuredClone(source[key])]));
  made.campaign.id = CAMPAIGN;
  made.campaign.name = 'Measured campaign';
  for (const kind of ['capacity_debug', 'hints', 'forecast']) delete made.dispatch[kind];
  made.numbers.items = Array.from({ length: numbers }, (_, at) => number(at));
  made.numbers.page = { ...made.numbers.page, size: numbers, total: numbers };
  if (withTimeline) made.timeline = timeline(made);
  else delete made.timeline;
  return made;
}

function number(at) {
  const finished = 200 + ((at * 37) % 700);
  const answered = Math.floor(finished * (0.2 + ((at * 13) % 40) / 100));
  return {
    id: `num_${String(at + 1).padStart(5, '0')}`,
    number: `+1${3_125_550_000 + at}`,
    provider: pick(PROVIDERS, at),
    status: at % 25 === 24 ? 'spam_flagged' : 'in_rotation',
    flagged_at: at % 25 === 24 ? '2026-11-12T13:05:00-06:00' : null,
    attempts: finished + 6,
    finished,
    answered,
    answer_rate: Number((answered / finished).toFixed(4)),
    weight: 0.005,
    reputation: pick(LISTS, at),
  };
}

/** A day in spans of a quarter of an hour, up to the moment of the snapshot. */
function timeline({ captured_at: now, timeline: { annotations } }) {
  const first = Date.parse(now) - BUCKETS * 900_000;
  const buckets = Array.from({ length: BUCKETS }, (_, at) => ({
    from: new Date(first + at * 900_000).toISOString(),
    answered: 40 + ((at * 17) % 60),
    unanswered: 60 + ((at * 29) % 50),
    carrier_errors: (at * 7) % 4,
    filling: false,
  }));
  return { annotations, bucket_seconds: 900, buckets };
}

/**
 * The snapshot some seconds later with every tenth cell of both tables changed: in a row, one cell of
 * those that nothing else is computed from.
 */
export function altered(before, step) {
  const made = structuredClone(before);
  made.captured_at = later(before.captured_at, step);
  const tasks = made.tasks.items;
  tasks.forEach((task, at) => {
    task.talk_seconds = (task.talk_seconds ?? 30) + ((at + step) % 2 ? step : 0);
    if ((at + step) % 3 === 0) task.disposition = `outcome ${step % 9}`;
  });
  made.numbers.items.forEach((item, at) => {
    if ((at + step) % 5 < 2) item.reputation = `${pick(LISTS, at + step)}, ${step}`;
    if ((at + step) % 5 > 2) item.weight = Number((0.001 * (1 + ((at + step) % 9))).toFixed(4));
  });
  return made;
}
