// The real Airflow of the live test, asked directly: to set it to work, and to compare with what the page shows.
import { test as base, expect } from '@playwright/test';

const AIRFLOW = process.env.RINGSIDE_AIRFLOW;
const USER = 'operator';
const PASSWORD = process.env.RINGSIDE_PASSWORD;
const SCHEDULER = Number(process.env.RINGSIDE_SCHEDULER);
const DAG = 'outbound_reminders';

/** What each run is told; 36 contacts in all. */
const RUNS = [
  { note: 'batch 1', conf: { contacts: 8 } },
  { note: 'batch 2', conf: { contacts: 8, broken: true } },
  { note: 'batch 3', conf: { contacts: 8 } },
  { note: 'batch 4', conf: { contacts: 6 } },
  { note: 'batch 5', conf: { contacts: 6 } },
];

class Airflow {
  async ask(path, body, method = body ? 'POST' : 'GET') {
    this.token ??= await this.signIn();
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const answer = await fetch(new URL(`/api/v2${path}`, AIRFLOW), { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  async signIn() {
    const body = JSON.stringify({ username: USER, password: PASSWORD });
    const answer = await fetch(new URL('/auth/token', AIRFLOW), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return (await answer.json()).access_token;
  }

  /** All runs, the newest first. */
  async runs() {
    return (await this.ask(`/dags/${DAG}/dagRuns?order_by=-run_after`)).dag_runs;
  }

  async run(note) {
    return (await this.runs()).find((run) => run.note === note);
  }

  async contacts(run, query = '') {
    return this.ask(`/dags/${DAG}/dagRuns/${encodeURIComponent(run.dag_run_id)}/taskInstances?task_id=call_contact${query}`);
  }

  /** Triggers every run, and waits for the last to end. */
  async work() {
    if ((await this.ask('/dags')).total_entries === 0 || (await this.runs()).length === 0) {
      await expect.poll(async () => (await this.ask('/dags')).total_entries, { timeout: 60_000 }).toBe(1);
      await this.ask(`/dags/${DAG}`, { is_paused: false }, 'PATCH');
      for (const run of RUNS) await this.ask(`/dags/${DAG}/dagRuns`, { logical_date: null, ...run });
    }
    const ended = async () => (await this.runs()).filter((run) => ['success', 'failed'].includes(run.state)).length;
    await expect.poll(ended, { timeout: 240_000, intervals: [2_000] }).toBe(RUNS.length);
  }

  /** The scheduler stands still until it is woken. */
  hold() {
    process.kill(SCHEDULER, 'SIGSTOP');
  }

  wake() {
    process.kill(SCHEDULER, 'SIGCONT');
  }
}

const secrets = async (page) => {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.documentElement.outerHTML]));
  return [PASSWORD, 'eyJ'].filter((secret) => kept.includes(secret));
};

const panel = (page) => page.getByRole('dialog', { name: 'Sign in' });

/** Types name and password into the panel that is there. */
async function signIn(page, password = PASSWORD) {
  await expect(panel(page)).toBeVisible();
  await panel(page).getByLabel('User name').fill(USER);
  await panel(page).getByLabel('Password').fill(password);
  await panel(page).getByRole('button', { name: 'Sign in' }).click();
}

export const test = base.extend({
  airflow: [
    async ({}, use) => {
      const airflow = new Airflow();
      await airflow.work();
      await use(airflow);
      airflow.wake();
    },
    { scope: 'worker', timeout: 360_000 },
  ],

  page: async ({ page }, use) => {
    const faults = [];
    page.on('pageerror', (error) => faults.push(`uncaught: ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
      if (/eyJ/.test(message.text())) faults.push('a token in the console');
    });
    await use(page);
    expect(faults, 'what the page must never do').toEqual([]);
    expect(await secrets(page), 'what must not be kept').toEqual([]);
  },
});

export { expect, panel, signIn };
