import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

/**
 * The first versions in which known holes of what we ship or build with were closed, by advisory. npm on an old Node
 * silently resolves some packages to older majors: the lock file is asked, not the range.
 */
const FIXED: readonly (readonly [name: string, version: string, advisory: string])[] = [
  ['electron', '38.8.6', 'CVE-2026-34778: a service worker answers in the place of a page'],
  ['electron', '42.0.0', 'CVE-2026-70604: pages read across the borders of a scheme such as ours'],
  ['electron', '43.3.0', 'GHSA-9f4c-93c8-jc8g: a sandboxed frame opens windows'],
  ['yauzl', '3.2.1', 'CVE-2026-31988: reads past the end of a time in a zip'],
  ['papaparse', '5.2.0', 'CVE-2020-36649: a pattern that takes for ever on numbers'],
  ['zod', '3.22.3', 'CVE-2023-4316: a pattern that takes for ever on e-mail addresses'],
  ['vite', '6.3.4', 'CVE-2025-46565: the development server hands out files it should not'],
];

/** Of two versions such as 3.10.2, whether the first is at least the second. */
function atLeast(version: string, wanted: string): boolean {
  const [have, want] = [version, wanted].map((each) => each.split('.').map(Number));
  const differs = want!.findIndex((part, at) => have![at] !== part);
  return differs < 0 || have![differs]! > want![differs]!;
}

describe('packages with known holes', () => {
  const { packages } = JSON.parse(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8')) as Lock;

  it.each(FIXED)('%s is at least %s (%s), wherever it is nested', (name, wanted) => {
    const versions = Object.entries(packages)
      .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
      .map(([, { version }]) => version!);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect([version, atLeast(version, wanted)]).toEqual([version, true]);
  });

  it('tells older from newer', () => {
    expect(atLeast('3.2.0', '3.2.1')).toBe(false);
    expect(atLeast('2.9.9', '3.2.1')).toBe(false);
    expect(atLeast('3.10.0', '3.2.1')).toBe(true);
    expect(atLeast('3.2.1', '3.2.1')).toBe(true);
  });

  it('reads PDF files with a pdf.js from after CVE-2024-4367, which ran what a font said', () => {
    const bundle = readFileSync(resolve(ROOT, 'node_modules/unpdf/dist/pdfjs.mjs'), 'utf8');
    const versions = [...new Set(bundle.match(/"\d+\.\d+\.\d+"/g))].map((each) => JSON.parse(each) as string);
    expect(versions.map((version) => [version, atLeast(version, '4.2.67')])).toEqual([[versions[0], true]]);
  });
});
