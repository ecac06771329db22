import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const input = (path: string) => resolve(import.meta.dirname ?? process.cwd(), path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The oldest Electron the app runs on is 33, whatever version its types are of.
      target: 'node20.18',
      // Everything main needs is bundled: the product has no run-time node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: input('src/main/index.ts'),
          worker: input('src/main/import/worker.ts'),
          cli: input('src/main/cli/index.ts'),
          'search-worker': input('src/main/search/worker.ts'),
          'read-thread': input('src/main/store/read-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: input('src/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      rollupOptions: { input: input('src/renderer/index.html') },
    },
  },
});
