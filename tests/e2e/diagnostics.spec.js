// The diagnostics bundle: what is handed to support holds the seven items, fits its schema, and
// tells no phone number unless the operator says so.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from './demo.js';
import { PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/diagnostics.schema.json', import.meta.url), 'utf8'));
const ITEMS = ['workspace_id', 'campaign_id', 'batch_job_id', 'upload_id', 'time_window', 'counts', 'symptom'];
const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/ } });
const fits = ajv.compile(SCHEMA);

/** What is in an archive, read by a tool that is not ours and that checks every checksum. */
const READ = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps({name: base64.b64encode(archive.read(name)).decode() for name in archive.namelist()}))
`;
const unzipped = (path) => {
  const files = JSON.parse(execFileSync('python3', ['-c', READ, path], { encoding: 'utf8' }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
};

const card = (page) => page.getByRole('region', { name: 'Diagnostics bundle' });

async function opened(page, query) {
  await page.goto(`/#/triage?${query}`);
  await partsAreThere(page);
  await expect(card(page)).toContainText('7 of 7 ready');
  return card(page);
}

async function saved(page) {
  const downloading = page.waitForEvent('download');
  await card(page).getByRole('button', { name: 'Download .zip' }).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), files: unzipped(await file.path()) };
}

async function copied(page, place, name) {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await place.getByRole('button', { name }).click();
  await expect(page.getByText(/^Diagnostics copied/).first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Every number of a campaign's contacts and of its pool, in digits. */
async function numbersOf(demo, campaign) {
  const numbers = new Set();
  for (let at = 1, more = true; more; at += 1) {
    const { items, page } = await demo.read(`/campaigns/${campaign}/tasks?size=200&page=${at}`);
    for (const { phone, from } of items) numbers.add(phone).add(from);
    more = items.length > 0 && at * 200 < page.total;
  }
  for (const { number } of (await demo.read(`/campaigns/${campaign}/numbers?size=200`)).items) numbers.add(number);
  return [...numbers].filter(Boolean).map((number) => number.replace(/\D/g, ''));
}

/** A text with its escapes and encodings undone and nothing between digits. */
function squeezed(text) {
  const plain = text
    .replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  return plain.replace(/[\s().\-/_*`"'\u00a0\u200b]/g, '');
}

/** Those of the numbers that can be read in a text: whole, or without their country code. */
function readable(text, numbers) {
  const digits = new Set(squeezed(text).match(/\d{7,}/g));
  const found = (number) => [...digits].some((run) => run.includes(number.slice(-10)));
  return numbers.filter(found);
}

/** What can be read off a file; of a picture, what stands on it. */
const told = ([name, bytes]) => {
  const text = bytes.toString('utf8');
  return name.endsWith('.svg') ? text.replace(/<[^>]*>/g, '\n') : text;
};

test('holds the seven items, fits its schema, and tells no number', async ({ page, demo }) => {
  await demo.trouble(RUNNING, 'carrier_outage');
  await demo.advance(600);
  const bundle = await opened(page, `campaign=${RUNNING}&symptom=few_calls`);
  const { campaign, upload } = await demo.snapshot(RUNNING);
  const { workspace } = await demo.read('/capabilities');
  const numbers = await numbersOf(demo, RUNNING);
  expect(numbers.length).toBeGreaterThan(500);
  await expect(bundle.getByRole('checkbox', { name: 'Mask numbers' })).toBeChecked();

  const { name, files } = await saved(page);
  expect(name).toMatch(new RegExp(`^diagnostics-${RUNNING}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  expect(Object.keys(files)).toEqual(['diagnostics.md', 'evidence.json', 'cause-card.svg', 'dispatch-card.svg']);
  const evidence = JSON.parse(files['evidence.json']);
  expect(fits(evidence), JSON.stringify(fits.errors)).toBe(true);
  expect(Object.keys(evidence.items)).toEqual(ITEMS);
  expect(evidence.cause.sentence).toContain('the breaker paused the campaign');
  for (const item of Object.values(evidence.items)) expect(item.state).not.toBe('missing');
  expect(evidence.items).toMatchObject({
    workspace_id: { value: workspace.id },
    campaign_id: { value: campaign.id },
    upload_id: { value: upload.id },
    symptom: { code: 'few_calls', value: expect.stringContaining('Far fewer calls than expected') },
    counts: { value: expect.stringMatching(/^[\d,]+ failed, [\d,]+ completed, [\d,]+ processed$/) },
  });
  const markdown = files['diagnostics.md'].toString('utf8');
  for (const label of ['Workspace ID', 'Campaign ID', 'Batch job ID', 'Upload ID', 'Time window', 'Failed and done', 'Symptom']) {
    expect(markdown).toContain(`- ${label}: `);
  }
  expect(markdown).toMatch(/- Time window: .*\(UTC[−+]\d\d:\d\d\)/);
  for (const file of Object.entries(files)) expect(readable(told(file), numbers), file[0]).toEqual([]);
  for (const picture of ['cause-card.svg', 'dispatch-card.svg']) {
    const svg = files[picture].toString('utf8');
    expect(svg).not.toMatch(/<script|<style|href|url\(|\son\w+=/i);
    const drawn = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.nodeName, svg);
    expect(drawn).toBe('svg');
  }
  expect(await copied(page, bundle, 'Copy as text')).toBe(markdown);
  expect(await copied(page, page, 'Copy diagnostics')).toBe(markdown);
});

test('keeps what the operator wrote and set, and shows numbers when told to', async ({ page, demo }) => {
  const bundle = await opened(page, `campaign=${PAUSED_BY_BREAKER}`);
  const [number] = await numbersOf(demo, PAUSED_BY_BREAKER);
  const symptom = bundle.getByRole('textbox', { name: 'Symptom summary' });
  await symptom.fill(`No calls for +${number} since noon.`);
  await bundle.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Time window of the incident' });
  await dialog.getByLabel('From').fill('2026-11-12T12:00');
  await dialog.getByLabel('To').fill('2026-11-12T11:00');
  await dialog.getByRole('button', { name: 'Set the time window' }).click();
  await expect(dialog).toContainText('The end must be later than the beginning.');
  await dialog.getByLabel('To').fill('2026-11-12T13:30');
  await dialog.getByRole('button', { name: 'Set the time window' }).click();
  await expect(bundle).toContainText('12 Nov 2026, 12:00 to 13:30 CST (UTC−06:00)');

  await demo.advance(300);
  await page.getByRole('button', { name: 'Refresh evidence' }).click();
  await expect(page.getByRole('button', { name: 'Refresh evidence' })).toBeEnabled();
  await expect(symptom).toHaveValue(`No calls for +${number} since noon.`);
  await expect(bundle).toContainText('12:00 to 13:30 CST');

  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const comment = `Comment\0No calls for ${number}`;
  const text = Buffer.concat([Buffer.from([0, 0, 0, comment.length]), Buffer.from(`tEXt${comment}sums`)]);
  const signed = Buffer.concat([pixel.subarray(0, 33), text, pixel.subarray(33)]);
  const choose = bundle.getByLabel('Add your own…');
  await choose.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect(bundle).toContainText('That file is no PNG and no JPEG picture.');
  await choose.setInputFiles({ name: 'cut.png', mimeType: 'image/png', buffer: signed.subarray(0, -4) });
  await expect(bundle).toContainText('That picture is broken');
  await choose.setInputFiles({ name: `${number}.png`, mimeType: 'image/png', buffer: signed });
  await expect(bundle).toContainText('numbers on it cannot be masked');
  await bundle.getByRole('button', { name: 'dispatch-card.svg' }).click();
  const picture = page.getByRole('dialog').getByRole('img');
  await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBe(760);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  const masked = await saved(page);
  expect(readable(Object.entries(masked.files).map(told).join('\n'), [number])).toEqual([]);
  expect(masked.files['screenshot.png']).toEqual(pixel);
  expect(masked.files['diagnostics.md'].toString('utf8')).toContain('Phone numbers masked, except on screenshot.png');
  const evidence = JSON.parse(masked.files['evidence.json']);
  expect(fits(evidence), JSON.stringify(fits.errors)).toBe(true);
  expect(evidence.phone_numbers).toBe('masked_except_screenshot');
  expect(evidence.items.time_window.from).toBe('2026-11-12T12:00:00-06:00');

  await bundle.getByRole('checkbox', { name: 'Mask numbers' }).uncheck();
  const { files } = await saved(page);
  const shown = JSON.parse(files['evidence.json']);
  expect(fits(shown), JSON.stringify(fits.errors)).toBe(true);
  expect(shown.phone_numbers).toBe('shown');
  expect(readable(files['diagnostics.md'].toString('utf8'), [number])).toEqual([number]);
  expect(await copied(page, bundle, 'Copy as text')).toContain('Phone numbers shown');

  await bundle.getByRole('button', { name: 'Write it from the evidence' }).click();
  await expect(symptom).not.toHaveValue(/since noon/);
  await symptom.fill(' ');
  await expect(bundle).toContainText('6 of 7 ready');
  await expect(bundle).toContainText('Say what is seen.');
});
