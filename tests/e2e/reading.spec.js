// What somebody hears who sees nothing: the order of the page in the accessibility tree, and what
// the live regions say of what happens, each once and no louder than it must be.
import { expect, test } from './demo.js';
import { LivePage, PAUSED_BY_BREAKER, RUNNING } from './live_page.js';
import { drawOutOfSight } from './on_screen.js';

/** The accessibility tree as the browser hands it to a screen reader, without what is ignored. */
async function tree(page) {
  // The protocol leaves out what has not been near the window yet, and is not drawn for that.
  await page.evaluate(drawOutOfSight);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const all = [];
  (function walk(node) {
    const property = (name) => node.properties?.find((each) => each.name === name)?.value.value;
    if (!node.ignored) all.push({ role: node.role?.value, name: node.name?.value ?? '', level: property('level'), live: property('live'), node, property });
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  })(nodes[0]);
  return all;
}

/** Remembers what live regions say from now on, as often and as loud as they say it. */
async function listen(page) {
  await page.evaluate(() => {
    if (window.__said) return window.__said.splice(0);
    const LIVE = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    const levelOf = (region) => region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
    window.__said = [];
    const say = (region) => {
      const text = region.textContent.replace(/\s+/g, ' ').trim();
      if (text && region.checkVisibility()) window.__said.push({ level: levelOf(region), text });
    };
    new MutationObserver((records) => {
      const regions = new Set();
      for (const { target, addedNodes } of records) {
        const around = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
        if (around) regions.add(around);
        for (const node of addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          if (node.matches(LIVE)) regions.add(node);
          for (const inside of node.querySelectorAll(LIVE)) regions.add(inside);
        }
      }
      regions.forEach(say);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said since the last time, once something that fits has been. */
async function heard(page, fits) {
  await expect.poll(() => page.evaluate(() => window.__said.map(({ text }) => text))).toEqual(expect.arrayContaining([expect.stringMatching(fits)]));
  return page.evaluate(() => window.__said.splice(0));
}

const ONLY = (level, text) => [{ level, text: expect.stringMatching(text) }];

test.describe('reading order', () => {
  test('a campaign is read from its name over the answer to its figures, as it stands on screen', async ({ page }) => {
    const live = await new LivePage(page).openRunning('?size=6');
    await expect(live.rows.first()).toBeVisible();
    const all = await tree(page);
    const landmarks = all.filter(({ role }) => ['navigation', 'banner', 'main', 'search'].includes(role)).map(({ role, name }) => `${role} ${name}`.trim());
    expect(landmarks.slice(0, 4)).toEqual(['navigation Main', 'banner', 'navigation Breadcrumb', 'main']);
    const headings = all.filter(({ role }) => role === 'heading');
    expect(headings[0]).toMatchObject({ name: 'Q4 policy renewals', level: 1 });
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
    for (const [at, { level, name }] of headings.entries()) if (at) expect(level - headings[at - 1].level, `the level before “${name}”`).toBeLessThanOrEqual(1);
    expect(headings.filter(({ level }) => level === 2).map(({ name }) => name)).toEqual(await live.headings());

    // The answer first, then why, then the limits, then the figures.
    const read = all.map(({ name }) => name);
    const order = ["Why isn't it dialing faster?", 'At its limit: all 36 pool lines are in use.', 'Lines each limit allows. The smallest one decides.', 'Tenant line cap', 'Progress', 'Campaign timeline', 'Dispatch and queue health'].map((name) => read.indexOf(name));
    expect(order.every((place) => place > 0), order.join()).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);

    await expect(live.verdict).toMatchAriaSnapshot(`
      - heading "Why isn't it dialing faster?" [level=2]
      - paragraph: "At its limit: all 36 pool lines are in use."
      - paragraph: /2 of 8 numbers are spam-flagged and out of rotation since \\d+:\\d+ CST/
      - button "See the 2 flagged numbers"
    `);
  });

  test('a figure is read with what it is of, a row with its heads, a picture by its sentence', async ({ page }) => {
    const live = await new LivePage(page).openRunning('?size=6');
    await expect(live.rows.first()).toBeVisible();
    await expect(live.section('Campaign timeline').locator('svg').first()).toBeVisible();
    const all = await tree(page);
    const heads = all.filter(({ role }) => role === 'columnheader').map(({ name }) => name);
    for (const name of ['Contact', 'Status', 'Attempts', 'Number', 'Answer rate']) expect(heads.some((head) => head.startsWith(name)), name).toBe(true);
    expect(all.filter(({ role, name }) => ['table', 'region', 'dialog', 'navigation', 'search'].includes(role) && !name).map(({ role }) => role), 'nameless places').toEqual([]);
    expect(all.filter(({ role, name }) => ['button', 'link', 'checkbox', 'radio', 'textbox', 'searchbox', 'combobox', 'spinbutton'].includes(role) && !name).map(({ role }) => role), 'nameless controls').toEqual([]);
    // Glyphs, bars and the picture of a chart say nothing themselves: the words beside them do.
    expect(all.filter(({ role }) => ['graphics-document', 'graphics-symbol', 'SvgRoot'].includes(role)).map(({ name }) => name)).toEqual([]);
    await expect(live.section('Campaign timeline')).toContainText(/\d of 5,\d+ attempts were answered, \d+\.\d%/);
    const tile = live.tile('Answer rate');
    await expect(tile).toContainText(/44\.6%.*2,622 of 5,881/);
  });

  test('behind a drawer nothing is read but the navigation, wherever it was opened', async ({ page, demo }) => {
    const { items } = await demo.read('/records?job=job_77ae0&status=failed&size=1');
    await page.goto(`/#/records/${items[0].id}?size=6`);
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Open the journey' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect.poll(async () => (await tree(page)).filter(({ role }) => ['table', 'banner', 'searchbox'].includes(role)).map(({ role }) => role)).toEqual([]);
    const all = await tree(page);
    expect(all.filter(({ role }) => role === 'dialog').map(({ name }) => name)).toEqual([items[0].contact.name]);
    expect(all.some(({ role, name }) => role === 'navigation' && name === 'Main')).toBe(true);
  });
});

test.describe('announcements', () => {
  test('one polite place speaks, and only failures are assertive', async ({ page }) => {
    await new LivePage(page).openRunning('?size=6');
    const live = (await tree(page)).filter(({ node }) => node.properties?.some(({ name, value }) => name === 'live' && value.value !== 'off' && !node.ignored));
    const roots = live.filter(({ role }) => ['status', 'alert', 'log'].includes(role));
    expect(roots.map(({ role, live }) => `${role} ${live}`)).toEqual(['status polite']);
  });

  test('a refresh says what moved, once; while nobody asks nothing is said', async ({ page, demo }) => {
    await page.clock.install();
    const live = await new LivePage(page).openRunning();
    await listen(page);
    await demo.advance(60);
    await live.refreshed();
    expect(await heard(page, /^Updated\./)).toEqual(ONLY('polite', /^Updated\. (?:[A-Z][a-z ]+ (?:up|down) [\d.,$%]+(?: points?)?(?:, [a-z ]+ (?:up|down) [\d.,$%]+(?: points?)?){0,2}\.|No figure has changed\.)$/));
    // The age of the figures goes on ticking; that is not news.
    await page.clock.runFor(120_000);
    expect(await page.evaluate(() => window.__said)).toEqual([]);
  });

  test('an automatic refresh in which nothing moves does not say so every time', async ({ page }) => {
    await page.goto('/#/live');
    await expect(page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').first()).toBeVisible();
    await listen(page);
    for (let round = 0; round < 2; round += 1) {
      await page.waitForResponse((response) => response.url().includes('/api/live/'), { timeout: 15_000 });
    }
    expect(await page.evaluate(() => window.__said)).toEqual([]);
  });

  test('a failed refresh is told once, politely, with the figures kept', async ({ page }, testInfo) => {
    const live = await new LivePage(page).open(`flaky-503~reading-${testInfo.testId}`);
    await listen(page);
    await live.refresh.click();
    await expect(live.stale).toBeVisible();
    const said = await heard(page, /Showing data from/);
    expect(said.filter(({ text }) => /Showing data from/.test(text))).toHaveLength(1);
    expect(said.every(({ level }) => level === 'polite')).toBe(true);
  });

  test('an action says what came of it, once', async ({ page }) => {
    const live = await new LivePage(page).openRunning();
    await listen(page);
    await live.action('Pause').click();
    await expect(live.action(/^Resume/)).toBeVisible();
    const said = await heard(page, /paused/i);
    expect(said.filter(({ text }) => /^Paused|is paused/i.test(text)).length, JSON.stringify(said)).toBeGreaterThan(0);
    expect(new Set(said.map(({ text }) => text)).size, 'nothing twice').toBe(said.length);
    expect(said.every(({ level }) => level === 'polite')).toBe(true);
  });

  test('a refusal says why, and nothing of it twice in one voice', async ({ page }, testInfo) => {
    const live = await new LivePage(page).open(`refuse-503~reading-${testInfo.testId}`);
    await listen(page);
    await live.action('Pause').click();
    const said = await heard(page, /^Pause was not done\./);
    expect(said.find(({ text }) => /^Pause was not done\./.test(text)).text).toContain('503');
    expect(new Set(said.map(({ level, text }) => `${level} ${text}`)).size).toBe(said.length);
  });

  test('a filter and a page say what is shown then, once', async ({ page, demo }) => {
    const live = await new LivePage(page).openRunning();
    await expect(live.rows.first()).toBeVisible();
    await listen(page);
    const { page: failed } = await demo.read(`/campaigns/${RUNNING}/tasks?status=exhausted`);
    await live.filter('Status').click();
    await page.getByRole('checkbox', { name: /^Exhausted/ }).check();
    expect(await heard(page, /tasks/)).toEqual(ONLY('polite', new RegExp(`^Page 1 of \\d+\\. Showing \\d+ of ${failed.total} tasks\\.$`)));
    await page.keyboard.press('Escape');
    await live.tasks.getByRole('button', { name: 'Next' }).click();
    expect(await heard(page, /tasks/)).toEqual(ONLY('polite', /^Page 2 of \d+\. Showing/));
    await live.tasks.getByRole('searchbox').fill('nobody-has-this-name');
    expect(await heard(page, /tasks/)).toEqual(ONLY('polite', /^Showing 0 of 0 tasks\.$/));
    await live.refreshed();
    expect((await heard(page, /Updated/)).filter(({ text }) => /tasks/.test(text)), 'a refresh is no filter').toEqual([]);
  });

  test('the lists say it too', async ({ page }) => {
    for (const [at, first, noun] of [['/calls', 'Call log', 'calls'], ['/records', 'Records', 'records']]) {
      await page.goto(`/#${at}`);
      await expect(page.getByRole('table', { name: first }).getByRole('row').nth(1)).toBeVisible();
      await listen(page);
      await page.getByRole('region', { name: noun === 'calls' ? 'Calls' : 'Records', exact: true }).getByRole('button', { name: 'Next' }).click();
      expect(await heard(page, /Page 2/)).toEqual(ONLY('polite', new RegExp(`^Page 2 of [\\d,]+\\. Showing \\d+ of [\\d,]+ ${noun}\\.$`)));
    }
  });

  test('a paused campaign says so where it is read, and does not shout it', async ({ page }) => {
    const live = await new LivePage(page).open(PAUSED_BY_BREAKER);
    await expect(live.paused).toHaveAttribute('role', 'status');
    await expect(live.paused).toContainText(/Campaign paused at \d\d:\d\d:\d\d CST/);
  });
});
