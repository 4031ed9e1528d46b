// The fault matrix: the browser tests' world, with a table of its own at the end.
import { defineConfig } from '@playwright/test';
import base from '../e2e/playwright.config.js';

export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../test-results/faults',
  globalTeardown: './table.js',
});
