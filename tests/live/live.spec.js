// The console over a real Apache Airflow, as an operator works with it.
import { expect, panel, signIn, test } from './airflow.js';

const rows = (page, name) => page.getByRole('table', { name, exact: true }).getByRole('row').filter({ has: page.getByRole('cell') });
const ids = (page, name) => rows(page, name).evaluateAll((all) => all.map((row) => row.dataset.row));
const refresh = (page) => page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true });
const selected = (page) => page.getByRole('region', { name: 'Selected run' });
const journey = (page) => page.getByRole('region', { name: 'Pipeline journey' });
const idOf = (run) => [run.dag_id, encodeURIComponent(run.dag_run_id)].join('~');

/** The queries of what Airflow is asked for, as it is asked. */
function asked(page, end) {
  const queries = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith(end) && url.searchParams.get('limit') !== '1') queries.push(url.searchParams);
  });
  return queries;
}

async function open(page, address) {
  await page.goto(`/#${address}`);
  await signIn(page);
  await expect(panel(page)).toBeHidden();
}

/** Goes through all pages of a list, and gives the IDs of each. */
async function walked(page, region, name, pages) {
  const seen = [];
  for (let number = 1; number <= pages; number += 1) {
    if (number > 1) await region.getByRole('button', { name: 'Next' }).click();
    await expect.poll(async () => (await ids(page, name)).some((id) => seen.flat().includes(id))).toBe(false);
    await expect(rows(page, name).first()).toBeVisible();
    seen.push(await ids(page, name));
  }
  await expect(region.getByRole('button', { name: 'Next' })).toBeDisabled();
  return seen;
}

test('signs in, and tells a wrong password from a right one', async ({ page, airflow }) => {
  await page.goto('/#/jobs');
  await signIn(page, 'not the password');
  await expect(panel(page).getByRole('alert')).toBeVisible();
  await signIn(page);
  await expect(panel(page)).toBeHidden();
  await expect(rows(page, 'Runs')).toHaveCount((await airflow.runs()).length);
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(places.filter({ hasText: /Campaigns|Triage|Call log/ })).toHaveCount(0);
});

