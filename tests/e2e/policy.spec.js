// The policy: what it is, that it is on every page, that whatever breaks it is noticed, and that no
// test looks at a page without noticing.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from './demo.js';
import { RUNNING, partsAreThere } from './live_page.js';
import { DIRECTIVES, reportingTo } from './policy.js';

const FOLDER = new URL('.', import.meta.url);
/** Worlds of their own, each with a policy of its own that fails its tests; the colors are read from their sheet, in no page. */
const OWN_WORLDS = { 'chart_module.spec.js': 'securitypolicyviolation', 'color_vision.spec.js': 'style/tokens.css', 'prism.spec.js': './prism.js' };

/** What an attacker would try, and which part of the policy is in the way of it. */
const TRIED = {
  'an inline script': ['script-src-elem', () => document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.__pwned = 1' }))],
  'an attribute that is a script': ['script-src-attr', () => document.body.setAttribute('onclick', 'window.__pwned = 1')],
  'an address that is a script': ['script-src-elem', () => Object.assign(document.body.appendChild(document.createElement('a')), { href: 'javascript:window.__pwned=1' }).click()],
  'text made into a program': ['script-src', () => setTimeout(() => { try { new Function('window.__pwned = 1')(); } catch { /* that is the point */ } })],
  'a script from elsewhere': ['script-src-elem', () => document.head.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/x.js' }))],
  'a script out of a blob': ['script-src-elem', () => document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob(['window.__pwned = 1'], { type: 'text/javascript' })) }))],
  'a worker out of a blob': ['worker-src', () => { try { new Worker(URL.createObjectURL(new Blob(['']))); } catch { /* that is the point */ } }],
  'an inline style': ['style-src-attr', () => document.body.setAttribute('style', 'color: red')],
  'a request to elsewhere': ['connect-src', () => fetch('https://elsewhere.example/').catch(() => {})],
  'a beacon to elsewhere': ['connect-src', () => navigator.sendBeacon('https://elsewhere.example/', 'x')],
  'a picture from elsewhere': ['img-src', () => { new Image().src = 'https://elsewhere.example/x.png'; }],
  'a frame from elsewhere': ['frame-src', () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' }))],
  'an object': ['object-src', () => document.body.append(Object.assign(document.createElement('object'), { data: '/x.swf', type: 'application/x-shockwave-flash' }))],
  'another base of addresses': ['base-uri', () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' }))],
  'a form sent to elsewhere': ['form-action', () => Object.assign(document.body.appendChild(document.createElement('form')), { action: 'https://elsewhere.example/', method: 'post' }).submit()],
};

/** What is settled; whoever changes it changes docs/security.md, too. */
const SETTLED = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

test('every page has the policy, and it is the settled one', async ({ page, demo }) => {
  expect(Object.fromEntries(DIRECTIVES)).toEqual(SETTLED);
  for (const address of ['', 'campaigns/x', 'auth/login/console/', 'foreign/bull/console/', 'hostile/console/', 'auth/faulty/']) {
    const answer = await page.request.get(`/${address}`, { headers: { Accept: 'text/html' } });
    const sent = answer.headers()['content-security-policy'].split('; ');
    expect(sent.sort(), address).toEqual(reportingTo('/demo/violations').split('; ').sort());
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
    expect(answer.headers()['referrer-policy']).toBe('no-referrer');
  }
  expect(await demo.reported()).toEqual([]);
});

test.describe('what breaks the policy', () => {
  // Pages of their own: the others fail their test at the first such thing.
  test('is stopped and reported: scripts, workers, blobs, styles, requests, forms', async ({ context, demo }) => {
    const page = await context.newPage();
    await page.route('https://elsewhere.example/**', (route) => route.abort());
    await page.goto(`/#/campaigns/${RUNNING}`);
    await partsAreThere(page);
    for (const [what, [directive, attempt]] of Object.entries(TRIED)) {
      await page.evaluate(attempt);
      await expect.poll(async () => (await demo.reported()).join(), { message: what }).toContain(`"effective-directive":"${directive}"`);
      expect(await page.evaluate(() => window.__pwned), what).toBeUndefined();
    }
    expect(await page.evaluate(() => document.querySelectorAll('base').length && document.baseURI)).not.toContain('elsewhere');
  });

  test('is reported from within a closed shadow root, too', async ({ context, demo }) => {
    const page = await context.newPage();
    await page.goto(`/#/campaigns/${RUNNING}`);
    await partsAreThere(page);
    await page.evaluate(() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      root.append(document.createElement('p'));
      root.firstChild.setAttribute('style', 'color: red');
    });
    await expect.poll(async () => (await demo.reported()).join()).toContain('style-src-attr');
  });
});

test('no test looks at a page without noticing', () => {
  for (const name of readdirSync(FOLDER).filter((name) => name.endsWith('.spec.js'))) {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const watches = OWN_WORLDS[name] ?? /import \{[^}]*\btest\b[^}]*\} from '\.\/(?:demo|hosts)\.js'/;
    expect(text, name).toMatch(watches instanceof RegExp ? watches : new RegExp(watches.replaceAll('.', '\\.')));
    if (!OWN_WORLDS[name]) expect(text, name).not.toMatch(/^import .*@playwright/m);
  }
});
