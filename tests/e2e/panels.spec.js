// Single sections of a campaign, the shell around an embedded console, and what it tells the page.
import { expect, test } from './demo.js';
import { RUNNING } from './live_page.js';

/** What each panel is called on screen, and something that only it shows. */
const PANELS = {
  kpi: { region: 'Progress and key figures', shows: 'Answered attempts' },
  verdict: { region: "Why isn't it dialing faster?", shows: 'At its limit' },
  dispatch: { region: 'Dispatch and queue health', shows: 'Tasks by status' },
  tasks: { region: 'Tasks', shows: 'Showing 50 of' },
  numbers: { region: 'Number pool health', shows: 'Bandwidth' },
  timeline: { region: 'Campaign timeline', shows: 'No answer or busy' },
};

/** A page with a console on it, and what that told the page. */
class Portal {
  constructor(page) {
    this.page = page;
    this.element = page.locator('ringside-console');
    this.asked = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) this.asked.push(request.method() + pathname.slice(4) + search);
    });
  }

  async open(attributes) {
    if (!this.hasEars) {
      await this.page.addInitScript(() => {
        window.told = [];
        for (const name of ['ready', 'navigate', 'select', 'action', 'error', 'auth-required']) {
          document.addEventListener(`ringside:${name}`, (event) => window.told.push([name, event.detail]));
        }
      });
      this.hasEars = true;
    }
    await this.page.goto(`/portal/?${new URLSearchParams({ 'api-base': '/api', ...attributes })}`);
    await this.isReady();
    return this;
  }

  told(name) {
    return this.page.evaluate((wanted) => window.told.filter(([name]) => name === wanted).map(([, detail]) => detail), name);
  }

  /** Waits until the module is there and has drawn something. */
  async isReady() {
    await expect.poll(() => this.told('ready'), { timeout: 15_000 }).toEqual([{}]);
  }

  /** Waits for an event of that name with such a detail. */
  async hears(name, detail) {
    await expect.poll(() => this.told(name)).toContainEqual(detail);
  }

  /** What belongs to a page of its own is not there. */
  async hasNoFrame() {
    await expect(this.element.getByRole('navigation', { name: /Main|Breadcrumb/ })).toHaveCount(0);
    for (const role of ['banner', 'main']) await expect(this.element.getByRole(role)).toHaveCount(0);
  }

  /** Lets the next places that the console wants to go to be the portal's own business. */
  keepsPlaces() {
    return this.page.evaluate(() => document.addEventListener('ringside:navigate', (event) => event.preventDefault()));
  }
}

