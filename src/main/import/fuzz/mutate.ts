import { isUtf8 } from 'node:buffer';
import { zipSync } from 'fflate';
import { mutateBytes } from './mutate-bytes';
import { mutateJson } from './mutate-json';
import { mutateText } from './mutate-text';
import { mutateXml } from './mutate-xml';
import { oddWord } from './odd-values';
import type { Random } from './random';
import type { Sample, SampleFile } from './sample';

/** Files grow no longer than this, in bytes: mutations are about what is in them, and speed is measured elsewhere. */
const LONGEST = 300_000;

/** Files of one of the samples with one to four mutations; parts of a zip are changed before they are packed, or after. */
export function mutated(samples: readonly Sample[], random: Random): readonly SampleFile[] {
  const good = random.chance(0.05) ? samples : samples.filter(({ isBad }) => !isBad);
  const { files: whole, zip } = random.pick(good);
  const files = [...whole];
  const others = random.pick(samples).files;
  const packed = zip !== undefined;
  // Most changes to packed bytes only show that there is a checksum.
  const outside = packed && random.chance(0.15);
  for (let times = outside ? 0 : random.chance(0.6) ? 1 : 1 + random.int(4); times > 0; times--) {
    const at = random.int(files.length);
    const file = files[at]!;
    if (files.length > 1 && random.chance(0.04)) files.splice(at, 1);
    else if (random.chance(0.02)) files[at] = { ...file, path: renamed(file.path, random) };
    else files[at] = { ...file, bytes: mutatedFile(file, random.pick(others), random) };
  }
  if (!packed) return files;
  const bytes = zipped(files, random);
  return [{ path: zip, bytes: outside ? mutateBytes(bytes, bytes, random) : bytes }];
}

/** The files as they are imported, unchanged. */
export function unchanged({ files, zip }: Sample): readonly SampleFile[] {
  return zip === undefined ? files : [{ path: zip, bytes: zipped(files) }];
}

function zipped(files: readonly SampleFile[], random?: Random): Uint8Array {
  const level = random?.chance(0.2) ? 6 : 0;
  // fflate itself trips over a file that is called so.
  const parts = files.map(({ path, bytes }) => [path === '__proto__' ? './__proto__' : path, bytes] as const);
  return zipSync(Object.fromEntries(parts), { level });
}

function mutatedFile({ bytes }: SampleFile, { bytes: other }: SampleFile, random: Random): Uint8Array {
  const isText = isUtf8(bytes) && !bytes.includes(0);
  if (!isText || random.chance(0.25)) return mutateBytes(bytes, other, random).subarray(0, LONGEST);
  const text = Buffer.from(bytes).toString('utf8');
  const theirs = Buffer.from(other).toString('utf8');
  const shaped = random.chance(0.6)
    ? /^\s*[[{]/.test(text)
      ? mutateJson(text, theirs, random)
      : mutateXml(text, theirs, random)
    : null;
  return Buffer.from((shaped ?? mutateText(text, theirs, random)).slice(0, LONGEST), 'utf8');
}

/** The extension mostly stays, or nobody would look at the file. */
function renamed(path: string, random: Random): string {
  const [, stem = '', extension = ''] = /^(.*?)((?:\.[^./]*)*)$/s.exec(path) ?? [];
  // Messages name files, and are searched for what engines say.
  const said = oddWord(random).replace(/NaN|undefined/, 'x');
  return random.pick([said + extension, stem + said + extension, `${said}/${path}`, `${stem}${said}`]);
}
