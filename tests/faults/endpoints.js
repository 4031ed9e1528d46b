// How an operator gets to each operation of the contract. What must come of a failure is in kinds.js.

const CAMPAIGN = 'cmp_8f3k2q';
const JOB = 'job_77ae0';
const button = (name) => async (page) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
const inDialog = (name) => async (page) => page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click();

/** Presses r, the key that reads everything on screen again. */
const byKey = async (page) => page.keyboard.press('r');
const byButton = button('Refresh');

const live = (card) => ({ path: `/live/${card}`, at: '/live', says: 'cause', refresh: button('Refresh all'), rest: /Needs attention/, waitsInSilence: true });

/** What the palette finds, asked with other words each time. */
async function find(page) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything, do anything' }).fill('Claims outreach');
}

const CUT_OFF = 'the file is as it is: a kind that changes content changes none of it';
const AGAIN = 'asked anew each time; nothing older is kept';

/**
 * `path`: what of the API fails; `at`: the screen that asks it, or `open`, what is pressed there for it to be asked;
 * `refresh`: how it is asked again; `says`: the sentence, the cause in a line, or what is said of a file;
 * `waitsInSilence`: something stands for the answer there, which does not say after a while that it is late;
 * `leave`: how what was opened is left before it is opened again;
 * `rest`: what else is on that screen and must stay; `not`: why a phase or a kind cannot be.
 */
export const READINGS = {
  'GET /capabilities': { path: '/capabilities', at: '/this-api', refresh: byButton, reload: true },
  'GET /campaigns': { path: '/campaigns', at: '/campaigns', refresh: byButton },
  'GET /campaigns/{campaign_id}/snapshot': { path: `/campaigns/${CAMPAIGN}/snapshot`, at: `/campaigns/${CAMPAIGN}`, refresh: byButton },
  'GET /campaigns/{campaign_id}/tasks': { waitsInSilence: true, path: `/campaigns/${CAMPAIGN}/tasks`, at: `/campaigns/${CAMPAIGN}?status=exhausted&size=20`, refresh: byButton, rest: /Number pool health/ },
  'GET /campaigns/{campaign_id}/tasks/{task_id}': { path: ({ task }) => `/campaigns/${CAMPAIGN}/tasks/${task}`, at: ({ task }) => `/campaigns/${CAMPAIGN}/tasks/${task}`, refresh: byKey, rest: /Number pool health/ },
  'GET /campaigns/{campaign_id}/numbers': { waitsInSilence: true, path: `/campaigns/${CAMPAIGN}/numbers`, at: `/campaigns/${CAMPAIGN}`, open: button('Export the pool'), file: true, rest: /Number pool health/, asksAnew: true },
  'GET /campaigns/{campaign_id}/attempt-report': {
    waitsInSilence: true,
    path: `/campaigns/${CAMPAIGN}/attempt-report`,
    at: `/campaigns/${CAMPAIGN}`,
    open: async (page) => {
      await button('More actions')(page);
      await page.getByRole('menuitem', { name: /^Attempt report/ }).click();
    },
    says: 'file',
    file: true,
    rest: /Number pool health/,
    asksAnew: true, not: { usable: CUT_OFF },
  },
  'GET /calls': { path: '/calls', at: '/calls?size=20', refresh: byButton },
  'GET /find': { waitsInSilence: true, path: '/find', at: '/campaigns', open: find, leave: async (page) => page.keyboard.press('Escape'), rest: /Why, right now/i, asksAnew: true },
  'GET /jobs': { path: '/jobs', at: '/jobs', refresh: byButton },
  'GET /jobs/{job_id}': { path: `/jobs/${JOB}`, at: `/jobs/${JOB}`, refresh: byButton, rest: /Renewal outreach/ },
  'GET /records': { path: '/records', at: `/records?job=${JOB}&size=20`, refresh: byButton },
  'GET /records/{record_id}': { path: ({ record }) => `/records/${record}`, at: ({ record }) => `/records/${record}?job=${JOB}&size=20`, refresh: byKey, rest: /Records/ },
  'GET /records/{record_id}/journey': { path: ({ record }) => `/records/${record}/journey`, at: ({ record }) => `/jobs/${JOB}/records/${record}/journey`, refresh: byKey, rest: /Renewal outreach/ },
  'GET /spinners': { path: '/spinners', at: '/jobs', open: button('Start a run…'), rest: /Renewal outreach/, asksAnew: true },
  'GET /retries': { waitsInSilence: true, path: '/retries', says: 'cause', at: `/triage?job=${JOB}`, refresh: button('Refresh evidence'), rest: /Job health and stage/ },
  'GET /retries/{retry_id}': { waitsInSilence: true, begins: true, path: ({ retry }) => `/retries/${retry}`, at: ({ retry }) => `/triage?job=${JOB}&retry=${retry}`, refresh: button('Refresh evidence'), rest: /Job health and stage/ },
  'GET /live/campaigns': live('campaigns'),
  'GET /live/calls': live('calls'),
  'GET /live/jobs': live('jobs'),
  'GET /live/callbacks': live('callbacks'),
  'GET /live/credits': live('credits'),
  'GET /live/runtime': live('runtime'),
  'GET /live/states': live('states'),
  'GET /failures': { waitsInSilence: true, path: '/failures', at: `/triage?campaign=${CAMPAIGN}`, says: 'cause', refresh: button('Refresh evidence'), rest: /Job health and stage/ },
  'GET /duplicates': { waitsInSilence: true, path: '/duplicates', at: `/triage?campaign=${CAMPAIGN}`, says: 'cause', refresh: button('Refresh evidence'), rest: /Job health and stage/ },
};

