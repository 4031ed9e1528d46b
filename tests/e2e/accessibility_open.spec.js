// axe over what opens: menus, filters, tips, dialogs and boxes, several on one load of a page; and
// over consoles inside somebody else's page, as elements and in a frame.
import { BRIEFLY, isAccessible } from './axe.js';
import { expect, test } from './demo.js';
import { test as embedded } from './hosts.js';
import { partsAreThere } from './live_page.js';

const button = (place, name) => place.getByRole('button', { name });

/** What is opened by each, and what is then to be looked at; on the smallest page that has it. */
const OPENERS = {
  'a draft': {
    at: '/campaigns/cmp_7rw2k',
    each: {
      'the menu of actions': (page) => [button(page, 'More actions'), '[role=menu]:popover-open'],
    },
  },
  'what this API provides': {
    at: '/this-api',
    each: {
      'the list of keys': (page) => [() => page.keyboard.press('?'), 'dialog[open]'],
      'the box that finds anything': (page) => [() => page.keyboard.press('ControlOrMeta+K'), 'dialog[open]'],
    },
  },
  'the call log': {
    at: '/calls?size=6',
    each: {
      'a filter': (page) => [button(page.getByRole('search', { name: 'Filter calls' }), /^State/), '.filter-menu:popover-open'],
      'the menu of times': (page) => [button(page.getByRole('search', { name: 'Filter calls' }), 'Started'), '[role=menu]:popover-open'],
      'a stretch of time': (page) => [async () => {
        await button(page.getByRole('search', { name: 'Filter calls' }), 'Started').click();
        await page.getByRole('menuitem', { name: 'From and to…' }).click();
      }, 'dialog[open]'],
    },
  },
  'Live Ops': {
    at: '/live',
    each: {
      'a formula': (page) => [() => button(page, 'Answer rate, last hour').focus(), '.tip:popover-open'],
    },
  },
  jobs: {
    at: '/jobs/job_77ae0?size=6&records.size=6',
    each: {
      'the start of a run': (page) => [button(page, 'Start a run…'), 'dialog[open]'],
    },
  },
  triage: {
    at: '/triage?campaign=cmp_2d71x&symptom=few_calls',
    each: {
      'the dry run of a retry': (page) => [button(page.getByRole('region', { name: 'Retry strategy' }), /^Retry (a sample|\d+-contact sample)…$/), 'dialog[open]'],
    },
  },
};

for (const [screen, { at, each }] of Object.entries(OPENERS)) {
  test(`what opens on ${screen} has no violation, light and dark, wide and narrow`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto(`/#${at}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await partsAreThere(page);
    for (const [what, opener] of Object.entries(each)) {
      await test.step(what, async () => {
        await page.setViewportSize({ width: 1440, height: 900 });
        const [way, within] = opener(page);
        if (typeof way === 'function') await way();
        else await way.click();
        await expect(page.locator(within).first()).toBeVisible();
        await isAccessible(page, within, BRIEFLY);
        const small = await page.locator(within).first().locator('label, a, button, input').evaluateAll((all) => all.filter((one) => one.checkVisibility() && !one.closest('label:not(:scope)')).map((one) => one.closest('label') ?? one).filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80)));
        expect(small, 'targets under 24 px').toEqual([]);
        await page.keyboard.press('Escape');
      });
    }
  });
}

embedded.describe('embedded', () => {
  embedded('two consoles in a page, and one in a frame, have no violation', async ({ page, hosts }) => {
    embedded.setTimeout(90_000);
    await page.goto(`${hosts.portal}/two/`);
    await expect(page.locator('ringside-console').getByRole('heading', { level: 1 })).toHaveCount(2);
    for (const place of await page.locator('ringside-console').all()) await expect(place.locator('[data-part-waiting]')).toHaveCount(0);
    const names = await page.locator('ringside-console').getByRole('region', { name: /^Ringside/ }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(new Set(names).size, names.join()).toBe(2);
    const inTheme = (theme) => page.locator('ringside-console').evaluateAll((all, theme) => all.forEach((one) => one.setAttribute('theme', theme)), theme);
    await isAccessible(page, 'ringside-console', BRIEFLY, inTheme);

    await page.goto(`${hosts.portal}/frame/`);
    const inFrame = page.frameLocator('iframe');
    await expect(inFrame.getByRole('region', { name: 'Tasks' }).getByRole('row').nth(1)).toBeVisible();
    await isAccessible(page, 'iframe', BRIEFLY);
  });
});
