import path from 'node:path';
import { defineConfig } from '@playwright/test';

/** Whole-program tests: each starts the real application, in a data folder of its own. */
export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: path.join(import.meta.dirname, 'support/global-setup.ts'),
  outputDir: path.join(import.meta.dirname, '../../test-results'),
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  // Against hanging only: a test takes 10 to 20 s, and five times as long on a machine with other work.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // The JSON report goes to the file that PLAYWRIGHT_JSON_OUTPUT_FILE names.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
});
