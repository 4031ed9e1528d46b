// What a shift costs, where it can be counted: requests, bodies of tables, nodes, listeners, memory.
import { held, watchMemory } from '../bench/left.mjs';
import { Requests } from '../soak/requests.mjs';
import { expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

/** Megabytes that the second half of a shift may add. */
const MEMORY = 0.5;

/** Frames in which what follows from an answer would be asked. */
const FRAMES = 30;

/** The paths asked of the API in the course of `act`, until all is answered and nothing more is asked for a while. */
async function asked(page, requests, act) {
  const before = requests.total;
  await act();
  const isOver = async () => {
    const total = requests.total;
    await page.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
    }, FRAMES);
    return requests.areOver && requests.total === total;
  };
  await expect.poll(isOver).toBe(true);
  const count = requests.total - before;
  return count ? requests.latest.slice(-count).map((request) => request.replace(/^GET |\?.*$/g, '')) : [];
}

test('a refresh, a page, a filter and an order are one request each', async ({ page, demo }) => {
  const live = await new LivePage(page).openRunning();
  await expect(live.rows.first()).toBeAttached();
  await demo.advance(60);
  const requests = new Requests(page, `${demo.address}api/`);
  expect(await asked(page, requests, () => live.refreshed())).toEqual([`campaigns/${RUNNING}/snapshot`]);
  const tasks = [`campaigns/${RUNNING}/tasks`];
  expect(await asked(page, requests, () => live.tasks.getByRole('button', { name: 'Next' }).click()), 'a page').toEqual(tasks);
  expect(await asked(page, requests, () => live.tasks.getByRole('columnheader', { name: 'Contact' }).getByRole('button').click()), 'an order').toEqual(tasks);
  await live.filter('Status').click();
  expect(await asked(page, requests, () => page.getByRole('checkbox', { name: /^Exhausted/ }).click()), 'a filter').toEqual(tasks);
  await page.keyboard.press('Escape');
  expect(await asked(page, requests, () => live.pool.getByRole('button', { name: 'Worst first' }).click()), 'the order of what is there').toEqual([]);
});

test('rows that are all others come as one body, not row by row', async ({ page }) => {
  const live = await new LivePage(page).openRunning();
  const table = live.tasks.getByRole('table');
  const before = await live.rows.first().getAttribute('data-row');
  await table.evaluate((table) => {
    window.changes = [];
    const note = ({ target, addedNodes, removedNodes }) => {
      const tags = (nodes) => [...nodes].map(({ nodeName }) => nodeName).filter((name) => name === 'TBODY' || name === 'TR');
      const [came, went] = [tags(addedNodes), tags(removedNodes)];
      if (target.isConnected && came.length + went.length) window.changes.push([target.nodeName, came, went]);
    };
    window.observer = new MutationObserver((records) => records.forEach(note));
    window.observer.observe(table, { childList: true, subtree: true });
  });
  await live.tasks.getByRole('button', { name: 'Next' }).click();
  await expect(live.rows.first()).not.toHaveAttribute('data-row', before);
  const changes = await page.evaluate(() => window.changes);
  const bodies = changes.flatMap(([, came, went]) => [...came.map((tag) => `+${tag}`), ...went.map((tag) => `-${tag}`)]);
  expect(bodies.sort()).toEqual(['+TBODY', '-TBODY']);
});

test.describe('after twice as much of a shift the page holds no more nodes and listeners', () => {
  /** What is held on the same page, with the same figures, after the first half and after both. */
  async function halves(page, demo, half) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const live = await new LivePage(page).openRunning();
    await expect(live.rows.first()).toBeAttached();
    const samples = [];
    for (let at = 0; at < 2; at += 1) {
      await half(live);
      await demo.control('reset');
      // Twice, for the changes since the refresh before are shown, too.
      await live.refreshed();
      await live.refreshed();
      samples.push(await held(page, devtools));
    }
    return samples;
  }

  const same = ([first, second]) => {
    expect(second.nodes).toBeLessThanOrEqual(first.nodes);
    expect(second.listeners).toBeLessThanOrEqual(first.listeners);
    expect(first.wasm, 'or it was not measured').toBeGreaterThan(1);
    expect(second.wasm - first.wasm, 'megabytes of wasm: the session remembers 240 refreshes').toBeLessThanOrEqual(MEMORY);
  };

  test.beforeEach(async ({ page }) => {
    test.setTimeout(120_000);
    await page.addInitScript(watchMemory);
  });

  test('of 50 refreshes', async ({ page, demo }) => {
    const samples = await halves(page, demo, async (live) => {
      for (let turn = 0; turn < 50; turn += 1) {
        await demo.advance(10);
        await live.refreshed();
      }
    });
    same(samples);
  });

  test('of 25 drawers', async ({ page, demo }) => {
    const samples = await halves(page, demo, async (live) => {
      for (let turn = 0; turn < 25; turn += 1) {
        await live.rows.nth(turn % 5).getByRole('button', { name: /^Debug/ }).click();
        await expect(live.drawer.getByRole('region', { name: 'Events' })).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(live.drawer).toBeHidden();
      }
    });
    same(samples);
  });

  test('of 30 turns of the theme', async ({ page, demo }) => {
    const root = page.locator('.ringside').first();
    const samples = await halves(page, demo, async () => {
      const theme = page.getByRole('button', { name: /^Theme:/ });
      for (const word of Array.from({ length: 10 }, () => ['light', 'dark', 'auto']).flat()) {
        await theme.click();
        await expect(theme).toContainText(word);
        if (word === 'auto') await expect(root).not.toHaveAttribute('data-theme');
        else await expect(root).toHaveAttribute('data-theme', word);
      }
    });
    same(samples);
  });
});
