// Every stage of a campaign's life has its own arrangement of the same sections.
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

const LIVE = ['Dispatch and queue health', 'Dialer metrics', 'Cost summary', 'Campaign details', 'Activity', 'Escalating?', 'Tasks', 'Number pool health'];
const OVER = ['Campaign timeline', 'Dialer metrics', 'Dispositions', 'Retry effectiveness', 'Cost summary', 'Campaign details', 'Activity', 'Escalating?', 'Campaign results', 'Number pool health'];
const PREPARED = ['Launch readiness', 'Cost estimate', 'Campaign details', 'Activity', 'Escalating?', 'Tasks'];

const ONLY_LIVE = ['Dispatch and queue health', 'Age in state'];
const ONLY_PREPARED = ['Launch readiness', 'Cost estimate', 'Previous run', 'Staged CSV'];
const ONLY_OVER = ['Campaign results'];
const ONLY_DIALED = ['Campaign timeline', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'A/B test', 'Conversation intelligence', 'Callbacks'];

/**
 * Each stage: what all its campaigns have and what none has, whether there are key figures, what
 * the page asks, and a campaign of it whose sections are told one by one.
 */
const STAGES = {
  draft: {
    has: PREPARED,
    lacks: [...ONLY_LIVE, ...ONLY_OVER, ...ONLY_DIALED, 'Dialer metrics', 'Cost summary', 'Audience file', 'Canceled', 'Failed'],
    figures: false,
    asks: /^Why isn't it dialing\?$/,
    one: ['cmp_3tr6b', ['Launch readiness', 'Cost estimate', 'Campaign details', 'Activity', 'Escalating?', 'Tasks', 'Staged CSV']],
  },
  scheduled: {
    has: LIVE,
    lacks: [...ONLY_PREPARED, ...ONLY_OVER, ...ONLY_DIALED, 'Canceled', 'Failed'],
    figures: true,
    asks: /^Why isn't it dialing\?$/,
    one: ['cmp_0vw81', ['Dispatch and queue health', 'Age in state', 'Dialer metrics', 'Cost summary', 'Campaign details', 'Call windows', 'Activity', 'Escalating?', 'Tasks', 'Number pool health']],
  },
  running: {
    has: [...LIVE, 'Dispositions', 'Retry effectiveness'],
    lacks: [...ONLY_PREPARED, ...ONLY_OVER, 'Canceled', 'Failed'],
    figures: true,
    asks: /^(Is it dialing|Why isn't it dialing( faster)?)\?$/,
    one: [
      'cmp_8f3k2q',
      ['Campaign timeline', 'Dispatch and queue health', 'Age in state', 'Dialer metrics', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'A/B test', 'Cost summary', 'Campaign details', 'Call windows', 'Activity', 'Escalating?', 'Tasks', 'Conversation intelligence', 'Number pool health', 'Audience file'],
    ],
  },
  paused: {
    has: LIVE.filter((section) => section !== 'Cost summary'),
    lacks: [...ONLY_PREPARED, ...ONLY_OVER, 'Canceled', 'Failed'],
    figures: true,
    asks: /^Why isn't it dialing\?$/,
    one: [
      'cmp_2d71x',
      ['Campaign timeline', 'Dispatch and queue health', 'Age in state', 'Dialer metrics', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'Cost summary', 'Campaign details', 'Call windows', 'Activity', 'Escalating?', 'Tasks', 'Conversation intelligence', 'Number pool health'],
    ],
  },
  completed: {
    has: OVER,
    lacks: [...ONLY_LIVE, ...ONLY_PREPARED, 'Tasks', 'Canceled', 'Failed'],
    figures: true,
    asks: /^Why isn't it dialing\?$/,
    one: [
      'cmp_4nb7c',
      ['Campaign timeline', 'Dialer metrics', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'Cost summary', 'Campaign details', 'Activity', 'Escalating?', 'Campaign results', 'Conversation intelligence', 'Number pool health', 'Audience file'],
    ],
  },
  failed: {
    has: [...OVER, 'Failed'],
    lacks: [...ONLY_LIVE, ...ONLY_PREPARED, 'Tasks', 'Canceled'],
    figures: true,
    asks: /^Why isn't it dialing\?$/,
    one: ['cmp_6yd2s', ['Campaign timeline', 'Dialer metrics', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'Cost summary', 'Campaign details', 'Activity', 'Escalating?', 'Campaign results', 'Number pool health']],
  },
  cancelled: {
    has: [...OVER, 'Canceled'],
    lacks: [...ONLY_LIVE, ...ONLY_PREPARED, 'Tasks', 'Failed'],
    figures: true,
    asks: /^Why isn't it dialing\?$/,
    one: ['cmp_9cx5e', ['Campaign timeline', 'Dialer metrics', 'Dispositions', 'Sentiment', 'Retry effectiveness', 'Cost summary', 'Campaign details', 'Activity', 'Escalating?', 'Campaign results', 'Number pool health']],
  },
};

for (const [status, stage] of Object.entries(STAGES)) {
  test(`${status}: all its campaigns have what the stage has, in its order, and nothing of another`, async ({ page, demo }) => {
    const campaigns = (await demo.campaigns()).filter((campaign) => campaign.status === status);
    const [told, sections] = stage.one;
    expect(campaigns.map((campaign) => campaign.id), `the demo has campaigns that are ${status}`).toContain(told);
    for (const { id, name } of campaigns) {
      const live = await new LivePage(page).open(id);
      await expect(live.title).toHaveText(name);
      await expect(live.section('Activity')).toBeVisible();
      for (const section of stage.has) expect.soft(await live.section(section).count(), `${section} of ${id}`).toBe(1);
      for (const section of stage.lacks) expect.soft(await live.section(section).count(), `${section} of ${id}`).toBe(0);
      expect.soft(await live.figures.count(), `key figures of ${id}`).toBe(stage.figures ? 1 : 0);
      if (id !== told) continue;
      const [question, ...rest] = await live.headings();
      expect.soft(question).toMatch(stage.asks);
      expect.soft(rest, 'from the top, none missing and none besides').toEqual(sections);
    }
  });
}

test('a campaign that has ended is read, not operated: nothing that dials is left to press', async ({ page, demo }) => {
  const harmless = ['restart', 'clone', 'attempt_report'];
  for (const id of ['cmp_4nb7c', 'cmp_6yd2s', 'cmp_9cx5e']) {
    const available = (await demo.snapshot(id)).actions.filter((action) => action.available).map((action) => action.name);
    expect(available.filter((name) => !harmless.includes(name))).toEqual([]);
    const live = await new LivePage(page).open(id);
    await expect(live.section('Activity')).toBeVisible();
    for (const verb of [/^Start/, /^Pause/, /^Resume/, /^Stop/, /^Cancel…?$/, /concurrency/, /^Narrow/, /^Remove/]) {
      await expect(page.getByRole('main').getByRole('button', { name: verb, disabled: false }), `${verb} of ${id}`).toHaveCount(0);
    }
  }
});

test('a page of results goes on to the next one, as tasks do', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns/cmp_4nb7c/tasks?page=2');
  const live = await new LivePage(page).open('cmp_4nb7c');
  const results = live.section('Campaign results');
  await results.getByRole('button', { name: 'Next' }).click();
  await expect(results.getByRole('row').filter({ hasText: items[0].contact.name }).first()).toBeVisible();
  await expect(page).toHaveURL(/page=2/);
});

test('the stage changes under the page: a pause, a resume, and the end', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await live.action('Pause').click();
  await expect(page.getByRole('heading', { level: 2, name: "Why isn't it dialing?", exact: true })).toBeVisible();
  await expect(live.section('Dispatch and queue health')).toBeVisible();
  await live.action(/^Resume/).click();
  await expect(page.getByRole('heading', { level: 2, name: "Why isn't it dialing faster?" })).toBeVisible();
  await live.action('Cancel…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel campaign' }).click();
  await expect(live.section('Campaign results')).toBeVisible();
  await expect(live.section('Canceled')).toBeVisible();
  await expect(live.section('Tasks')).toHaveCount(0);
  await expect(live.section('Dispatch and queue health')).toHaveCount(0);
  expect((await demo.snapshot('cmp_8f3k2q')).campaign.status).toBe('cancelled');
});
