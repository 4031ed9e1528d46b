import { defineConfig } from '@playwright/test';
import browser from '../e2e/playwright.config.js';

export default defineConfig({ ...browser, testDir: '.', outputDir: '../../test-results/hosting' });