test('pages the runs by cursor, from an empty one on', async ({ page, airflow }) => {
  const queries = asked(page, '/dagRuns');
  await open(page, '/jobs?size=2');
  await expect(rows(page, 'Runs')).toHaveCount(2);
  const seen = await walked(page, page.getByRole('region', { name: 'Runs' }), 'Runs', 3);
  expect(seen.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(seen.flat()).toEqual((await airflow.runs()).map(idOf));
  expect(queries[0].get('cursor')).toBe('');
  expect(queries.slice(1).every((query) => query.get('cursor') && !query.has('offset'))).toBe(true);
  await page.getByRole('region', { name: 'Runs' }).getByRole('button', { name: 'Previous' }).click();
  await expect.poll(() => ids(page, 'Runs')).toEqual(seen[1]);
});

test('pages the records by offset, filters and searches them', async ({ page }) => {
  const queries = asked(page, '/taskInstances');
  await open(page, '/records?size=10');
  const list = page.getByRole('region', { name: 'Records', exact: true });
  await expect(list).toContainText('of 36 records');
  const seen = await walked(page, list, 'Records', 4);
  expect(seen.map((page) => page.length)).toEqual([10, 10, 10, 6]);
  expect(new Set(seen.flat()).size).toBe(36);
  expect(queries.map((query) => [query.get('offset'), query.has('cursor')])).toEqual([['0', false], ['10', false], ['20', false], ['30', false]]);
  await page.goto('/#/records?status=failed');
  await expect(list).toContainText('of 3 records');
  await page.goto('/#/records?status=skipped&status=completed');
  await expect(list).toContainText('of 33 records');
  await page.getByRole('searchbox', { name: 'Name, phone or any ID' }).fill('5550005');
  await expect(list).toContainText('of 5 records');
  await expect(rows(page, 'Records').first()).toContainText('+1 415 555 0005');
});

test('shows a failed run with its records, and the tries of one as its journey', async ({ page, airflow }) => {
  const run = await airflow.run('batch 3');
  await open(page, '/jobs');
  await page.locator(`tr[data-row="${idOf(run)}"]`).click();
  await expect(selected(page)).toContainText('6 completed');
  await expect(selected(page)).toContainText('1 failed');
  await expect(selected(page)).toContainText('8 of 8');
  await expect(selected(page)).toContainText('of 8 records');
  for (const [phone, tries] of [['+1 415 555 0007', ['Failed', 'Failed']], ['+1 415 555 0003', ['Failed', 'OK']]]) {
    await rows(page, 'Records').filter({ hasText: phone }).click();
    await page.getByRole('link', { name: 'Pipeline journey' }).click();
    const steps = journey(page).getByRole('list', { name: 'Steps' }).getByRole('listitem');
    await expect(steps).toHaveCount(tries.length);
    for (const [place, word] of tries.entries()) {
      await expect(steps.nth(place)).toContainText(`try ${place + 1}`);
      await expect(steps.nth(place)).toContainText(new RegExp(word, 'i'));
    }
    await page.keyboard.press('Escape');
  }
});

test('runs a failed record again: the run goes back to queued without times, and ends well', async ({ page, airflow }) => {
  const run = await airflow.run('batch 1');
  await open(page, `/jobs/${encodeURIComponent(idOf(run))}`);
  const row = page.locator(`tr[data-row="${idOf(run)}"]`);
  await expect(row).toContainText('Failed');
  await rows(page, 'Records').filter({ hasText: '+1 415 555 0007' }).click();
  airflow.hold();
  await page.getByRole('region', { name: 'Record', exact: true }).getByRole('button', { name: 'Retry…' }).click();
  const question = page.getByRole('dialog', { name: /^Retry / });
  await expect(question).toContainText('Clears the task instance');
  await question.getByLabel('Reason (sent along)').fill('The trunk is back');
  await question.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(row).toContainText('Queued');
  const { start_date: started, end_date: ended } = await airflow.run('batch 1');
  expect([started, ended]).toEqual([null, null]);
  await expect(row).not.toContainText(/NaN|null|1970/);
  await expect(row.getByRole('cell').filter({ hasText: '—' }).first()).toBeVisible();

  airflow.wake();
  await expect.poll(async () => (await airflow.run('batch 1')).state, { timeout: 60_000 }).toBe('success');
  await refresh(page).click();
  await expect(row).toContainText('Completed');
  await expect(selected(page)).toContainText('7 completed');
  const { task_instances: contacts } = await airflow.contacts(run, '&map_index=7');
  expect([contacts[0].state, contacts[0].note]).toEqual(['success', 'The trunk is back']);
  await page.getByRole('link', { name: 'Pipeline journey' }).click();
  await expect(journey(page).getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(3);
});

test('keeps the screen when the token ends, and goes on after signing in again', async ({ page, airflow }) => {
  await page.goto('/short/#/records?size=10');
  await signIn(page);
  await expect(panel(page)).toBeHidden();
  await expect(rows(page, 'Records')).toHaveCount(10);
  const before = await ids(page, 'Records');
  await page.getByRole('searchbox', { name: 'Name, phone or any ID' }).pressSequentially('+14');
  await expect
    .poll(
      async () => {
        if (!(await panel(page).isVisible())) await refresh(page).click({ timeout: 2_000 }).catch(() => {});
        return panel(page).isVisible();
      },
      { timeout: 30_000, intervals: [1_000] },
    )
    .toBe(true);
  await expect(panel(page)).toContainText('Your session has ended.');
  expect(await ids(page, 'Records')).toEqual(before);
  const again = page.waitForResponse((answer) => answer.url().includes('/taskInstances') && answer.ok());
  await signIn(page);
  await again;
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Name, phone or any ID' })).toHaveValue('+14');
  await expect(rows(page, 'Records')).toHaveCount(10);
  expect((await airflow.runs()).length).toBe(5);
});

test('signs out, and Airflow takes the token no more', async ({ page }) => {
  let header;
  page.on('request', (request) => {
    header = request.headers().authorization ?? header;
  });
  await open(page, '/jobs');
  await expect(rows(page, 'Runs').first()).toBeVisible();
  const token = header;
  await page.getByRole('button', { name: /operator/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await expect(panel(page)).toBeVisible();
  const answer = await page.request.get('airflow/api/v2/dags', { headers: { authorization: token } });
  expect(answer.status()).toBe(403);
});

test('every screen that Airflow has something for looks right at every width, in both themes', async ({ page, airflow }, info) => {
  const run = await airflow.run('batch 2');
  await open(page, '/jobs');
  const screens = [
    { name: 'jobs', address: `/jobs/${encodeURIComponent(idOf(run))}`, told: 'of 8 records' },
    { name: 'records', address: '/records', told: 'of 36 records' },
    { name: 'live', address: '/live', told: 'default_pool' },
    { name: 'provided', address: '/this-api', told: 'Apache Airflow 3' },
  ];
  for (const { name, address, told } of screens) {
    await page.goto(`/#${address}`);
    if (name === 'jobs') await expect(selected(page)).toContainText('6 completed');
    for (const width of [1440, 900, 390]) {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await expect(page.getByRole('main')).toContainText(told);
        await expect(page.getByRole('main')).not.toContainText(/NaN|undefined|\[object|Did not load|did not load/);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(0);
        const picture = await page.screenshot({ path: info.outputPath(`airflow-${name}-${width}-${colorScheme}.png`) });
        expect(picture.length).toBeGreaterThan(0);
        const pictures = process.env.RINGSIDE_PICTURES;
        if (pictures && width === 1440 && colorScheme === 'light') await page.screenshot({ path: `${pictures}/airflow-${name}.png` });
      }
    }
  }
});
