// The fault matrix: the browser tests' world, with a table of its own at the end.
import { defineConfig } from '@playwright/test';
import base from '../e2e/playwright.config.js';

export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/faults',
  // Costs nothing where all is well.
  use: { ...base.use, actionTimeout: 60_000, navigationTimeout: 120_000 },
  globalTeardown: './table.js',
});
