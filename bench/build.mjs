import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
const common = { configFile: false, logLevel: 'error' };

/** Bundles the page, with our sources and the peers, as a release would be. Resolves with its index.html. */
export async function buildPage() {
  const outDir = join(folder, 'out/page');
  await build({
    ...common,
    root: join(folder, 'page'),
    base: './',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 5_000 },
  });
  return join(outDir, 'index.html');
}

/** Bundles what runs in the main process and in its worker, as a release would be. */
export async function buildDisk() {
  const outDir = join(folder, 'out/disk');
  await build({
    ...common,
    root: folder,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rollupOptions: {
        external: ['electron'],
        input: {
          index: join(folder, 'disk/index.ts'),
          'export-worker': join(folder, 'disk/export-worker.ts'),
          worker: join(folder, '../src/main/import/worker.ts'),
          'search-worker': join(folder, '../src/main/search/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, 'index.js');
}
