// One failed record that is run again, from the drawer of Records and from the Jobs page.
import { expect, test } from './demo.js';

const JOB = 'job_77ae0';
const HOUR = 3600;

/** A record that timed out, and one that was reached. */
async function records(demo) {
  const one = async (query) => (await demo.read(`/records?job=${JOB}&size=1&${query}`)).items[0];
  return { failed: await one('status=failed&outcome=ai_timeout'), completed: await one('status=completed') };
}

async function openInRecords(page, record) {
  await page.goto(`/#/records/${record}?job=${JOB}`);
  const drawer = page.getByRole('dialog').filter({ has: page.getByRole('link', { name: 'Open the journey' }) });
  await expect(drawer.getByRole('button', { name: 'Retry…' })).toBeVisible();
  return drawer;
}

test('a failed record runs again after a question that says what it does', async ({ page, demo }) => {
  const { failed } = await records(demo);
  const drawer = await openInRecords(page, failed.id);
  await drawer.getByRole('button', { name: 'Retry…' }).click();
  const question = page.getByRole('dialog', { name: `Retry ${failed.contact.name}?` });
  await expect(question).toContainText('Runs the record again from its first step. The contact is called again.');
  await expect(question.getByRole('button', { name: 'Leave it as it is' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(drawer.getByRole('button', { name: 'Retry…' })).toBeFocused();
  expect((await demo.read(`/records/${failed.id}`)).record.status).toBe('failed');

  await page.keyboard.press('Enter');
  await question.getByLabel('Reason (sent along)').fill('The model was down');
  await question.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(page.getByText('The record runs again, from its first step.').first()).toBeVisible();
  await expect(drawer).toContainText('Running');
  await expect(page.locator(`tr[data-row="${failed.id}"]`)).toContainText('Running');
  const again = drawer.getByRole('button', { name: 'Retry…' });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await expect(again).toHaveAccessibleDescription(/The contact is being worked on now\./);
  await demo.advance(HOUR);
  await page.keyboard.press('r');
  await expect(drawer).not.toContainText('Running');
  await drawer.getByRole('link', { name: 'Open the journey' }).click();
  await expect(page.getByText(/, again: The model was down$/)).toBeVisible();
});

test('what cannot run again says why, and a refusal stays in the question', async ({ page, demo }) => {
  const { completed } = await records(demo);
  await page.goto(`/#/jobs/${JOB}/records/${completed.id}`);
  const pane = page.getByRole('region', { name: 'Record', exact: true });
  const retry = pane.getByRole('button', { name: 'Retry…' });
  await expect(retry).toHaveAccessibleDescription(/The contact has been reached already|Only a record that has failed/);
  await retry.click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const drawer = await openInRecords(page, 'refuse-409~again');
  await drawer.getByRole('button', { name: 'Retry…' }).click();
  const question = page.getByRole('dialog', { name: /^Retry .+\?$/ });
  await question.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(question.getByRole('alert')).toContainText('Retry was not done.');
  await expect(question.getByRole('alert')).toContainText('record');
});
