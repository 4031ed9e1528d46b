// Incident triage: from a symptom to the likely cause, with every check on the way.
import { expect, test } from './demo.js';
import { PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';

const CLAIMS = 'cmp_1a9ze';
const RENEWAL = 'job_2f10c';

const LABELS = {
  stuck: 'Job stuck in running, no completed calls',
  few_calls: 'Far fewer calls than expected',
  failures: 'Repeated failures in a large segment',
  duplicates: 'Worried about duplicate calls after retries',
};

const section = (page, name) => page.getByRole('region', { name, exact: true });

/** The page of an incident as an operator knows it. */
class TriagePage {
  constructor(page) {
    this.page = page;
    this.cause = section(page, 'Most likely cause, from the checks below');
    this.refresh = page.getByRole('button', { name: 'Refresh evidence' });
    this.symptoms = page.getByRole('group', { name: 'Symptom' });
  }

  async open(query) {
    await this.page.goto(`/#/triage?${query}`);
    await this.isThere();
    return this;
  }

  async isThere() {
    await expect(this.page.getByRole('heading', { level: 1, name: /^Triage: / })).toBeVisible();
    await partsAreThere(this.page);
    await expect(this.cause).not.toHaveAttribute('aria-busy', 'true');
  }

  symptom(code) {
    return this.symptoms.getByRole('radio', { name: new RegExp(`^${LABELS[code]}`) });
  }

  async refreshed() {
    await this.refresh.click();
    await expect(this.refresh).not.toHaveAttribute('aria-busy', 'true');
  }

  /** Every check of a step: its word and what it found. */
  async finds(step, checks) {
    const rows = section(this.page, step).getByRole('listitem');
    await expect(rows).toHaveCount(checks.length);
    for (const [at, check] of checks.entries()) await expect.soft(rows.nth(at), `${step}, ${at + 1}`).toContainText(check);
  }
}

/** Lets an incident begin and evolve, with the evidence read before and after. */
async function incident(page, demo, { scope, name, minutes, symptom }) {
  await demo.control(`scenario?${scope}&name=${name}`);
  const triage = await new TriagePage(page).open(scope);
  for (const each of minutes) {
    await demo.advance(each * 60);
    await triage.refreshed();
  }
  await expect(triage.symptom(symptom), 'the evidence shows it').toHaveAccessibleName(/Suggested by the evidence$/);
  await triage.symptom(symptom).check();
  await expect(page).toHaveURL(new RegExp(`symptom=${symptom}`));
  return triage;
}

const PASSED = /^Pass/;

test('stuck: all permits are taken by others', async ({ page, demo }) => {
  const triage = await incident(page, demo, { scope: `campaign=${CLAIMS}`, name: 'permits_taken', minutes: [12, 10], symptom: 'stuck' });
  await expect(triage.cause).toContainText('Other campaigns hold all 120 tenant lines; none is left for this one.');
  await triage.finds('Job health and stage', [
    /^Pass Current status: Running/,
    /^Problem Progress counters are not moving.*0 in 22 m/,
    /^Pass Processed [\d,]+ of 5,400 expected/,
  ]);
  await triage.finds('Permits and dispatch', [
    /^Problem Permits are the limit.*120 of 120 lines.*0 free/,
    /^Look Not dialing: other campaigns hold every tenant line/,
    /^Pass Transient failures were retried/,
    /^Pass Permanent failures are not retried/,
    /^Pass Carrier errors within the expected 2%/,
  ]);
  await triage.finds('Duplicate prevention', Array(4).fill(PASSED));
});

test('far fewer calls: a carrier fails and the breaker pauses the campaign', async ({ page, demo }) => {
  const triage = await incident(page, demo, { scope: `campaign=${CLAIMS}`, name: 'carrier_outage', minutes: [6], symptom: 'few_calls' });
  await expect(triage.cause).toContainText(/Twilio failed \d+ attempts \(SIP 503 or SIP 504\), then the breaker paused the campaign at \d\d:\d\d:\d\d CST\./);
  await expect(triage.cause).toContainText('Wait until the carrier takes calls again before any retry.');
  await triage.finds('Job health and stage', [
    /^Look Current status: Paused.*Failure breaker/,
    /^Problem Progress counters are not moving/,
    /^Pass Processed/,
  ]);
  await triage.finds('Permits and dispatch', [
    /^Pass Permits are not the limit/,
    /^Look Not dialing: paused by the failure breaker/,
    /^Look Transient failures may not all be retried.*they may be the same contacts/,
    /^Pass Permanent failures are not retried/,
    /^Problem Carrier errors above the expected 2%.*on Twilio/,
  ]);
  await triage.finds('Duplicate prevention', Array(4).fill(PASSED));
  await expect(section(page, 'Escalation')).toContainText(/Carrier errors above threshold: \d\.\d%, limit 2%.*is available/);
  await expect(section(page, 'For the customer')).toContainText(/Calls paused at .* after carrier errors\. No one was called twice\./);
});

test('repeated failures: one part of the file has invalid numbers', async ({ page, demo }) => {
  const triage = await incident(page, demo, { scope: `campaign=${RUNNING}`, name: 'bad_numbers', minutes: [10], symptom: 'failures' });
  await expect(triage.cause).toContainText(/\d+ of \d+ failed contacts failed for good \(SIP 404 or SIP 484\)\..*upload part/);
  await expect(triage.cause).toContainText('Do not retry these numbers.');
  await triage.finds('Job health and stage', [/^Pass Current status: Running/, /^Pass Progress counters are moving/, /^Pass Processed/]);
  await triage.finds('Permits and dispatch', [
    /^Look Permits are all in use/,
    /^Look At its limit: all 36 pool lines are in use/,
    /^Pass Transient failures were retried/,
    /^Pass Permanent failures are not retried.*SIP 404 or SIP 484; 0 were dialed again/,
    /^Problem Failures gather in one part.*upload part/,
  ]);
  await triage.finds('Duplicate prevention', Array(4).fill(PASSED));
});

test('duplicate calls: a second run over the same upload', async ({ page, demo }) => {
  const triage = await incident(page, demo, { scope: `job=${RENEWAL}`, name: 'second_run', minutes: [12], symptom: 'duplicates' });
  await expect(triage.cause).toContainText(/job_\w+ was started \d\d:\d\d CST by Integration policy-sync over the same upload as job_2f10c; \d+ contacts were called again/);
  await triage.finds('Job health and stage', [/^Look Current status: Running, job completed/, /^Pass Progress counters are moving/, /^Look Processed 640 of 640/]);
  await triage.finds('Permits and dispatch', [
    /^Look Permits are all in use/,
    /^Look At its limit/,
    /^Problem Transient failures are not retried/,
    /^Pass Permanent failures are not retried/,
    /^Pass Carrier errors within the expected 2%/,
  ]);
  await triage.finds('Duplicate prevention', [
    /^Problem A second job run over the same upload.*2 runs/,
    /^Problem Repeated deliveries got through/,
    /^Pass Recipients are unique in the upload/,
    /^Problem Contacts were called again after being reached/,
  ]);
});

test('a part of the evidence that fails says so, keeps what was read, and leaves the others', async ({ page, demo }) => {
  const triage = await new TriagePage(page).open(`campaign=${PAUSED_BY_BREAKER}`);
  const health = section(page, 'Job health and stage').getByRole('listitem');
  const doubles = section(page, 'Duplicate prevention').getByRole('listitem');
  const known = await doubles.allInnerTexts();
  await demo.control('fail?path=/duplicates&kind=fault-503');
  const marked = await health.first().evaluateHandle((row) => row);
  await triage.refreshed();
  const note = page.getByRole('status').filter({ hasText: 'Not all evidence could be read.' });
  await expect(note).toContainText(/The duplicates report did not load: HTTP 503\. What was read at \d\d:\d\d:\d\d \w+ stands\./);
  expect(await doubles.allInnerTexts(), 'the last good figures stay').toEqual(known);
  expect(await marked.evaluate((row) => row.isConnected), 'no row is drawn again').toBe(true);

  await page.reload();
  await triage.isThere();
  await triage.finds('Duplicate prevention', Array(4).fill(/^Unknown .*The duplicates report did not load: HTTP 503\./s));
  await expect(health.first()).not.toContainText('Unknown');
  await expect(section(page, 'Duplicate prevention')).toContainText('Not all is known');
  await demo.control('reset');
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveCount(0);
  await expect(doubles.first()).not.toContainText('Unknown');
  const said = page.locator('[aria-live=polite]');
  await expect(said).toContainText(/likely cause/i);
});

test('the address is the incident, and every trouble leads to its own', async ({ page }) => {
  await page.goto('/#/triage');
  const urgent = section(page, 'Needs attention').getByRole('listitem');
  await expect(urgent.first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Campaign, job, task, phone or any ID' }).fill('Payment reminders');
  await page.getByRole('link', { name: 'Open triage: Payment reminders Nov' }).first().click();
  const triage = new TriagePage(page);
  await triage.isThere();
  await expect(page).toHaveURL(new RegExp(`#/triage\\?campaign=${PAUSED_BY_BREAKER}$`));
  for (const code of ['failures', 'stuck']) await triage.symptom(code).check();
  await page.goBack();
  await expect(triage.symptom('failures')).toBeChecked();
  await page.reload();
  await triage.isThere();
  await expect(triage.symptom('failures')).toBeChecked();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Triage: Payment reminders Nov');

  await page.goto(`/#/campaigns/${PAUSED_BY_BREAKER}`);
  await page.getByRole('status').filter({ hasText: /^Campaign paused/ }).getByRole('link', { name: 'Open triage' }).click();
  await triage.isThere();
  await page.getByRole('link', { name: 'Open campaign' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payment reminders Nov');
  await partsAreThere(page);
  await page.keyboard.press('t');
  await triage.isThere();

  await page.goto(`/#/jobs/${RENEWAL}`);
  await page.getByRole('region', { name: 'Selected run' }).getByRole('link', { name: 'Open triage' }).click();
  await expect(page).toHaveURL(new RegExp(`#/triage\\?job=${RENEWAL}$`));
  await page.goto('/#/records?status=failed&size=6');
  await page.getByRole('table', { name: 'Records' }).getByRole('link').first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'Open triage' }).click();
  await expect(page).toHaveURL(/#\/triage\?job=\w+&record=\w+$/);
});
