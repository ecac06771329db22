// npm run dev: the app with live reload. Arguments after -- go to electron-vite.
import { isRoot, prepareElectron } from './prepare.mjs';
import { main, run, tool } from './run.mjs';

await main(async () => {
  const { env } = await prepareElectron({ screen: 'own' });
  const flags = isRoot ? ['--noSandbox'] : [];
  return run(tool('electron-vite', 'dev', ...flags, ...process.argv.slice(2)), { env });
});
