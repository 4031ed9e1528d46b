// Every action in every status: what the server says of it is what the page says.
import { expect, test } from './demo.js';
import { LivePage } from './live_page.js';

const STAGES = {
  draft: 'cmp_3tr6b',
  scheduled: 'cmp_0vw81',
  running: 'cmp_8f3k2q',
  paused: 'cmp_2d71x',
  completed: 'cmp_4nb7c',
  failed: 'cmp_6yd2s',
  cancelled: 'cmp_9cx5e',
};
const LABELS = {
  start: 'Start', pause: 'Pause', resume: 'Resume', stop: 'Stop', cancel: 'Cancel', restart: 'Restart',
  clone: 'Clone', attempt_report: 'Attempt report', set_concurrency: 'Lower concurrency',
};

for (const [status, id] of Object.entries(STAGES)) {
  test(`${status}: the page allows what the server allows, and says why not in its words`, async ({ page, demo }) => {
    const snapshot = await (await fetch(`${demo.address}api/campaigns/${id}/snapshot`)).json();
    expect(snapshot.campaign.status).toBe(status);
    await new LivePage(page).open(id);
    await page.getByRole('button', { name: 'More actions' }).click();
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    const isPaused = snapshot.actions.some((action) => action.name === 'resume' && action.available);
    const shown = snapshot.actions.filter((action) => LABELS[action.name] && !(action.name === 'start' && isPaused));
    expect(shown.length, 'or this proves nothing').toBeGreaterThan(5);
    for (const { name, available, reason } of shown) {
      const label = new RegExp(`^${LABELS[name]}(…|\\b)`);
      const button = page.getByRole('banner').or(page.locator('.page-actions')).getByRole('button', { name: label });
      const item = menu.getByRole('menuitem', { name: label });
      const control = (await button.count()) ? button.first() : item.first();
      await expect(control, `${status}: ${name} has its place`).toHaveCount(1);
      const closed = (await control.getAttribute('aria-disabled')) === 'true';
      expect(closed, `${status}: ${name}`).toBe(!available);
      if (available) continue;
      const said = `${await control.textContent()} ${await control.evaluate((element) => {
        const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
        return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
      })}`;
      expect(said, `${status}: ${name}`).toContain(reason);
    }
  });
}
