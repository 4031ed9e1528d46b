// What the page says of a snapshot, as places and texts: `[selector, texts]`, one text for each
// element that the selector finds, in order.
import * as format from './format.js';

const { count, rate, clock, day, money } = format;
const FINAL = ['completed', 'exhausted', 'abandoned', 'amd_machine'];
const ACTIVE = ['leased', 'ringing', 'amd_screening', 'in_progress', '_processing'];

/** What the figures are computed from, once for a snapshot. */
export function concluded(snapshot) {
  const { counts, dispatch } = snapshot;
  const of = (status) => counts.by_status[status] ?? 0;
  const sum = (list) => list.reduce((total, status) => total + of(status), 0);
  const { tenant, concurrency, number_pool: pool, carrier_rate: carrier, credits } = dispatch.capacity;
  const limits = [
    { value: tenant.line_cap - tenant.used_by_others, owner: `${count(tenant.line_cap)}, less ${count(tenant.used_by_others)} used by others` },
    { value: concurrency.limit, owner: `Set by ${concurrency.set_by} at ${format.time(concurrency.set_at)} CST` },
    { value: pool.in_rotation * pool.lines_per_number, owner: `${pool.in_rotation} of ${pool.numbers} numbers, ${pool.lines_per_number} lines each` },
    { value: Math.floor(carrier.calls_per_second * carrier.mean_hold_seconds), owner: `${carrier.calls_per_second} dials/s, ${Math.round(carrier.mean_hold_seconds)} s mean hold` },
    { value: Infinity, said: 'OK', owner: `${money(credits.balance)} left, ${count(credits.attempts_left)} attempts` },
    { value: counts.ready, owner: 'Waiting for a line now' },
  ];
  const completed = of('completed');
  const final = sum(FINAL);
  const active = sum(ACTIVE);
  return { completed, final, failed: final - completed, active, pending: counts.total - final - active, limits, least: Math.min(...limits.map((limit) => limit.value)) };
}

const head = ({ campaign, captured_at: at }) => [
  ['h1', [campaign.name]],
  ['.age b', [`Updated ${clock(at)} CST`]],
  ['.facts code', [campaign.id]],
  ['.facts > li:nth-child(2)', [`Agent ${campaign.agent}`]],
  ['.facts > li:nth-child(3)', [`Priority ${campaign.priority} of ${campaign.priority_levels}`]],
  ['.facts > li:nth-child(4)', [`Started ${day(campaign.started_at)}`]],
];

const verdict = ({ counts, dispatch: { capacity, lines_in_use: _, ...dispatch } }, { limits, least }) => {
  const pool = capacity.number_pool;
  return [
    ['.verdict-sentence', [`At its limit: all ${count(least)} pool lines are in use.`]],
    ['.verdict-why > span', [
      `${pool.flagged} of ${pool.numbers} numbers are spam-flagged`,
      ` and out of rotation since ${format.time(pool.flagged_since)} CST, which removes ${pool.flagged * pool.lines_per_number} lines. `,
      `${count(counts.ready)} contacts are ready`,
      ' and waiting for a line. ',
    ]],
    ['.verdict-actions .button span', [`See the ${pool.flagged} flagged numbers`, `See the ${count(counts.ready)} waiting for a line`]],
    ['.waterfall-use', [`in use: ${count(dispatch.calling_now)}`]],
    ['.limit-value', limits.map((limit) => limit.said ?? count(limit.value))],
    ['.limit-owner', limits.map((limit) => limit.owner)],
  ];
};

const figures = ({ attempts, counts, dispatch }, { completed, final, failed, active, pending }) => [
  ['.tile-value', [rate(final / counts.total), count(active), count(completed), count(failed), count(pending), rate(attempts.answered / attempts.finished), format.span(Math.round(attempts.talk_seconds / attempts.completed)), 'Not reported']],
  ['.tile-sub', [`${count(final)} of ${count(counts.total)}`, `${count(dispatch.calling_now)} on a call`, `${rate(completed / counts.total)} of contacts`, `${count(counts.by_status.exhausted)} exhausted`, `${count(counts.ready)} ready now`, `${count(attempts.answered)} of ${count(attempts.finished)}`, `${count(attempts.completed)} calls`]],
  ['.figures-legend .legend b', [completed, failed, active, pending].map(count)],
  ['.figures-legend > p', [`Progress counts contacts with a final result. ${count(counts.attempted)} have been attempted at least once.`]],
  ['.figures-foot [data-weight]', [count(attempts.answered), count(attempts.retries_remaining), rate(attempts.abandoned / attempts.answered_live), ` (${count(attempts.abandoned)} of ${count(attempts.answered_live)} live answers)`, count(attempts.machine_detected), count(attempts.failed)]],
];

