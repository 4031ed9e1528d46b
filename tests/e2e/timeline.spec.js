// The campaign over time: the picture, its pins, its sentence and its table, all of the same
// figures; and that the picture comes late and leaves nothing.
import { count, expect, test } from './demo.js';
import { countLeftBehind } from './left_behind.js';
import { LivePage, RUNNING } from './live_page.js';

const PICTURES = /\/chart-[0-9a-f]+\.js$/;
const clock = (at) => at.slice(11, 16);
const sum = (buckets, key) => buckets.reduce((total, bucket) => total + bucket[key], 0);
const all = (bucket) => bucket.answered + bucket.unanswered + bucket.carrier_errors;

/** The timeline's card on a page, and what is in it. */
function timelineOf(live) {
  const card = live.section('Campaign timeline');
  return {
    card,
    picture: card.locator('figure svg'),
    pins: card.getByRole('figure').getByRole('listitem'),
    more: card.getByRole('button', { name: 'Show as table for Campaign timeline' }),
    less: card.getByRole('button', { name: 'Hide table for Campaign timeline' }),
    table: card.getByRole('table', { name: 'Campaign timeline' }),
    rows: async () => {
      const rows = card.getByRole('table').getByRole('row');
      return rows.evaluateAll((rows) => rows.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
    },
  };
}

async function opened(page, id = RUNNING) {
  const live = await new LivePage(page).open(id);
  const timeline = timelineOf(live);
  await timeline.card.scrollIntoViewIfNeeded();
  await expect(timeline.picture).toBeVisible();
  return { live, timeline };
}

/** The rows that the contract's timeline asks for. */
const wantedRows = ({ buckets }) =>
  buckets.map((bucket) => [
    `${clock(bucket.from)}${bucket.filling ? ', still filling' : ''}`,
    ...[bucket.answered, bucket.unanswered, bucket.carrier_errors, all(bucket)].map(count),
  ]);

/** The sentence, worked out from the contract's timeline. */
function wantedSentence({ buckets }) {
  const [answered, errors, finished] = [sum(buckets, 'answered'), sum(buckets, 'carrier_errors'), buckets.reduce((total, bucket) => total + all(bucket), 0)];
  const busiest = buckets.filter((bucket) => !bucket.filling).reduce((most, bucket) => (all(bucket) > all(most) ? bucket : most));
  const rate = ((100 * answered) / finished).toFixed(1);
  return new RegExp(
    `${count(answered)} of ${count(finished)} attempts were answered, ${rate}%\\. ${count(errors)} ended in (a )?carrier errors?\\. ` +
      `The busiest bucket, from ${clock(busiest.from)} \\w+, has ${count(all(busiest))}\\.`,
  );
}

test('is there with many buckets, and absent with one or without any', async ({ page, demo }) => {
  const seen = new Set();
  for (const { id } of await demo.campaigns()) {
    const { timeline } = await demo.snapshot(id);
    const buckets = timeline?.buckets.length ?? 'none';
    const live = await new LivePage(page).open(id);
    await expect(live.section('Activity')).toBeVisible();
    expect.soft(await live.section('Campaign timeline').count(), `${id}, ${buckets} buckets`).toBe(buckets > 1 ? 1 : 0);
    seen.add(buckets > 1 ? 'many' : buckets);
  }
  expect([...seen].sort()).toEqual([1, 'many', 'none']);
});

for (const id of [RUNNING, 'cmp_2d71x']) {
  test(`table, legend, sentence and pins give the contract's figures (${id})`, async ({ page, demo }) => {
    const { timeline: told, attempts } = await demo.snapshot(id);
    const { timeline } = await opened(page, id);
    await expect(timeline.card).toContainText(wantedSentence(told));
    await expect(timeline.card.getByRole('img', { name: wantedSentence(told) })).toBeVisible();
    expect(told.buckets.reduce((total, bucket) => total + all(bucket), 0), 'the campaign has as many').toBe(attempts.finished);

    expect(told.annotations.length).toBeGreaterThan(0);
    for (const [at, annotation] of told.annotations.entries()) {
      await expect(timeline.pins.nth(at)).toHaveText(`${at + 1}${clock(annotation.at)} ${annotation.text}${annotation.by ? `, ${annotation.by}` : ''}`);
      await expect(timeline.picture.getByText(String(at + 1), { exact: true }).first()).toBeVisible();
    }

    await expect(timeline.table).toHaveCount(0);
    await timeline.more.click();
    await expect(timeline.table).toBeVisible();
    expect(await timeline.rows()).toEqual(wantedRows(told));
    for (const [label, key] of [['Answered', 'answered'], ['No answer or busy', 'unanswered'], ['Carrier error', 'carrier_errors']]) {
      await expect(timeline.card.getByRole('listitem').filter({ hasText: label }).first()).toContainText(count(sum(told.buckets, key)));
    }
    await timeline.less.click();
    await expect(timeline.table).toHaveCount(0);
  });
}

test('follows a refresh: sentence, open table and picture', async ({ page, demo }) => {
  const { live, timeline } = await opened(page);
  await timeline.more.click();
  const before = await timeline.picture.innerHTML();
  await demo.advance(1800);
  await live.refreshed();
  const { timeline: told } = await demo.snapshot(RUNNING);
  await expect(timeline.card).toContainText(wantedSentence(told));
  expect(await timeline.rows()).toEqual(wantedRows(told));
  await expect.poll(() => timeline.picture.innerHTML()).not.toBe(before);
});

test('follows the theme of the system and of the console, live', async ({ page }) => {
  const { timeline } = await opened(page);
  const fills = () => timeline.picture.locator('[fill]').evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill')));
  const light = await fills();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(fills).not.toEqual(light);
  const dark = await fills();
  const theme = page.getByRole('button', { name: /^Theme:/ });
  for (let presses = 0; presses < 3 && !(await theme.textContent()).includes('light'); presses += 1) await theme.click();
  await expect(theme).toContainText('light');
  await expect.poll(fills).toEqual(light);
  expect(dark).not.toEqual(light);
});

test('a theme that is pressed is kept at once, whatever becomes of the page', async ({ page }) => {
  await opened(page);
  const kept = await page.getByRole('button', { name: 'Theme: auto' }).evaluate((button) => {
    button.click();
    return localStorage.getItem('ringside.theme');
  });
  expect(kept).toBe('light');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});

test('follows its room, down to a phone', async ({ page }) => {
  const { timeline } = await opened(page);
  const widths = () => timeline.picture.evaluate((picture) => [picture.getBoundingClientRect().width, picture.parentElement.parentElement.getBoundingClientRect().width].map(Math.round));
  const [wide] = await widths();
  for (const width of [900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => (await widths())[0]).not.toBe(wide);
    await expect.poll(async () => Math.max(...(await widths()))).toBeLessThan(width);
    await expect.poll(async () => (await widths()).reduce((a, b) => Math.abs(a - b))).toBeLessThanOrEqual(1);
  }
});

test('leaving the page leaves no picture, no observer and no listener', async ({ page }) => {
  await page.addInitScript(countLeftBehind);
  const toList = async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Campaigns' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
    await expect(page.locator('figure')).toHaveCount(0);
    const link = page.getByRole('link', { name: 'Q4 policy renewals' });
    await expect(link).toBeVisible();
    return link;
  };
  const left = () => page.evaluate(async () => ({ ...window.left, alive: (await import(document.querySelector('meta[name="ringside-chart"]').content)).alive() }));
  const { timeline, live } = await opened(page);
  await (await toList()).click();
  await expect(timeline.picture).toBeVisible();
  await toList();
  const afterTwo = await left();
  expect(afterTwo.alive).toBe(0);
  for (let visit = 0; visit < 3; visit += 1) {
    await (await toList()).click();
    await live.section('Sentiment').scrollIntoViewIfNeeded();
    await expect(live.section('Sentiment').locator('svg').first()).toBeVisible();
    expect((await left()).alive, 'timeline, dispositions and sentiment are drawn').toBe(3);
    await toList();
  }
  expect(await left()).toEqual(afterTwo);
});

test('the code that draws is not asked for before a chart comes near the screen', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => PICTURES.test(new URL(request.url()).pathname) && asked.push(request.url()));
  await page.setViewportSize({ width: 390, height: 700 });
  const live = await new LivePage(page).openRunning();
  await expect(live.section('Campaign timeline')).toBeAttached();
  await live.refreshed();
  expect(asked).toEqual([]);
  await live.section('Campaign timeline').scrollIntoViewIfNeeded();
  await expect(timelineOf(live).picture).toBeVisible();
  await live.section('Sentiment').scrollIntoViewIfNeeded();
  await expect(live.section('Sentiment').locator('svg').first()).toBeVisible();
  expect(asked.length, 'once for all charts').toBe(1);
});

test('a page without charts never asks for the code that draws', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => PICTURES.test(new URL(request.url()).pathname) && asked.push(request.url()));
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Q4 policy renewals' })).toBeVisible();
  const live = await new LivePage(page).open('cmp_3tr6b');
  await live.section('Staged CSV').scrollIntoViewIfNeeded();
  await live.refreshed();
  expect(asked).toEqual([]);
});
