import { join } from 'node:path';
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
import { stampOfTime } from './times';

/** A file with a whole project in it. Newer ones have a higher sequence, whatever the clock said. */
export interface BackupFile {
  readonly path: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  readonly sequence: number;
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

/** Writes the whole project into one file of the folder, read back and synced; resolves with what it made. */
export async function writeBackup(disk: Disk, folder: string, backup: Backup, at: Date): Promise<BackupFile> {
  const { project, sequence } = backup;
  const path = join(folder, `${stampOfTime(at)}-${String(sequence).padStart(9, '0')}.json`);
  const data = {
    reason: backup.reason,
    info: project.info,
    codebook: project.codebook,
    annotators: [...project.annotators.values()],
    speakers: [...project.speakers.values()],
    claims: [...project.claims.values()],
    readings: [...project.readings.values()],
    articles: [...project.articles.values()],
    annotations: [...allAnnotations(project)],
    setAside: Object.fromEntries(backup.setAside),
  };
  await disk.makeFolder(folder);
  await writeStored(new DurableJson(disk, path, FORMAT, asIs), { sequence, data });
  return { path, at: at.toISOString(), sequence };
}

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
