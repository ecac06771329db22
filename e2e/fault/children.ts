import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../app';

const PLACE = join(ROOT, 'node_modules/.cache/fault');

/** A program of child/ as plain Node can run it. */
export const child = (name: 'burst' | 'device'): string => join(PLACE, `${name}.mjs`);

/** Puts the programs of child/ together, each into one file with the store in it. */
export default async function buildChildren(): Promise<void> {
  mkdirSync(PLACE, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: PLACE,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          burst: join(import.meta.dirname, 'child/burst.ts'),
          device: join(import.meta.dirname, 'child/device.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  writeFileSync(join(PLACE, 'package.json'), '{"type":"module"}\n');
}
