import base from '../e2e/playwright.config.js';

// One Airflow, whose runs the tests change one after the other.
export default {
  ...base,
  testDir: '.',
  outputDir: '../../test-results/live',
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { ...base.use, baseURL: process.env.RINGSIDE_LIVE },
};
