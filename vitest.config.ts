import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // fast-check laws run 1,000 cases each; a loaded two-core machine needs room.
    testTimeout: 60_000,
    // Left to itself, Vitest leaves a core unused: half of them, where there are two.
    maxWorkers: '100%',
  },
});
