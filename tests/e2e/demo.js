// The world of the browser tests: one demo server a worker, put back to its seed before any
// test that finds it changed, and pages that fail the test on anything said in the console and on
// anything that their policy forbids.
import { test as base, expect } from '@playwright/test';
import { DIST, Demo } from './demo_server.js';

/** Collects what must never happen on a page, whatever the API answers. */
export function watch(page, demo, allowed, origins = []) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error}`));
  page.on('console', (message) => {
    const network = message.text().startsWith('Failed to load resource');
    const expected = allowed.some((pattern) => pattern.test(message.text()));
    if (message.type() === 'error' && !network && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (request.method() !== 'GET') demo.touched = true;
    if (/^https?:/.test(url) && ![demo.address, ...origins].some((origin) => url.startsWith(origin))) faults.push(`a request left the origin: ${url}`);
  });
  page.on('response', (response) => {
    const headers = response.headers();
    const isPage = response.url().startsWith(demo.address) && /text\/html/.test(headers['content-type']) && response.request().resourceType() === 'document';
    if (isPage && !/default-src 'none'/.test(headers['content-security-policy'])) faults.push(`a page without a policy: ${response.url()}`);
  });
  return faults;
}

export const test = base.extend({
  demo: [
    async ({}, use) => {
      const demo = await Demo.start();
      await use(demo);
      // Reports that came after the last test of a page had ended.
      const late = await demo.reported();
      demo.stop();
      expect(late, 'reports of the policy').toEqual([]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ demo }, use) => use(demo.address),

  /** What this test lets the console say, beyond the network's own errors. */
  allowed: [[], { option: true }],

  /** Further origins that the page of this test may ask. */
  origins: [[], { option: true }],

  /** Browsers report to the server themselves, of frames and of shadow roots, too. */
  policy: [
    async ({ demo }, use) => {
      await use();
      expect(await demo.reported(), 'reports of the policy').toEqual([]);
    },
    { auto: true },
  ],

  page: async ({ page, demo, allowed, origins }, use) => {
    await demo.restore();
    const faults = watch(page, demo, allowed, origins);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(faults, 'what the page must never do').toEqual([]);
  },
});

export { DIST, Demo, expect };

export const count = (value) => value.toLocaleString('en-US');
