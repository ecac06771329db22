// Adds to package-lock.json the optional platform packages that npm leaves out when a registry lacks them;
// without their entries `npm ci` refuses the lock file everywhere. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const PATH = 'package-lock.json';
const lock = JSON.parse(readFileSync(PATH, 'utf8'));
const packages = lock.packages;
const added = [];
for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version) || packages[`node_modules/${name}`] || packages[`${path}/node_modules/${name}`])
      continue;
    const os = /android|darwin|freebsd|linux|openharmony|win32/.exec(name)?.[0];
    const cpu = /arm64|x64|ia32|ppc64|riscv64|s390x|arm(?=-)/.exec(name)?.[0];
    if (!os || !cpu) continue;
    const libc = /musl|gnu/.exec(name)?.[0];
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(os === 'linux' && libc ? { libc: [libc === 'musl' ? 'musl' : 'glibc'] } : {}),
      optional: true,
      os: [os],
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(PATH, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file is complete.' : `Added ${added.length}: ${added.join(', ')}`);
