import { Zip } from 'fflate';
import type { Format, Progress, Writing } from '../core/formats/format';
import { writingOf } from '../core/formats/writing';
import type { Project } from '../core/project/model';
import type { Scope } from '../core/project/scope';
import { PackedFile } from './packed-file';

/** Zips have a time for each of their files: the first there is, so that the same files make the same zip. */
const LONG_AGO = new Date(1980, 0, 1);
const NOTHING = new Uint8Array();

/**
 * What a format writes as it goes to the disk: in one zip where its format is one (`container`), else as it is. A zip
 * has its files one after the other, and so the pieces of each must come together there; throws where they do not.
 */
export function* packed(format: Format, project: Project, scope?: Scope, progress?: Progress): Writing {
  const writing = writingOf(format, project, scope, progress);
  if (!format.container) return yield* writing;
  const path = format.container(project);
  let made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  const names = new Set<string>();
  let entry: PackedFile | undefined;
  for (;;) {
    const next = writing.next();
    if (next.done || entry?.filename !== next.value.path) entry?.push(NOTHING, true);
    if (next.done) zip.end();
    else {
      if (entry?.filename !== next.value.path) entry = added(zip, names, next.value.path);
      entry.push(next.value.bytes ?? Buffer.from(next.value.data, 'utf8'));
    }
    for (const bytes of made) yield { path, data: '', bytes };
    made = [];
    if (next.done) return next.value;
  }
}

function added(zip: Zip, names: Set<string>, path: string): PackedFile {
  if (names.has(path)) throw new Error(`${path} cannot be packed in two parts`);
  names.add(path);
  const entry = new PackedFile(path);
  entry.mtime = LONG_AGO;
  zip.add(entry);
  return entry;
}