for (const [panel, { region, shows }] of Object.entries(PANELS)) {
  test(`the panel ${panel} shows its section alone, and asks for no more`, async ({ page }) => {
    const portal = await new Portal(page).open({ panel, 'campaign-id': RUNNING });
    const section = portal.element.getByRole('region', { name: region, exact: true });
    await expect(section).toContainText(shows);
    await expect(portal.element.getByRole('region', { name: 'Ringside' })).toContainText('Q4 policy renewals');
    for (const other of Object.values(PANELS).filter((each) => each.region !== region)) {
      await expect(portal.element.getByRole('region', { name: other.region, exact: true })).toHaveCount(0);
    }
    await portal.hasNoFrame();
    await expect(portal.element.locator('[data-part-waiting]')).toHaveCount(0);
    expect(portal.asked.sort()).toEqual([`GET/campaigns/${RUNNING}/snapshot`, 'GET/capabilities']);
    // Nothing leads to a place that a panel does not have.
    const links = await portal.element.getByRole('link').evaluateAll((all) => all.filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href')));
    expect(links.filter((href) => !href.startsWith(`#/campaigns/${RUNNING}/tasks/`))).toEqual([]);
  });
}

test('a panel refreshes, says how old it is, and when it is stale', async ({ page, demo }) => {
  const portal = await new Portal(page).open({ panel: 'kpi', 'campaign-id': RUNNING });
  const tile = portal.element.getByRole('group', { name: 'Completed' });
  const before = await tile.textContent();
  await demo.advance(900);
  await portal.element.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(tile).not.toHaveText(before);
  await expect(portal.element.getByText(/^Updated 14:45/)).toBeVisible();
  // The same from outside.
  const again = page.waitForResponse((response) => response.url().endsWith('/snapshot'));
  await page.evaluate(() => document.querySelector('ringside-console').refresh());
  await again;
  await page.context().setOffline(true);
  await page.evaluate(() => document.querySelector('ringside-console').refresh());
  await expect(portal.element.getByText(/^Last good 14:45/)).toBeVisible();
  await expect(portal.element.getByRole('button', { name: 'Try now' })).toBeVisible();
  await expect(tile).toBeVisible();
  await portal.hears('error', { kind: 'unreachable', message: 'The dialer API could not be reached.' });
  await page.context().setOffline(false);
  await portal.element.getByRole('button', { name: 'Try now' }).click();
  await expect(portal.element.getByText(/^Updated 14:45/)).toBeVisible();
});

test('a panel that cannot be says what is missing', async ({ page }) => {
  const portal = new Portal(page);
  await portal.open({ panel: 'figures', 'campaign-id': RUNNING });
  await expect(portal.element.getByRole('alert')).toHaveText(/There is no panel “figures”\..*Known are .*kpi.*numbers/);
  await portal.open({ panel: 'tasks' });
  await expect(portal.element.getByRole('alert')).toContainText('The panel “tasks” needs a campaign.');
  // A draft has neither dispatch health nor figures, and that is not the same.
  await portal.open({ panel: 'dispatch', 'campaign-id': 'cmp_3tr6b' });
  await expect(portal.element.getByRole('region', { name: 'Dispatch and queue health' })).toContainText('Not reported.');
  await portal.open({ panel: 'kpi', 'campaign-id': 'cmp_3tr6b' });
  await expect(portal.element.getByRole('region', { name: 'Progress and key figures' })).toContainText('No figures yet.');
  await portal.open({ panel: 'kpi', 'campaign-id': 'fault-500' });
  await expect(portal.element.getByRole('alert')).toContainText('The key figures did not load.');
  await expect(portal.element.getByRole('heading', { name: 'Progress and key figures' })).toBeAttached();
  const [failure] = await portal.told('error');
  expect(failure).toMatchObject({ kind: 'server-failed', message: 'The dialer API failed (HTTP 500).' });
});

test('the tasks of a panel are filtered, opened and closed in the controlled route', async ({ page }) => {
  const portal = await new Portal(page).open({ panel: 'tasks', 'campaign-id': RUNNING });
  const home = page.url();
  const entries = await page.evaluate(() => history.length);
  const tasks = portal.element.getByRole('region', { name: 'Tasks' });
  await tasks.getByRole('button', { name: 'Next' }).click();
  await portal.hears('navigate', { route: `/campaigns/${RUNNING}?page=2`, replace: false });
  await expect(tasks.getByRole('textbox', { name: /^Page/ })).toHaveValue('2');
  const row = tasks.getByRole('row').nth(3);
  await row.getByRole('button', { name: /^Debug/ }).click();
  const drawer = portal.element.getByRole('dialog');
  await expect(drawer).toBeVisible();
  const [, task] = await portal.told('select');
  expect(task.kind).toBe('task');
  expect(await portal.told('select')).toEqual([{ kind: 'campaign', id: RUNNING }, { kind: 'task', id: task.id }]);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await portal.hears('select', { kind: 'task', id: null });
  // What the portal keeps for itself does not happen.
  await portal.keepsPlaces();
  await tasks.getByRole('button', { name: 'Next' }).click();
  await portal.hears('navigate', { route: `/campaigns/${RUNNING}?page=3`, replace: false });
  await expect(tasks.getByRole('textbox', { name: /^Page/ })).toHaveValue('2');
  await page.evaluate((route) => document.querySelector('ringside-console').navigate(route), `/campaigns/${RUNNING}?page=3`);
  await expect(tasks.getByRole('textbox', { name: /^Page/ })).toHaveValue('3');
  expect([page.url(), await page.evaluate(() => history.length)]).toEqual([home, entries]);
});

test('an action is told from asking to its end', async ({ page }) => {
  const portal = await new Portal(page).open({ 'campaign-id': RUNNING });
  await portal.element.getByRole('button', { name: 'Pause', exact: true }).click();
  const said = portal.element.getByRole('dialog');
  if (await said.isVisible()) await said.getByRole('button', { name: 'Pause' }).click();
  await portal.hears('action', { action: 'pause', target: RUNNING, state: 'done' });
  expect(await portal.told('action')).toEqual([
    { action: 'pause', target: RUNNING, state: 'asked' },
    { action: 'pause', target: RUNNING, state: 'done' },
  ]);
});

test('inside a page of somebody else there is a way back, and no frame', async ({ page }) => {
  const portal = await new Portal(page).open({ route: '/' });
  await portal.hasNoFrame();
  await portal.element.getByRole('link', { name: 'Q4 policy renewals' }).first().click();
  await expect(portal.element.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
  await portal.element.getByRole('link', { name: 'View campaign calls' }).click();
  await expect(portal.element.getByRole('heading', { level: 1 })).toHaveText('Call log');
  await portal.element.getByRole('link', { name: 'Campaign', exact: true }).click();
  await expect(portal.element.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
  await portal.element.getByRole('link', { name: 'Campaigns', exact: true }).click();
  await expect(portal.element.getByRole('heading', { level: 1 })).toHaveText('Campaigns');
  await expect(portal.element.getByRole('link', { name: 'Campaigns', exact: true })).toHaveCount(0);
  // A campaign that the portal chose by itself has no list to go back to.
  await page.evaluate((route) => document.querySelector('ringside-console').navigate(route), `/campaigns/${RUNNING}`);
  await expect(portal.element.getByRole('heading', { level: 1 })).toHaveText('Q4 policy renewals');
  await expect(portal.element.getByRole('link', { name: 'Campaigns', exact: true })).toHaveCount(0);
});

test('what the page sets holds, has no switch, and is not remembered', async ({ page }) => {
  const portal = await new Portal(page).open({ 'campaign-id': RUNNING, nav: '', theme: 'dark', density: 'comfortable', 'time-zone': 'Asia/Tokyo' });
  const navigation = portal.element.getByRole('navigation', { name: 'Main' });
  await expect(navigation).toContainText('Times in Asia/Tokyo');
  await expect(navigation.getByRole('button', { name: /^(Theme|Rows)/ })).toHaveCount(0);
  await expect(portal.element.getByText(/^Updated 05:30:00 GMT\+9/)).toBeVisible();
  const look = () => portal.element.locator('.ringside').evaluate((root) => ({ ...root.dataset }));
  expect(await look()).toMatchObject({ theme: 'dark', density: 'comfortable' });
  await page.evaluate(() => {
    const console = document.querySelector('ringside-console');
    console.theme = 'light';
    console.density = 'compact';
    console.timeZone = 'utc';
  });
  await expect.poll(look).toMatchObject({ theme: 'light', density: 'compact' });
  await expect(portal.element.getByText(/^Updated 20:30:00 UTC/)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('who is signed out is told once, and finds the way back in', async ({ page, demo }) => {
  const portal = await new Portal(page).open({ 'api-base': '/auth/key/api', 'campaign-id': RUNNING, panel: 'verdict' });
  await page.evaluate(() => {
    window.told = [];
    document.querySelector('ringside-console').config = { auth: { mode: 'key', header: 'X-Demo-Key' } };
  });
  await portal.isReady();
  await portal.hears('auth-required', {});
  expect(await portal.told('auth-required')).toHaveLength(1);
  // Nobody worked in it: the portal is not covered by a question.
  const question = portal.element.getByRole('dialog');
  await expect(question).toBeHidden();
  const way = portal.element.getByRole('button', { name: 'Sign in' });
  await way.click();
  await portal.element.getByRole('button', { name: 'Not now' }).click();
  await expect(question).toBeHidden();
  await way.click();
  await question.getByLabel('Key').fill('key-5ecre7');
  await question.getByRole('button', { name: 'Sign in' }).click();
  await expect(portal.element.getByRole('region', { name: "Why isn't it dialing faster?" })).toContainText('At its limit');
  await expect(way).toHaveCount(0);
  expect(await portal.told('error')).toEqual([]);
  // A session that ends while somebody works in the console asks at once, over the figures.
  await demo.control('expire');
  await portal.element.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(question).toBeVisible();
  expect(await portal.told('auth-required')).toHaveLength(2);
});
