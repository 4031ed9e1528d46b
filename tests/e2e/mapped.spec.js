// Recorded answers of other systems, read through the mappings that are shipped: what they tell is
// shown as they tell it, and what they do not tell is invented nowhere.
import { expect, test } from './demo.js';
import { DograhPage, elsewhere } from './mapped_page.js';
import { partsAreThere } from './live_page.js';

const PART = '/foreign/dograh/api/v1/campaign/1/progress';

test('the list is what the API says, and nothing is 0 that it does not', async ({ page }) => {
  const dograh = await new DograhPage(page).signedIn();
  const rows = page.getByRole('table').getByRole('row');
  const march = rows.filter({ hasText: 'March renewals' });
  await expect(march).toContainText('Running');
  await expect(march).toContainText('146 of 156');
  await expect(rows.filter({ hasText: 'Überprüfung 日本語 <b>x</b>' })).toHaveCount(6);
  await expect(rows.filter({ hasText: 'Draft' })).toHaveCount(6);
  await march.getByRole('link', { name: 'March renewals' }).click();
  await expect(dograh.title).toHaveText('March renewals');
});

test('146 of 156 is shown with its contradiction, and no tile is 0', async ({ page }) => {
  const dograh = await new DograhPage(page).campaign();
  const progress = dograh.tile('Progress');
  await expect(progress).toContainText('146 of 156');
  await expect(progress).toContainText('13.3%');
  await expect(progress).toContainText('Figures contradict each other');
  await expect(dograh.figures.getByRole('listitem').filter({ hasText: /13\.3%/ })).toContainText('93.6%');
  for (const tile of ['Answer rate', 'Spend', 'Completed', 'Pending']) {
    await expect(dograh.tile(tile)).toContainText('Not reported');
    await expect(dograh.tile(tile)).not.toContainText(/\b0\b/);
  }
  for (const extension of ['1000', '1001', '1002', '1003']) await expect(dograh.pool).toContainText(extension);
  await expect(page.getByRole('main')).not.toContainText(/NaN|undefined|\bnull\b|Infinity/);
});

test('each run is a row with its attempt, page by page', async ({ page }) => {
  const dograh = await new DograhPage(page).campaign();
  await expect(dograh.rows.first()).toContainText('Customer 58');
  await expect(dograh.rows.first()).toContainText('no-answer');
  await expect(dograh.rows.first()).toContainText(/2\s*(\/|of)\s*2/);
  await expect(dograh.tasks).toContainText('of 156');
  const first = await dograh.rows.first().textContent();
  await dograh.tasks.getByRole('button', { name: /next/i }).click();
  await expect(dograh.rows.first()).not.toHaveText(first);
  await expect(dograh.rows.first()).toContainText(/1\s*(\/|of)\s*2/);
});

test('a manual pause is done, and no reason for it is made up', async ({ page }) => {
  const dograh = await new DograhPage(page).campaign();
  await dograh.action('Pause').click();
  await expect(dograh.verdict).toContainText('Not dialing: the campaign is paused.');
  await expect(dograh.verdict).toContainText('Who paused it, and why, is not reported.');
  await expect(dograh.verdict).not.toContainText(/breaker|failure rate/i);
  await expect(dograh.action('Resume')).toBeEnabled();
});

test('a refusal because of the state is told in the words of the server', async ({ page, demo }) => {
  await elsewhere(demo, 'POST', '/campaign/1/pause');
  const dograh = await new DograhPage(page).campaign();
  await expect(dograh.action('Resume')).toBeEnabled();
  await elsewhere(demo, 'POST', '/campaign/1/resume');
  await dograh.action('Resume').click();
  await expect(page.getByRole('alert')).toContainText("must be in 'paused' state to resume, current state: running");
});

test('a part that fails is marked, and the rest stays', async ({ page, demo }) => {
  await demo.control(`fail?path=${PART}&kind=fault-503`);
  const dograh = await new DograhPage(page).campaign();
  await expect(page.getByText(/^Progress could not be read .*HTTP 503.*it is left out\.$/)).toBeVisible();
  await expect(dograh.tile('Progress')).toContainText('146 of 156');
  await expect(dograh.tile('Progress')).not.toContainText('13.3%');
  await expect(dograh.rows.first()).toContainText('Customer 58');
});

test('a part that fails later keeps its last figures and says of when they are', async ({ page, demo }) => {
  const dograh = await new DograhPage(page).campaign();
  await expect(dograh.tile('Progress')).toContainText('13.3%');
  await demo.control(`fail?path=${PART}&kind=fault-502html`);
  await dograh.refresh.click();
  const note = page.getByText(/^Progress could not be read .*shown as of \d\d:\d\d:\d\d/);
  await expect(note).toBeVisible();
  await expect(note).not.toContainText(/nginx|<|502 Bad/);
  await expect(dograh.tile('Progress')).toContainText('13.3%');
});

test('a mapping with mistakes is refused with each place and its fix', async ({ page }) => {
  await page.goto('foreign/dograh/mistaken/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ringside cannot start: the mapping');
  const told = page.locator('body');
  for (const [place, fix] of [
    ['lists.campaigns.fields["counts.totl"]', 'Did you mean "counts.total"?'],
    ['lists.tasks.paging.style', 'Write one of none, page, offset, cursor, next, limit.'],
    ['lists.tasks.fields.attempts', 'Write a path such as "state"'],
  ]) {
    await expect(told).toContainText(place);
    await expect(told).toContainText(fix);
  }
});

test('a queue of Bull Board is read job by job, with its counts', async ({ page }) => {
  await page.goto('foreign/bull/console/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs');
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Campaigns' })).toHaveCount(0);
  await partsAreThere(page);
  const rows = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(rows.first()).toContainText('place_call');
  await expect(page.getByRole('main')).toContainText(/\b40\b/);
  await page.goto('foreign/bull/console/#/jobs?status=failed');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(/486 busy here/i);
});
