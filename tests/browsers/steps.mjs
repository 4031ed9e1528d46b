// The main screens as an operator goes through them: one list for every browser. Each step begins
// where it opens its own address; figures are compared with what the API answers.
import { PAUSED_BY_BREAKER, RUNNING } from '../e2e/campaigns.js';
import { until } from './operator.mjs';

const count = (value) => value.toLocaleString('en-US');

/** Opens an address and waits until every piece of the console is there: they push the rest about. */
async function open({ browser, demo, operator }, route) {
  await browser.open(`${demo.address}#${route}`);
  await operator.sees('heading');
  await operator.finds('every piece', () => !document.querySelector('[data-part-waiting], #ringside-skeleton'));
}

/** What the theme comes to: the background of the console, as the browser computed it. */
const ground = () => getComputedStyle(document.querySelector('.ringside')).backgroundColor;

export const STEPS = {
  async 'the list of campaigns leads to a campaign'(at) {
    const { operator, demo } = at;
    const { page } = await demo.read('/campaigns');
    await open(at, '/');
    await operator.reads(new RegExp(`of ${count(page.total)} campaigns`));
    await operator.press('link', 'Q4 policy renewals');
    await operator.address(new RegExp(`/campaigns/${RUNNING}$`));
    await operator.sees('heading', 'Q4 policy renewals');
  },

  async 'a campaign shows its verdict, figures, limits, tasks and numbers'(at) {
    const { operator, demo } = at;
    const { counts, tasks, numbers } = await demo.snapshot(RUNNING);
    await open(at, `/campaigns/${RUNNING}`);
    await operator.sees('region', /dialing/i, /At its limit/);
    await operator.sees('region', /[Kk]ey figures/, new RegExp(`Completed${count(counts.by_status.completed)}`));
    await operator.sees('region', 'Dispatch and queue health', /Available slots/);
    const rows = await operator.in('region', /^(Tasks|Campaign results)$/).sees('row');
    if (rows.count !== tasks.items.length) throw new Error(`${rows.count} rows of ${tasks.items.length} tasks`);
    const pool = await operator.in('region', 'Number pool health').sees('row');
    if (pool.count !== numbers.items.length) throw new Error(`${pool.count} rows of ${numbers.items.length} numbers`);
    await operator.finds('nothing is wider than the window', () => document.documentElement.scrollWidth <= innerWidth);
  },

  async 'a chart is drawn when it comes near the screen'(at) {
    const { operator } = at;
    await open(at, `/campaigns/${RUNNING}`);
    await operator.sees('region', 'Campaign timeline');
    await operator.finds('the picture has its areas', () => document.querySelectorAll('figure svg path').length > 10);
    await operator.press('button', 'Show as table for Campaign timeline');
    await operator.in('region', 'Campaign timeline').sees('row', null, /\d/);
  },

  async 'a filter narrows the tasks and is in the address'(at) {
    const { operator, demo } = at;
    const { counts } = await demo.snapshot(RUNNING);
    await open(at, `/campaigns/${RUNNING}`);
    await operator.in('region', 'Dispatch and queue health').press('button', /^Exhausted/);
    await operator.address(/status=exhausted/);
    await operator.sees('region', /^(Tasks|Campaign results)$/, new RegExp(`of ${count(counts.by_status.exhausted)} tasks`));
  },

  async 'a task opens in the drawer, and Escape goes back to its row'(at) {
    const { operator, demo, browser } = at;
    const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=exhausted`);
    await open(at, `/campaigns/${RUNNING}?status=exhausted`);
    const tasks = operator.in('region', /^(Tasks|Campaign results)$/);
    await operator.sees('region', /^(Tasks|Campaign results)$/, /Exhausted/);
    await tasks.press('link', items[0].contact.name);
    await operator.address(new RegExp(`/tasks/${items[0].id}`));
    await operator.in('dialog').sees('listitem');
    await browser.press('Escape');
    await operator.misses('dialog');
    await operator.address(/campaigns\/[^/]+\?status=exhausted$/);
  },

  async 'an action is confirmed first, and changes the campaign'(at) {
    const { operator, browser, demo } = at;
    demo.touched = true;
    await open(at, `/campaigns/${PAUSED_BY_BREAKER}`);
    await operator.press('button', 'Resume…');
    await operator.sees('dialog');
    await browser.press('Escape');
    await operator.misses('dialog');
    await operator.focuses('button', 'Resume…');
    await operator.press('button', 'Resume…');
    await operator.in('dialog').press('button', /^Resume/);
    await operator.sees('button', 'Pause');
    const { campaign } = await demo.snapshot(PAUSED_BY_BREAKER);
    if (campaign.status !== 'running') throw new Error(`The campaign is ${campaign.status}.`);
  },

  async 'the theme changes at once and is kept over a reload'(at) {
    const { operator, browser } = at;
    await open(at, `/campaigns/${RUNNING}`);
    await operator.press('button', 'Theme: auto');
    await operator.sees('button', 'Theme: light');
    const light = await browser.run(String(ground), []);
    await operator.press('button', 'Theme: light');
    await operator.finds('another ground', (before) => getComputedStyle(document.querySelector('.ringside')).backgroundColor !== before, light);
    await browser.run(String(() => location.reload()), []);
    await operator.sees('button', 'Theme: dark');
    await operator.press('button', 'Theme: dark');
  },

  async 'Live Ops has a figure on every card'(at) {
    const { operator } = at;
    await open(at, '/live');
    await operator.in('region', 'Needs attention').sees('listitem');
    await operator.sees('link', 'Q4 policy renewals');
  },

  async 'a run of Jobs leads to its records and a journey'(at) {
    const { operator, demo } = at;
    const { items } = await demo.read('/records?job=job_77ae0&status=failed&size=1');
    await open(at, '/jobs');
    await operator.in('region', 'Runs').press('cell', '1,180 of 1,180');
    await operator.address(/jobs\/job_77ae0$/);
    await operator.sees('region', 'Selected run', /of 1,180 records/);
    await open(at, `/jobs/job_77ae0/records/${items[0].id}/journey`);
    await operator.in('region', 'Pipeline journey').sees('listitem');
  },

  async 'Records opens one of them'(at) {
    const { operator, demo } = at;
    const { items, page } = await demo.read('/records?job=job_77ae0&status=failed');
    await open(at, '/records?job=job_77ae0&status=failed');
    await operator.sees('region', 'Records', new RegExp(`of ${count(page.total)} records`));
    await open(at, `/records/${items[0].id}?job=job_77ae0&status=failed`);
    await operator.in('dialog').sees('link', 'Open the journey');
  },

  async 'the call log finds calls by a kind of failure'(at) {
    const { operator, demo } = at;
    const { page } = await demo.read('/calls?sip_status=486');
    await open(at, '/calls?sip_status=486');
    await operator.sees('region', 'Calls', new RegExp(`of ${count(page.total)} calls`));
  },

  async 'triage names the likely cause'(at) {
    const { operator } = at;
    await open(at, `/triage?campaign=${PAUSED_BY_BREAKER}&symptom=few_calls`);
    await operator.sees('heading', /^Triage: /);
    await operator.sees('region', /^Most likely cause/, /breaker/i);
  },

  async 'the palette finds a campaign by its name'(at) {
    const { operator, browser } = at;
    await open(at, '/campaigns');
    await operator.press('button', /Campaign, contact, phone or any ID/);
    await operator.sees('dialog', 'Find anything, do anything');
    await browser.type('Claims outreach');
    await operator.in('dialog').sees('listitem', /Claims outreach/);
    await browser.press('Escape');
    await operator.misses('dialog', 'Find anything, do anything');
  },

  async 'an explained word tells what it means'(at) {
    const { operator, browser } = at;
    await open(at, `/campaigns/${RUNNING}`);
    await operator.press('button', /^Progress/);
    await operator.sees('tooltip');
    await operator.finds('all of it in the window', () => {
      const { left, top, right, bottom } = document.querySelector('[role=tooltip]:popover-open').getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    await browser.press('Escape');
    await operator.misses('tooltip');
  },

  async 'a failing API is told, and tried again'(at) {
    const { operator } = at;
    await open(at, '/campaigns/fault-503');
    await operator.reads(/HTTP 503/);
    await operator.sees('button', /^Try (again|now)/);
  },

  async 'the attempt report is saved'(at) {
    const { operator, browser, demo } = at;
    await open(at, `/campaigns/${RUNNING}`);
    await operator.press('button', 'More actions');
    await operator.press('menuitem', /^Attempt report/);
    await operator.sees('region', 'File', /is saved\./);
    if (!browser.saved) return;
    const answer = await (await fetch(new URL(`api/campaigns/${RUNNING}/attempt-report`, demo.address))).text();
    // The browser writes it after it has taken it all.
    await until(`a file of ${answer.length} characters`, async () => {
      const file = await browser.saved(/^attempts-.*\.csv$/);
      return { good: file === answer, seen: file?.length };
    });
  },

  async 'the custom element draws in somebody else\'s page and follows what that sets'(at) {
    const { operator, browser, demo } = at;
    const { counts } = await demo.snapshot(RUNNING);
    await browser.open(`${demo.address}portal/?api-base=/api&campaign-id=${RUNNING}`);
    await operator.sees('region', /[Kk]ey figures/, new RegExp(`Completed${count(counts.by_status.completed)}`));
    await browser.run(String(() => document.querySelector('ringside-console').setAttribute('theme', 'dark')), []);
    await operator.finds('it is dark', () => document.querySelector('ringside-console').shadowRoot.querySelector('.ringside[data-theme=dark]') !== null);
    await browser.run(String(() => document.querySelector('ringside-console').setAttribute('route', '/campaigns')), []);
    await operator.press('link', 'Storm claims callback');
    await operator.sees('heading', 'Storm claims callback');
    await operator.address(/\/portal\/\?[^#]*$/);
  },

  async 'a frame of another origin connects and is as high as its console'(at) {
    const { operator, browser, demo } = at;
    await browser.open(`${demo.address}portal/?frame=localhost&campaignId=${RUNNING}`);
    await operator.finds('the frame grows', () => document.querySelector('iframe')?.clientHeight > 2000);
  },
};
