// npm run test:audit: what the registry knows against the packages that are shipped; each finding is explained here or fails.
import { capture, main, note } from './run.mjs';

/** Findings that stay, by the address of the advisory, and why. */
const ACCEPTED = {};

await main(async () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await capture([npm, 'audit', '--omit=dev', '--json']);
  const report = reportIn(stdout);
  if (!report?.vulnerabilities) {
    note('Skipped: the registry in use answers no audits.');
    return 0;
  }
  const found = Object.values(report.vulnerabilities).flatMap(({ name, via }) =>
    // A finding that comes through another package is told there.
    via.filter((each) => typeof each === 'object').map(({ url, title }) => ({ name, url, title })),
  );
  for (const { name, url, title } of found)
    console.log(`${name}: ${title} (${url}): ${ACCEPTED[url] ?? 'NOT EXPLAINED'}`);
  const open = found.filter(({ url }) => !Object.hasOwn(ACCEPTED, url));
  console.log(`${found.length} findings, ${open.length} not explained`);
  return open.length > 0 ? 1 : 0;
});

function reportIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
