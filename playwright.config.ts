import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  timeout: 150_000,
  // A busy machine is no fault of the app: a condition that comes is waited for.
  expect: { timeout: 20_000 },
  // Every test starts an Electron of its own; on two cores a second one would only slow both.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: { trace: 'off' },
});
