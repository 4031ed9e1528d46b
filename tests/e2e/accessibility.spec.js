// axe on every screen, in both themes, at three widths. A short page of tasks stands for a
// long one: the rows are alike, and axe takes its time over each.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './demo.js';
import { LivePage, PAUSED_BY_BREAKER, RECORDED, RUNNING } from './live_page.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const SHORT = '?size=6';

const SCREENS = {
  list: async (page) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Q4 policy renewals' })).toBeVisible();
  },
  'running campaign': (page) => opened(page, RUNNING),
  'paused campaign': async (page) => {
    const live = await opened(page, PAUSED_BY_BREAKER);
    await expect(live.paused).toBeVisible();
  },
  'recorded campaign': (page) => opened(page, RECORDED),
  'draft campaign': (page) => opened(page, 'cmp_3tr6b'),
  'canceled campaign': (page) => opened(page, 'cmp_9cx5e'),
  drawer: async (page, demo) => {
    const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=retry_scheduled`);
    const live = await new LivePage(page).open(RUNNING, `/tasks/${items[0].id}${SHORT}`);
    await expect(live.drawer.getByRole('listitem').first()).toBeVisible();
  },
  'cancel dialog': async (page) => {
    const live = await opened(page, RUNNING);
    if (await live.action('Cancel…').isVisible()) await live.action('Cancel…').click();
    else {
      await page.getByRole('button', { name: /More/ }).first().click();
      await page.getByRole('menuitem', { name: /Cancel/ }).click();
    }
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'failed campaign page': async (page) => {
    await page.goto('/#/campaigns/fault-500');
    await expect(page.getByText('HTTP 500').first()).toBeVisible();
  },
  'stale figures': async (page, demo, testInfo) => {
    const live = await new LivePage(page).open(`flaky-503~axe-${testInfo.testId}`, SHORT);
    await live.refresh.click();
    await expect(live.stale).toBeVisible();
  },
  'filtered to nothing': async (page) => {
    const live = await new LivePage(page).openRunning('?q=nobody-has-this-name');
    await expect(live.tasks).toContainText(/No task matches/);
  },
};

async function opened(page, id) {
  const live = await new LivePage(page).open(id, SHORT);
  await expect(live.rows.first()).toBeVisible();
  return live;
}

for (const [screen, open] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`${screen}, ${colorScheme}`, () => {
      test.use({ colorScheme });
      test('has no violation at 1440, 900 and 390 px', async ({ page, demo }, testInfo) => {
        test.setTimeout(90_000);
        for (const width of [1440, 900, 390]) {
          await page.goto('about:blank');
          await page.setViewportSize({ width, height: 900 });
          await open(page, demo, { testId: `${testInfo.testId}-${width}` });
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const said = violations.map((v) => `${width} px: ${v.id}: ${v.help}\n    ${v.nodes.slice(0, 4).map((node) => `${node.target} ${node.failureSummary.replace(/\s+/g, ' ')}`).join('\n    ')}`);
          expect.soft(said).toEqual([]);
        }
      });
    });
  }
}
