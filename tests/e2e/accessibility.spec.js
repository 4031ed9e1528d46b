// axe on every screen, in both themes, at three widths. A short page of tasks stands for a
// long one: the rows are alike, and axe takes its time over each.
import { isAccessible, only } from './axe.js';
import { expect, test } from './demo.js';
import { LivePage, PAUSED_BY_BREAKER, RECORDED, RUNNING } from './live_page.js';

const SHORT = '?size=6';

/** Each screen, and how to come to it; where only a part of it is new, the selector of that. */
const SCREENS = {
  list: async (page) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Q4 policy renewals' })).toBeVisible();
  },
  'call log': async (page) => {
    await page.goto('/');
    await page.evaluate(() => localStorage.setItem('ringside.call_views', 'Busy=sip_status%3D486'));
    await page.goto('/#/calls?size=6&state=completed&sip_status=200');
    await expect(page.getByRole('table', { name: 'Call log' }).getByRole('row').nth(1)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save this view…' })).toBeVisible();
  },
  records: async (page) => {
    await page.goto('/#/records?size=6&status=failed');
    await expect(page.getByRole('table', { name: 'Records' }).getByRole('row').nth(1)).toBeVisible();
  },
  'a record': async (page, demo) => {
    const { items } = await demo.read('/records?job=job_77ae0&status=failed&size=1');
    await page.goto(`/#/records/${items[0].id}?size=6`);
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Open the journey' })).toBeVisible();
    return '[role=dialog]';
  },
  'sign-in': async (page) => {
    await page.goto('/auth/login/console/');
    const panel = page.getByRole('dialog', { name: 'Sign in' });
    await panel.getByLabel('User name').fill('dana');
    await panel.getByLabel('Password').fill('wrong');
    await panel.getByRole('button', { name: 'Sign in' }).click();
    await expect(panel.getByRole('alert')).toBeVisible();
    return 'dialog[open]';
  },
  'settings that cannot work': async (page) => {
    await page.goto('/auth/faulty/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ringside cannot start');
  },
  'settings with mistakes': async (page) => {
    await page.goto('/auth/quiet/#/nowhere');
    await expect(page.getByRole('status', { name: 'Settings with mistakes' })).toBeVisible();
    return '[aria-label="Settings with mistakes"]';
  },
  'live ops': async (page) => {
    await page.goto('/#/live');
    await expect(page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Q4 policy renewals', exact: true })).toBeVisible();
  },
  'live ops with cards that fail': async (page, demo) => {
    await demo.control('fail?path=/live/states&kind=fault-500');
    await demo.control('fail?path=/live/calls&kind=fault-503');
    await page.goto('/#/live');
    await expect(page.getByRole('button', { name: 'Try now: Age in state' })).toBeVisible();
    await fromTheTop(page);
  },
  'what this API provides': async (page, demo) => {
    await demo.control('spare');
    await page.goto('/#/this-api');
    await expect(page.getByRole('region', { name: 'Not reported by this API' })).toBeVisible();
  },
  'a campaign of an API that reports little': async (page, demo) => {
    await demo.control('spare');
    const live = await opened(page, RUNNING);
    return only(live.section('Not reported by this API'), live.tasks.getByRole('search'), live.tasks.getByText('Not reported by this API'));
  },
  'running campaign': async (page, demo) => {
    await demo.restore();
    return opened(page, RUNNING);
  },
  'paused campaign': async (page) => {
    const live = await opened(page, PAUSED_BY_BREAKER);
    await expect(live.paused).toBeVisible();
    return only(live.paused, live.verdict, live.dispatch, page.getByRole('main').locator('.page-head'));
  },
  'recorded campaign': (page) => opened(page, RECORDED),
  'draft campaign': (page) => opened(page, 'cmp_3tr6b'),
  'draft after a restart': async (page) => {
    const live = await opened(page, 'cmp_7rw2k');
    return only(live.section('Previous run'), live.section('Launch readiness'), live.section('Cost estimate'));
  },
  'completed campaign': (page) => opened(page, 'cmp_4nb7c'),
  'canceled campaign': async (page) => {
    const live = await opened(page, 'cmp_9cx5e');
    return only(live.section('Canceled'), page.getByRole('main').locator('.page-head'));
  },
  'charts as tables': async (page) => {
    const live = await opened(page, RUNNING);
    for (const name of ['Campaign timeline', 'Dispositions', 'Sentiment']) {
      await live.section(name).scrollIntoViewIfNeeded();
      await expect(live.section(name).locator('svg').first()).toBeVisible();
      await live.section(name).getByRole('button', { name: /^Show as table/ }).click();
      await expect(live.section(name).getByRole('table')).toBeVisible();
    }
    await fromTheTop(page);
    return only(...['Campaign timeline', 'Dispositions', 'Sentiment'].map((name) => live.section(name)));
  },
  'signals and moves': async (page, demo) => {
    await demo.restore();
    const live = await opened(page, RUNNING);
    for (let refresh = 0; refresh < 5; refresh += 1) {
      if (refresh === 3) await demo.trouble(RUNNING, 'carrier_burst');
      await demo.advance(60);
      await live.refreshed();
    }
    await expect(page.getByRole('region', { name: 'Signals of this session' })).toBeVisible();
    await live.pool.getByText('When the answer rate craters').click();
    await fromTheTop(page);
    return only(page.getByRole('region', { name: 'Signals of this session' }), live.pool);
  },
  drawer: async (page, demo) => {
    const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=retry_scheduled`);
    const live = await new LivePage(page).open(RUNNING, `/tasks/${items[0].id}${SHORT}`);
    await expect(live.drawer.getByRole('listitem').first()).toBeVisible();
    return '[role=dialog]';
  },
  'raw answer in the drawer': async (page, demo) => {
    const drawer = await failingDrawer(page, demo);
    await drawer.getByText('Raw JSON', { exact: true }).click();
    await expect(drawer.locator('pre')).toBeVisible();
    return '[role=dialog]';
  },
  'dispatch snapshots in the drawer': async (page, demo) => {
    const drawer = await failingDrawer(page, demo);
    await drawer.getByText(/^Snapshots \d/).click();
    await expect(drawer.locator('pre').first()).toBeVisible();
    return '[role=dialog]';
  },
  'dialog of the concurrency': async (page) => {
    await pressed(page, await opened(page, RUNNING), /^Lower concurrency/);
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    return 'dialog[open]';
  },
  'dialog of the window, refused': async (page) => {
    const live = await opened(page, RUNNING);
    await live.action("Narrow today's window…").click();
    await page.getByRole('dialog').getByRole('textbox').fill('19:00');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('Earlier than');
    return 'dialog[open]';
  },
  'dialog of a number': async (page) => {
    const live = await opened(page, RUNNING);
    await live.pool.getByText('When the answer rate craters').click();
    await live.action('Remove the worst number…').click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    return 'dialog[open]';
  },
  'cancel dialog': async (page) => {
    const live = await opened(page, RUNNING);
    await pressed(page, live, /^Cancel/);
    await expect(page.getByRole('dialog')).toBeVisible();
    return 'dialog[open]';
  },
  'jobs, records and a journey': async (page, demo) => {
    const { items } = await demo.read('/records?job=job_77ae0&outcome=ai_timeout&size=1');
    await page.goto(`/#/jobs/job_77ae0/records/${items[0].id}/journey?size=8&records.status=failed&records.size=6`);
    await expect(page.getByRole('region', { name: 'Pipeline journey' }).getByRole('listitem').first()).toBeVisible();
  },
  'triage, nothing looked into': async (page) => {
    await page.goto('/#/triage');
    await expect(page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').first()).toBeVisible();
    await page.getByRole('searchbox').fill('renewal');
    await expect(page.getByRole('link', { name: /^Open triage: / }).first()).toBeVisible();
    return only(page.getByRole('main').locator('.page-head'), page.getByRole('region', { name: 'Find a campaign or job' }));
  },
  'triage of a campaign': async (page) => {
    await page.goto(`/#/triage?campaign=${PAUSED_BY_BREAKER}&symptom=few_calls`);
    await expect(page.getByRole('region', { name: 'Duplicate prevention' }).getByRole('listitem').first()).toBeVisible();
    await expect(page.getByRole('region', { name: /^Most likely cause/ })).not.toHaveAttribute('aria-busy', 'true');
  },
  'failed campaign page': async (page) => {
    await page.goto('/#/campaigns/fault-500');
    await expect(page.getByText('HTTP 500').first()).toBeVisible();
  },
  'stale figures': async (page, demo, testInfo) => {
    const live = await new LivePage(page).open(`flaky-503~axe-${testInfo.testId}`, SHORT);
    await live.refresh.click();
    await expect(live.stale).toBeVisible();
    return only(page.locator('.banner').filter({ has: live.stale }), live.figures, page.getByRole('main').locator('.page-head'));
  },
  'filtered to nothing': async (page) => {
    const live = await new LivePage(page).openRunning('?q=nobody-has-this-name');
    await expect(live.tasks).toContainText(/No task matches/);
    return only(live.tasks);
  },
};

async function opened(page, id) {
  const live = await new LivePage(page).open(id, SHORT);
  await expect(live.rows.first()).toBeVisible();
  return live;
}

/** Presses an action of the header, on a narrow page in its menu. */
async function pressed(page, live, name) {
  const button = page.getByRole('banner').or(page.getByRole('main')).getByRole('button', { name }).first();
  if (await button.isVisible()) return button.click();
  await page.getByRole('button', { name: 'More actions' }).click();
  return page.getByRole('menuitem', { name }).click();
}

/** The drawer of a task that has failed, at its events. */
async function failingDrawer(page, demo) {
  const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=exhausted`);
  const live = await new LivePage(page).open(RUNNING, `/tasks/${items[0].id}${SHORT}`);
  await expect(live.drawer.getByRole('listitem').first()).toBeVisible();
  return live.drawer;
}

/** A button that is half under the sticky head is not too small. */
const fromTheTop = (page) => page.evaluate(() => window.scrollTo(0, 0));

for (const [screen, open] of Object.entries(SCREENS)) {
  test(`${screen} has no violation at 1440, 900 and 390 px, light and dark`, async ({ page, demo }, testInfo) => {
    test.setTimeout(90_000);
    const within = await open(page, demo, testInfo);
    await isAccessible(page, within);
  });
}
