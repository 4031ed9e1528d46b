// Two operators at once: nothing is done twice, and the one who comes second hears it from the server.
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

const HEALTHY = 'cmp_1a9ze';

test('the second of two operators gets the reason and the fresh state', async ({ page, browser, demo, baseURL }) => {
  const first = await new LivePage(page).open(HEALTHY);
  const context = await browser.newContext({ baseURL });
  const second = await new LivePage(await context.newPage()).open(HEALTHY);
  await expect(first.action('Pause')).toBeVisible();
  await expect(second.action('Pause')).toBeVisible();

  await first.action('Pause').click();
  await expect(first.action('Resume')).toBeVisible();
  await second.action('Pause').click();
  const refused = second.page.getByRole('alert').filter({ hasText: 'Pause was not done.' });
  await expect(refused).toBeVisible();
  await expect(second.action('Resume'), 'the state is fresh').toBeVisible();
  await context.close();

  const snapshot = await (await fetch(`${demo.address}api/campaigns/${HEALTHY}/snapshot`)).json();
  expect(snapshot.campaign.status).toBe('paused');
  expect(snapshot.activity.filter((entry) => /^Paused/.test(entry.text)).length).toBe(1);
});
