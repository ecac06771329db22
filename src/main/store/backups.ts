import { join } from 'node:path';
import { z } from 'zod';
import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import {
  parseAnnotation,
  parseAnnotator,
  parseArticle,
  parseClaim,
  parseCodebook,
  parseInfo,
  parseReading,
  parseSpeaker,
} from '../../core/project/validate';
import { assemble } from './assemble';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import { asIs, DurableJson, readStored, writeStored } from './durable-json';
import type { SetAside } from './rows';
import { isSealed, readHead } from './sealed-file';
import { stampOfTime } from './times';

/** A file with a whole project in it. Newer ones have a higher sequence, whatever the clock said. */
export interface BackupFile {
  readonly path: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  readonly sequence: number;
}

/** What stands at the head of a backup, to be listed without reading it. */
export interface BackupAbout {
  /** The project's name then. */
  readonly name: string;
  /** Where the project stood. */
  readonly folder: string;
  readonly articles: number;
  readonly annotations: number;
}

/** What a backup holds. Original bytes of articles are not in it: they are files of their own. */
export interface Backup {
  readonly sequence: number;
  readonly reason: string;
  readonly project: Project;
  /** Records that were set aside, by the file that they belong to. */
  readonly setAside: ReadonlyMap<string, readonly SetAside[]>;
}

const NAME = /^([+-]?\d{4,6}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(\d{9,})\.json$/;
const FORMAT = 'marginalia/backup';

/**
 * Writes the whole project, which stands in the folder `from`, into one file of a folder; resolves when it is on
 * the disk and was read again from there, byte for byte, with what it made. Throws the disk's error.
 */
export async function writeBackup(
  disk: Disk,
  folder: string,
  backup: Backup,
  { at, from }: { readonly at: Date; readonly from: string },
): Promise<BackupFile> {
  const { project, sequence } = backup;
  const annotations = [...allAnnotations(project)];
  const about: BackupAbout = {
    name: project.info.name,
    folder: from,
    articles: project.articles.size,
    annotations: annotations.length,
  };
  const path = join(folder, `${stampOfTime(at)}-${String(sequence).padStart(9, '0')}.json`);
  const data = {
    reason: backup.reason,
    about,
    info: project.info,
    codebook: project.codebook,
    annotators: [...project.annotators.values()],
    speakers: [...project.speakers.values()],
    claims: [...project.claims.values()],
    readings: [...project.readings.values()],
    articles: [...project.articles.values()],
    annotations,
    setAside: Object.fromEntries(backup.setAside),
  };
  await disk.makeFolder(folder);
  const { checksum } = await writeStored(new DurableJson(disk, path, FORMAT, asIs), { sequence, data });
  if (!(await isSealed(disk, path, checksum))) {
    // Under this name it would be taken for one that can be relied upon.
    await disk.remove(path).catch(() => {});
    throw Object.assign(new Error(`${path} did not read back as it was written`), { code: 'EIO' });
  }
  return { path, at: at.toISOString(), sequence };
}

/** The first bytes of a backup hold what is said of it; a page of the disk has room for any project's name. */
const HEAD = 4096;

/** What a backup says of itself, without reading it to its end; null when it does not, as older ones. */
export async function readAbout(
  disk: Disk,
  path: string,
): Promise<{ readonly reason: string; readonly about: BackupAbout | null }> {
  const head = await readHead(disk, path, HEAD);
  const reason = /^ {4}"reason": (".*"),?$/m.exec(head)?.[1];
  const about = /^ {4}"about": (\{\n(?: {6}.*\n)* {4}\})/m.exec(head)?.[1];
  try {
    return {
      reason: reason === undefined ? '' : JSON.parse(reason),
      about: about === undefined ? null : aboutSchema.parse(JSON.parse(about)),
    };
  } catch {
    return { reason: '', about: null };
  }
}

const aboutSchema = z.object({
  name: z.string(),
  folder: z.string(),
  articles: z.number(),
  annotations: z.number(),
});

/** The backups in a folder, newest first. */
export async function listBackups(disk: Disk, folder: string): Promise<readonly BackupFile[]> {
  try {
    return (await disk.list(folder))
      .flatMap(({ name }) => {
        const match = NAME.exec(name);
        if (!match) return [];
        const [, day, hour, minute, second, sequence] = match;
        return [
          { path: join(folder, name), at: `${day}T${hour}:${minute}:${second}Z`, sequence: Number(sequence) },
        ];
      })
      .sort((a, b) => b.sequence - a.sequence || (a.at < b.at ? 1 : -1));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What a backup holds, every row checked. Throws DamagedFile, NewerSchema or the error of the bad row. */
export async function readBackup(disk: Disk, path: string): Promise<Backup> {
  const stored = await readStored(new DurableJson(disk, path, FORMAT, parseBackup));
  if (!stored) throw new Error(`there is no backup ${path}`);
  return { sequence: stored.sequence, ...stored.data };
}

function parseBackup(value: unknown): Omit<Backup, 'sequence'> {
  const data = value as Readonly<Record<string, readonly unknown[]>> & { readonly setAside: object };
  const shared = {
    info: parseInfo(data.info),
    codebook: parseCodebook(data.codebook),
    annotators: data.annotators!.map(parseAnnotator),
    speakers: data.speakers!.map(parseSpeaker),
    claims: data.claims!.map(parseClaim),
    // Backups of schema 1 know of none.
    readings: (data.readings ?? []).map(parseReading),
    annotations: data.annotations!.map(parseAnnotation),
  };
  const articles = data.articles!.map((row) => ({ article: parseArticle(row) }));
  return {
    reason: String(data.reason),
    project: assemble([shared, ...articles]),
    setAside: new Map(Object.entries(data.setAside)),
  };
}
