// The screens that operators work on, each by its address and what must be there before it is looked at.
import { expect } from './demo.js';
import { PAUSED_BY_BREAKER, RUNNING, partsAreThere } from './live_page.js';

const JOB = 'job_77ae0';
const table = (page, name) => page.getByRole('table', { name }).getByRole('row').nth(1);
const tasks = (page) => page.getByRole('region', { name: /^(Tasks|Campaign results)$/ }).getByRole('row').nth(1);

/** Screens whose figures may be a short page: their rows are alike. */
export const MAIN_SCREENS = {
  'the list': () => ({ at: '/campaigns', shows: (page) => page.getByRole('link', { name: 'Q4 policy renewals' }) }),
  'a running campaign': () => ({ at: `/campaigns/${RUNNING}?size=6`, shows: tasks }),
  'a paused campaign': () => ({ at: `/campaigns/${PAUSED_BY_BREAKER}?size=6`, shows: tasks }),
  'a draft': () => ({ at: '/campaigns/cmp_3tr6b', shows: (page) => page.getByRole('region', { name: 'Launch readiness' }) }),
  'a completed campaign': () => ({ at: '/campaigns/cmp_4nb7c?size=6', shows: tasks }),
  'a task in its drawer': async (demo) => {
    const { items } = await demo.read(`/campaigns/${RUNNING}/tasks?status=exhausted`);
    return { at: `/campaigns/${RUNNING}/tasks/${items[0].id}?size=6`, shows: (page) => page.getByRole('dialog').getByRole('listitem').first() };
  },
  'the call log': () => ({ at: '/calls?size=6', shows: (page) => table(page, 'Call log') }),
  'records with one open': async (demo) => {
    const { items } = await demo.read(`/records?job=${JOB}&status=failed&size=1`);
    return { at: `/records/${items[0].id}?size=6`, shows: (page) => page.getByRole('dialog').getByRole('link', { name: 'Open the journey' }) };
  },
  'a run with a journey': async (demo) => {
    const { items } = await demo.read(`/records?job=${JOB}&outcome=ai_timeout&size=1`);
    return {
      at: `/jobs/${JOB}/records/${items[0].id}/journey?size=8&records.status=failed&records.size=6`,
      shows: (page) => page.getByRole('region', { name: 'Pipeline journey' }).or(page.getByRole('dialog', { name: 'Pipeline journey' })).getByRole('listitem').first(),
    };
  },
  'Live Ops': () => ({ at: '/live', shows: (page) => page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').first() }),
  triage: () => ({ at: `/triage?campaign=${PAUSED_BY_BREAKER}&symptom=few_calls`, shows: (page) => page.getByRole('region', { name: 'Duplicate prevention' }).getByRole('listitem').first() }),
  'what this API provides': () => ({ at: '/this-api', shows: (page) => page.getByRole('heading', { level: 1 }) }),
};

/** Opens one of them and waits until nothing of it is missing. */
export async function openScreen(page, demo, name) {
  const { at, shows } = await MAIN_SCREENS[name](demo);
  await page.goto(`/#${at}`);
  // What it is opened for comes last, and a busy machine takes its time.
  await expect(shows(page)).toBeVisible({ timeout: 20_000 });
  await partsAreThere(page);
}