const dispatching = ({ counts, dispatch }, { least, pending }) => {
  const { pace, capacity } = dispatch;
  return [
    ['[data-part=dispatch] .card-sub', [`${dispatch.queue_system} queue ${dispatch.queue}, heartbeat just now`]],
    ['[data-part=dispatch] .stat-value', [count(dispatch.slots_available), count(dispatch.calling_now), count(dispatch.queued), money(capacity.credits.balance), format.perSecond(pace.dials_per_second), count(pace.ringing), count(pace.connected_per_hour), `${clock(pace.last_dial_at)} CST`]],
    ['[data-part=dispatch] .stat-sub', [`${count(least)} allowed, ${count(dispatch.calling_now)} in use`, `${count(dispatch.talking)} talking, ${count(dispatch.connecting)} connecting`, `oldest ${format.span(dispatch.queued_oldest_seconds)}`]],
    ['[data-part=dispatch] .part-head span', [`sum ${count(counts.total)}`, `sum ${count(pending)}`]],
    ['[data-part=dispatch] .check-answer', ['Not reported.', `No. ${count(least)} lines, the smallest limit: number pool.`]],
  ];
};

const metrics = ({ attempts, counts }, { completed, failed }) => [
  ['[data-part=metrics] .stat-line [data-weight=strong]', [count(attempts.dialed), count(counts.attempted), count(attempts.answered), count(completed), count(failed), count(attempts.retries_remaining), rate(attempts.answered / attempts.finished), rate(completed / counts.total), format.span(Math.round(attempts.talk_seconds / attempts.completed)), rate(attempts.abandoned / attempts.answered_live), count(attempts.machine_detected)]],
  ['[data-part=metrics] .stat-line [data-weight=plain]', [` (${count(attempts.answered)} of ${count(attempts.finished)})`, ` (${count(completed)} of ${count(counts.total)})`, ` (${count(attempts.abandoned)} of ${count(attempts.answered_live)} live answers)`]],
];

const setup = ({ campaign }) => [
  ['[data-part=setup] dd', [campaign.agent, campaign.number_pool, `up to ${campaign.max_attempts}, ${Math.round(campaign.retry_delay_seconds / 60)} min apart`, count(campaign.concurrency), `${campaign.priority} of ${campaign.priority_levels}`, campaign.time_zone, campaign.mode, campaign.trigger, day(campaign.created_at), day(campaign.started_at)]],
];

const pool = ({ numbers: { items } }) => {
  const all = (pick, list = items) => list.reduce((sum, item) => sum + pick(item), 0);
  const of = (list) => all((item) => item.answered, list) / all((item) => item.finished, list);
  const good = items.filter((item) => item.status !== 'spam_flagged');
  return [
    ['[data-part=numbers] .card-sub', [`${count(items.length)} numbers, ${count(all((item) => item.attempts))} attempts`]],
    ['.pool-without > span', [`Without the ${count(items.length - good.length)} flagged numbers the pool rate is `, rate(of(good)), `, not ${rate(of(items))}`]],
  ];
};

const line = ({ timeline }) => {
  if (!timeline) return [];
  const all = (key) => timeline.buckets.reduce((sum, bucket) => sum + bucket[key], 0);
  const [answered, unanswered, failed] = [all('answered'), all('unanswered'), all('carrier_errors')];
  const attempts = answered + unanswered + failed;
  return [
    ['[data-part=timeline] .legend b', [answered, unanswered, failed].map(count)],
    ['[data-part=timeline] .chart-pins b', timeline.annotations.map(({ at }) => format.time(at))],
    ['[data-part=timeline] .chart-sum', [`${count(answered)} of ${count(attempts)} attempts were answered, ${rate(answered / attempts)}. ${count(failed)} ended in carrier errors.`]],
  ];
};

/** Every text of a snapshot with its place. */
export const texts = (snapshot, said) =>
  [head, verdict, figures, dispatching, metrics, setup, pool, line].flatMap((part) => part(snapshot, said));
