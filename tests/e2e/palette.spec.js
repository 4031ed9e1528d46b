// The palette: finds anything, does anything that the screen in view can do.
import { expect, test } from './demo.js';
import { LivePage, RUNNING } from './live_page.js';

const palette = (page) => page.getByRole('dialog', { name: 'Find anything, do anything' });

test('Ctrl K finds a campaign, a contact, a phone and a task, and Enter goes there', async ({ page, demo }) => {
  const { tasks } = await (await fetch(`${demo.address}api/campaigns/${RUNNING}/snapshot`)).json();
  const live = await new LivePage(page).open(RUNNING);
  const row = live.rows.first();
  const contact = await row.getByRole('link').first().textContent();
  await page.keyboard.press('Control+k');
  const field = palette(page).getByRole('combobox');
  await expect(field).toBeFocused();
  await field.fill('Claims outreach');
  await expect(palette(page).getByRole('option', { name: /Campaign\s*Claims outreach/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(live.title).toHaveText('Claims outreach');

  await page.keyboard.press('Control+k');
  await field.fill(contact);
  await expect(palette(page).getByRole('option', { name: new RegExp(contact) }).first()).toBeVisible();
  await field.fill(tasks.items[0].id);
  await expect(palette(page).getByRole('option', { name: /^Task/ }).first()).toBeVisible();
  await field.fill('no such thing anywhere');
  await expect(palette(page).getByText('Nothing has this name, phone number or ID.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('the palette does what the screen can do, and forgets it on the next screen', async ({ page }) => {
  const live = await new LivePage(page).open(RUNNING);
  await page.getByRole('button', { name: /Campaign, contact, phone or any ID/ }).click();
  const field = palette(page).getByRole('combobox');
  await field.fill('paus');
  await palette(page).getByRole('option', { name: /Pause/ }).click();
  await expect(live.action('Resume')).toBeVisible();
  await page.goto('/#/campaigns');
  await expect(live.title).toHaveText('Campaigns');
  await page.keyboard.press('Control+k');
  await field.fill('resume');
  await expect(palette(page).getByRole('option', { name: /^Do\s*Resume/ })).toHaveCount(0);
});

test('it finds runs and records, too', async ({ page, demo }) => {
  const { items } = await demo.read('/records?job=job_77ae0&status=failed&size=1');
  await page.goto('/#/campaigns');
  const field = palette(page).getByRole('combobox');
  const find = async (text, option) => {
    await expect(page.getByRole('button', { name: /Campaign, contact, phone or any ID/ })).toBeVisible();
    await page.keyboard.press('Control+k');
    await field.fill(text);
    await palette(page).getByRole('option', { name: option }).first().click();
  };
  await find(items[0].id, /^Record/);
  await expect(page).toHaveURL(new RegExp(`#/records/${items[0].id}$`));
  await expect(page.getByRole('dialog', { name: items[0].contact.name })).toBeVisible();
  await page.keyboard.press('Escape');
  await find('job_77ae0', /^Job/);
  await expect(page).toHaveURL(/#\/jobs\/job_77ae0$/);
});
