import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Bundles the page, with our sources and the peers, as a release would be. Resolves with its index.html. */
export async function buildPage() {
  const outDir = join(folder, 'out/page');
  await build({
    configFile: false,
    root: join(folder, 'page'),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 5_000 },
  });
  return join(outDir, 'index.html');
}
