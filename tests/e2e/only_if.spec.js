// Each "only if" of the requirements, both ways: a campaign whose snapshot has it, where it is on
// the page and says what the API says, and one whose snapshot has it not, where it is absent.
import { count, expect, test } from './demo.js';
import { LivePage, leave } from './live_page.js';

const part = (name) => (live) => live.section(name);
const fact = (words) => (live) => live.page.getByRole('listitem').filter({ hasText: words });
const note = (words) => (live) => live.dispatch.locator('.note').filter({ hasText: words });
const some = (list) => (list?.length ?? 0) > 0;
const clock = (at) => at.slice(11, 16);

/**
 * Each block: its requirement and name, what the snapshot must say for it, where it would be, what
 * of the snapshot stands in it, a campaign that has it, and one that has not. `cmp_8dk1s+4140` is
 * that campaign 4140 simulated seconds later.
 */
const BLOCKS = [
  ['V1 timeline', (s) => s.timeline?.buckets.length > 1, part('Campaign timeline'), (s) => `${s.timeline.bucket_seconds / 60} min`, 'cmp_8f3k2q', 'cmp_8dk1s'],
  ['V2 dispositions', (s) => some(s.dispositions?.items), part('Dispositions'), (s) => s.dispositions.items[0].label, 'cmp_1a9ze', 'cmp_5tm2e'],
  ['V2 sentiment', (s) => some(s.sentiment?.items), part('Sentiment'), () => 'A pointer to investigate, not a verdict', 'cmp_5tm2e', 'cmp_6wq8t'],
  ['V3 retries', (s) => some(s.retries), part('Retry effectiveness'), (s) => count(s.retries[0].dialed), 'cmp_1a9ze', 'cmp_5tm2e'],
  ['V4 A/B test', (s) => Boolean(s.ab_test), part('A/B test'), (s) => s.ab_test.variants[1].description, 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['V4 not enough data', (s) => s.ab_test.variants.some((v) => v.calls < s.ab_test.minimum_calls), (live) => live.section('A/B test').getByText('Not enough data', { exact: true }), () => '', 'cmp_2vk8d', 'cmp_8f3k2q'],
  ['V5 cost', (s) => Boolean(s.cost?.total), part('Cost summary'), (s) => `$${s.cost.total.amount.toFixed(2)}`, 'cmp_1a9ze', 'cmp_5tm2e'],
  ['V5 budget', (s) => Boolean(s.cost?.budget), (live) => live.section('Cost summary').getByText(/^Budget left$/), () => '', 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['V6 call windows', (s) => Boolean(s.call_window), part('Call windows'), (s) => `${s.call_window.days[0].opens} to ${s.call_window.days[0].closes}`, 'cmp_1a9ze', 'cmp_8dk1s'],
  ['V6 H10 Canceled box', (s) => s.campaign.status === 'cancelled', part('Canceled'), (s) => s.campaign.cancel.reason, 'cmp_9cx5e', 'cmp_4nb7c'],
  ['H10 Failed box', (s) => s.campaign.status === 'failed', part('Failed'), (s) => s.campaign.failure.reason, 'cmp_6yd2s', 'cmp_9cx5e'],
  ['V7 conversation intelligence', (s) => some(s.intelligence?.groups), part('Conversation intelligence'), (s) => `${count(s.intelligence.analyzed)} analyzed`, 'cmp_2d71x', 'cmp_1a9ze'],
  ['K1 goal progress', (s) => Boolean(s.goal), (live) => live.tile('Goal progress'), (s) => `${count(s.goal.reached)} of ${count(s.goal.target)}`, 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['K1 budget progress', (s) => Boolean(s.cost?.budget), (live) => live.tile('Spend').getByText(/ of \$/), (s) => `of $${s.cost.budget.amount.toFixed(2)}`, 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['K4 callbacks', (s) => some(Object.keys(s.callbacks ?? {})), part('Callbacks'), (s) => String(s.callbacks.pending), 'cmp_1a9ze', 'cmp_2d71x'],
  ['K7 likely end', (s) => s.campaign.status === 'running' && s.call_window.open, fact(/^(Likely done|Not done when)/), (s) => clock(s.call_window.closes_at), 'cmp_1a9ze', 'cmp_7hh3p'],
  ['K7 resumes', (s) => s.campaign.status === 'running' && !s.call_window.open, fact(/^Resumes/), (s) => clock(s.call_window.opens_at), 'cmp_7hh3p', 'cmp_1a9ze'],
  ['K8 reminder of the API', (s) => Boolean(s.cost?.billing_note), (live) => live.section('Cost summary').getByText('before billing.'), (s) => s.cost.billing_note, 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['D1 dispatch', (s) => Boolean(s.dispatch), part('Dispatch and queue health'), () => 'Calling now', 'cmp_8f3k2q', 'cmp_4nb7c'],
  ['D1 queue', (s) => Boolean(s.dispatch.queue_system), (live) => live.dispatch.getByText(/^(?!Dispatch and).* queue /), (s) => `${s.dispatch.queue_system} queue ${s.dispatch.queue}`, 'cmp_8f3k2q', 'fault-absentdeep'],
  ['D3 a campaign goes first', (s) => Boolean(s.dispatch.blocking_campaign), note(/\(priority \d\)/), (s) => s.dispatch.blocking_campaign.name, 'cmp_6wq8t', 'cmp_1a9ze'],
  ['D3 the window is closed', (s) => !s.call_window.open, note(/^Call window closed/), (s) => clock(s.call_window.opens_at), 'cmp_7hh3p', 'cmp_1a9ze'],
  ['D5 blocker codes', (s) => s.dispatch.blockers.some((b) => b.count > 0), part('Callable tasks, blocker codes'), (s) => count(s.dispatch.blockers[0].count), 'cmp_8dk1s', 'cmp_8dk1s+4140'],
  ['D6 hints', (s) => some(s.dispatch.hints), part('Hints'), (s) => s.dispatch.hints[0], 'cmp_8f3k2q', 'cmp_5tm2e'],
  ['D7 capacity debug', (s) => Boolean(s.dispatch.capacity_debug), (live) => live.dispatch.getByText('Capacity debug (JSON)', { exact: true }).first(), () => '', 'cmp_1a9ze', 'fault-absentdeep'],
  ['D10 forecast', (s) => some(s.dispatch?.forecast), part('When pending contacts become callable'), (s) => count(s.dispatch.forecast[0].count), 'cmp_1a9ze', 'cmp_4nb7c'],
  ['D11 age in state', (s) => some(s.states), part('Age in state'), () => 'In progress', 'cmp_1a9ze', 'cmp_6wq8t'],
  ['D11 escalate', (s) => s.states.some((state) => state.over_limit > 0), (live) => live.section('Age in state').getByText(/escalate to engineering/i).first(), () => '', 'cmp_3zn4v', 'cmp_7hh3p'],
  ['D12 pace', (s) => Boolean(s.dispatch.pace), part('Pace'), (s) => count(s.dispatch.pace.connected_per_hour), 'cmp_1a9ze', 'cmp_7hh3p'],
  ['N1 number pool', (s) => some(s.numbers?.items), part('Number pool health'), (s) => s.numbers.items[0].provider, 'cmp_4nb7c', 'cmp_3tr6b'],
  ['U1 audience file, live', (s) => Boolean(s.upload), part('Audience file'), (s) => s.upload.name, 'cmp_8f3k2q', 'cmp_1a9ze'],
  ['U1 audience file, completed', (s) => Boolean(s.upload), part('Audience file'), (s) => s.upload.id, 'cmp_4nb7c', 'cmp_2vk8d'],
  ['U1 staged CSV, draft', (s) => Boolean(s.upload), part('Staged CSV'), (s) => s.upload.uploaded_by, 'cmp_3tr6b', 'cmp_7rw2k'],
  ['H6 paused banner', (s) => s.campaign.status === 'paused' && Boolean(s.campaign.pause?.at), (live) => live.paused, (s) => s.campaign.pause.at.slice(11, 19), 'cmp_5tm2e', 'cmp_8f3k2q'],
  ['H6 paused banner, with a time', (s) => Boolean(s.campaign.pause?.at), (live) => live.paused, (s) => s.campaign.pause.at.slice(11, 19), 'cmp_2d71x', 'cmp_recorded_paused'],
  ['H6 reason', (s) => Boolean(s.campaign.pause?.reason), (live) => live.paused.getByText(/Reason:/), (s) => s.campaign.pause.reason, 'cmp_2d71x', 'cmp_5tm2e'],
  ['H8 lower concurrency', (s) => s.actions.some((a) => a.name === 'set_concurrency'), (live) => live.action('Lower concurrency…'), () => '', 'cmp_1a9ze', 'cmp_5kq0m'],
  ['H9 launch readiness', (s) => Boolean(s.launch), part('Launch readiness'), (s) => s.launch.checks[0].label, 'cmp_7rw2k', 'cmp_0vw81'],
  ['H9 cost estimate', (s) => Boolean(s.launch?.estimate), part('Cost estimate'), (s) => `$${s.launch.estimate.high.amount.toFixed(2)}`, 'cmp_7rw2k', 'cmp_0vw81'],
  ['H10 previous run', (s) => Boolean(s.previous_run), part('Previous run'), (s) => `${count(s.previous_run.completed)} of ${count(s.previous_run.total)}`, 'cmp_7rw2k', 'cmp_3tr6b'],
];

const PLACES = [...new Set(BLOCKS.flatMap(([, , , , having, lacking]) => [having, lacking]))];

async function looked(page, demo, place) {
  const id = place.split('+')[0];
  const snapshot = await demo.snapshot(id);
  await leave(page);
  const live = await new LivePage(page).open(id);
  await expect(live.section('Escalating?')).toBeVisible();
  for (const [name, holds, where, says, having, lacking] of BLOCKS) {
    if (having === place) {
      expect.soft(holds(snapshot), `the demo has ${name} in ${place}`).toBe(true);
      expect.soft(await where(live).count(), `${name} in ${place}`).toBe(1);
      await expect.soft(where(live), name).toContainText(says(snapshot), { ignoreCase: true, timeout: 1000 });
    }
    if (lacking === place) {
      expect.soft(Boolean(holds(snapshot)), `the demo has no ${name} in ${place}`).toBe(false);
      expect.soft(await where(live).count(), `no ${name} in ${place}`).toBe(0);
    }
  }
}

const NOW = PLACES.filter((place) => !place.includes('+'));
for (const half of [NOW.filter((_, i) => i % 2), NOW.filter((_, i) => i % 2 === 0)]) {
  test(`what each has is there, and what it has not is absent: ${half.join(', ')}`, async ({ page, demo }) => {
    test.setTimeout(90_000);
    for (const place of half) await test.step(place, () => looked(page, demo, place));
  });
}

for (const place of PLACES.filter((each) => each.includes('+'))) {
  test(`what ${place} has is there, and what it has not is absent`, async ({ page, demo }) => {
    await demo.advance(Number(place.split('+')[1]));
    await looked(page, demo, place);
  });
}
