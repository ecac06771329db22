// Lists every package that is shipped with the app and its licence, in docs/licences.md.
import { readFileSync, writeFileSync } from 'node:fs';

const root = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const found = new Map();
const waiting = Object.keys(root.dependencies);
while (waiting.length > 0) {
  const name = waiting.pop();
  if (found.has(name)) continue;
  const entry = lock[`node_modules/${name}`];
  if (!entry) continue;
  const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  found.set(name, { version: entry.version, licence: own.license ?? 'see the package' });
  waiting.push(...Object.keys(entry.dependencies ?? {}));
}
// The runtime itself is a development dependency of npm's and part of what is shipped.
found.set('electron', {
  version: root.devDependencies.electron,
  licence: 'MIT (with Chromium’s and Node’s notices)',
});
const rows = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, { version, licence }]) => `| ${name} | ${version} | ${licence} |`);
const text = `# Licences of what is shipped

Marginalia is under the MIT licence. It ships these packages; written by \`node scripts/licences.mjs\`.

| package | version | licence |
|---|---|---|
${rows.join('\n')}
`;
writeFileSync('docs/licences.md', text);
console.log(
  `${found.size} packages: ${[...new Set([...found.values()].map(({ licence }) => licence))].sort().join(', ')}`,
);
