// npm start: builds the app if needed and opens it. Arguments after -- go to the app.
import { buildIfStale } from './build.mjs';
import { isRoot, prepareElectron } from './prepare.mjs';
import { main, run } from './run.mjs';

await main(async () => {
  const { electron, env } = await prepareElectron({ screen: 'own' });
  await buildIfStale();
  const flags = isRoot ? ['--no-sandbox'] : [];
  return run([electron.executable, '.', ...flags, ...process.argv.slice(2)], { env });
});
