#!/usr/bin/env node
// marginalia for scripts: builds what is needed once, then runs the command line in this process.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = new URL('../out/main/cli.js', import.meta.url);
if (!existsSync(cli)) {
  process.stderr.write('marginalia: not built yet; run "npm run build" once.\n');
  process.exitCode = 3;
} else {
  process.argv[1] = fileURLToPath(cli);
  await import(cli.href);
}