/** What the API says of what was done. */
const statusOf = async (demo) => {
  const { campaign, activity } = await demo.snapshot(CAMPAIGN);
  return `${campaign.status}, ${activity.length} in its activity`;
};
const retriesOf = async (demo) => (await demo.read(`/retries?job=${JOB}`)).items.map(({ id, state }) => `${id} ${state}`).join(', ');

const startRetry = async (page) => page.getByRole('button', { name: /^Retry (a sample|1 contact|\d+-contact sample)…$/ }).click();

/** `act`: what is pressed; `again`: what is pressed after a refusal, where that is more; `deeds`: what the API then says was done; `spares`: what of the same part must not fail. */
export const ACTIONS = {
  'POST /campaigns/{campaign_id}/actions/{action}': { path: `/campaigns/${CAMPAIGN}/actions/pause`, at: `/campaigns/${CAMPAIGN}`, act: button('Pause'), deeds: statusOf },
  'POST /records/{record_id}/actions/{action}': {
    path: ({ record }) => `/records/${record}/actions/retry`,
    at: ({ record }) => `/records/${record}?job=${JOB}&size=20`,
    open: button('Retry…'),
    act: inDialog('Retry'),
    deeds: async (demo, { record }) => (await demo.read(`/records/${record}`)).record.status,
  },
  'POST /spinners/{spinner_id}/runs': { path: '/spinners', at: '/jobs', open: button('Start a run…'), act: inDialog('Start run'), deeds: async (demo) => (await demo.read('/jobs')).page.total },
  'POST /retries/preview': { path: '/retries/preview', at: `/triage?job=${JOB}`, act: startRetry, again: inDialog('Try again'), deeds: retriesOf, isHarmless: true },
  'POST /retries': { path: '/retries', spares: [['/retries/preview', 'flaky-503']], at: `/triage?job=${JOB}`, open: startRetry, act: inDialog('Start the sample'), deeds: retriesOf },
  'POST /retries/{retry_id}/actions/{action}': {
    begins: true,
    path: ({ retry }) => `/retries/${retry}/actions/stop`,
    at: ({ retry }) => `/triage?job=${JOB}&retry=${retry}`,
    open: button('Stop…'),
    act: inDialog('Stop the retry'),
    again: async (page) => {
      await button('Stop…')(page);
      await inDialog('Stop the retry')(page);
    },
    deeds: retriesOf,
  },
};
