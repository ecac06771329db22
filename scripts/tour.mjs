// npm run tour: uses the app as a person would and leaves a screenshot of every step in tour/.
import { buildIfStale } from './build.mjs';
import { prepareElectron } from './prepare.mjs';
import { main, note, run, tool } from './run.mjs';
import { withDisplay } from './xvfb.mjs';

await main(async () => {
  const { env } = await prepareElectron({ screen: 'any' });
  await buildIfStale();
  const command = tool(
    '@playwright/test',
    'test',
    '--config',
    'e2e/tour.config.ts',
    ...process.argv.slice(2),
  );
  const code = await withDisplay((display) => run(command, { env: { ...env, ...display } }));
  note(
    code === 0 ? 'The screenshots are in tour/.' : 'The tour failed; screenshots up to there are in tour/.',
  );
  return code;
});
