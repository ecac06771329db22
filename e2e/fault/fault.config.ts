import { defineConfig } from '@playwright/test';

/** `npm run test:fault`: real faults, on a real disk where that can be had. Not part of the normal test run. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.fault.ts',
  timeout: 5 * 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: './reporter.ts',
  globalSetup: './children.ts',
  outputDir: '../../test-results/fault',
  use: { trace: 'off' },
});
