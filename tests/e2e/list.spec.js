import { expect, test } from './demo.js';

const open = async (page, query = '') => {
  await page.goto(`/#/campaigns${query}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
};
const rows = (page) => page.getByRole('table', { name: 'Campaigns' }).getByRole('row').filter({ has: page.getByRole('cell') });
const names = (page) => rows(page).getByRole('link').allTextContents();

test('home is the list of campaigns, what needs attention first', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns?sort=attention');
  await page.goto('/');
  await expect(rows(page)).toHaveCount(items.length);
  expect(await names(page)).toEqual(items.map((item) => item.name));
  await expect(rows(page).first()).toContainText(items[0].why.text);
});

test('each row has its figures, and a rate without attempts is a dash', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns?size=200');
  await open(page);
  const draft = items.find((item) => item.status === 'draft');
  await expect(rows(page).filter({ hasText: draft.id })).toContainText('—');
  const running = rows(page).filter({ hasText: 'cmp_8f3k2q' });
  await expect(running).toContainText('Running');
  await expect(running).toContainText(/[\d,]+ of 4,812/);
  await expect(running).toContainText(/\d+\.\d%/);
});

test('search by name or ID lives in the address', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns?q=renewals');
  await open(page);
  await page.getByRole('searchbox', { name: 'Name or ID', exact: true }).fill('renewals');
  await expect(page).toHaveURL(/q=renewals/);
  await expect(rows(page)).toHaveCount(items.length);
  await page.reload();
  await expect(rows(page)).toHaveCount(items.length);
  await page.getByRole('searchbox', { name: 'Name or ID', exact: true }).fill('nothing has this name');
  await expect(page.getByText(/No campaign matches/)).toBeVisible();
  await page.getByRole('button', { name: /Clear/ }).last().click();
  await expect(rows(page).nth(3)).toBeVisible();
});

test('filter by status shows counts and lives in the address', async ({ page, demo }) => {
  const { status_counts: counts } = await demo.read('/campaigns?size=200');
  await open(page);
  await page.getByRole('button', { name: `Paused ${counts.paused}` }).click();
  await expect(page).toHaveURL(/status=paused/);
  await expect(rows(page)).toHaveCount(counts.paused);
  for (const row of await rows(page).all()) await expect(row).toContainText('Paused');
});

test('sort and page live in the address, and Back undoes them', async ({ page, demo }) => {
  await open(page);
  const before = await names(page);
  await page.getByRole('combobox', { name: /Sort/ }).selectOption({ label: 'name' });
  await expect(page).toHaveURL(/sort=name/);
  await expect.poll(() => names(page)).not.toEqual(before);
  await page.goBack();
  await expect.poll(() => names(page)).toEqual(before);

  const second = await demo.read('/campaigns?size=5&page=2');
  await page.goto('/#/campaigns?size=5&page=2');
  await expect.poll(() => names(page)).toEqual(second.items.map((item) => item.name));
});

test('a campaign opens from its row, and Back returns to the same view', async ({ page }) => {
  await open(page, '?status=running');
  await rows(page).getByRole('link', { name: 'Q4 policy renewals' }).click();
  await expect(page).toHaveURL(/#\/campaigns\/cmp_8f3k2q/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
  await page.goBack();
  await expect(page).toHaveURL(/status=running/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
});

test('says which campaign is blocked by a higher priority', async ({ page, demo }) => {
  const { items } = await demo.read('/campaigns?size=200');
  const blocked = items.find((item) => item.blocked_by);
  expect(blocked, 'the demo has such a campaign').toBeTruthy();
  await open(page);
  await expect(rows(page).filter({ hasText: blocked.id })).toContainText(blocked.blocked_by.name);
});

for (const kind of ['500', 'html200', 'cut']) {
  test(`a list that fails with ${kind} says so and can be tried again`, async ({ page }) => {
    await page.goto(`/#/campaigns?q=flaky-${kind}~list-${kind}`);
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/Showing the last list that could be read/)).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await page.goto(`/#/campaigns?q=fault-${kind}`);
    await expect(page.getByRole('button', { name: /Try (again|now)/ })).toBeVisible();
  });
}
