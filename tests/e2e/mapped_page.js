// A console that reads another company's API through a mapping, as an operator knows it.
import { expect } from './demo.js';
import { LivePage, partsAreThere } from './live_page.js';

const EMAIL = 'operator@example.com';
const PASSWORD = 'ringside';

/** The console beside the recorded Dograh, behind the system's own login call. */
export class DograhPage extends LivePage {
  constructor(page) {
    super(page);
    this.folder = 'foreign/dograh/console/';
    this.signIn = page.getByRole('dialog', { name: 'Sign in' });
  }

  async signedIn(place = '#/campaigns') {
    await this.page.goto(this.folder + place);
    await this.signIn.getByLabel('User name').fill(EMAIL);
    await this.signIn.getByLabel('Password').fill(PASSWORD);
    await this.signIn.getByRole('button', { name: 'Sign in' }).click();
    await expect(this.signIn).toBeHidden();
    return this;
  }

  /** Signs in at a campaign's page and waits until its figures are there. */
  async campaign(id = '1') {
    await this.signedIn(`#/campaigns/${id}`);
    await expect(this.title).toBeVisible();
    await partsAreThere(this.page);
    return this;
  }
}

/** Asks the recorded Dograh itself, as somebody else would: `POST /campaign/1/pause`. */
export async function elsewhere(demo, method, path) {
  const base = new URL('foreign/dograh/api/v1', demo.address).href;
  const body = JSON.stringify({ email: EMAIL, password: PASSWORD });
  const login = await fetch(`${base}/auth/login`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  const { token } = await login.json();
  const answer = await fetch(base + path, { method, headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  demo.touched ||= method !== 'GET';
  return answer.json();
}
