import { defineConfig } from '@playwright/test';

/** `npm run tour`: not a test, but the app's main job done once for people to look at. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.ts',
  timeout: 180_000,
  workers: 1,
  reporter: 'line',
});
