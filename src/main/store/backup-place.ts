import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { superfluous } from './backup-policy';
import type { Backup, BackupFile } from './backups';
import { listBackups, writeBackup } from './backups';
import type { Disk } from './disk';
import { stampOf } from './file-bytes';

/**
 * Where the backups of a project go that are kept outside it: one folder for each project by its id, and in that
 * one for each place it stood in, so that a copy of a project never prunes the backups of the other.
 */
export function outsideFolder(base: string, projectId: string, folder: string): string {
  const path = resolve(folder);
  const name = basename(path)
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .trim()
    .slice(0, 40);
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return join(base, projectId, `${name || 'project'} ${mark}`);
}

/** One folder of backups: the newest, and of older ones one for each hour and each day. */
export class BackupPlace {
  /** Newest first; null until it was looked. */
  #backups: readonly BackupFile[] | null = null;

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    /** Where the project stands, to be said in each backup. */
    private readonly from: string,
  ) {}

  /** The backups here, newest first. */
  async backups(): Promise<readonly BackupFile[]> {
    this.#backups ??= await listBackups(this.disk, this.folder);
    return this.#backups;
  }

  /** Is a state with this number kept here? Somebody may have deleted it. */
  async holds(sequence: number): Promise<boolean> {
    const [newest] = await this.backups();
    return newest?.sequence === sequence && (await stampOf(this.disk, newest.path)) !== null;
  }

  /** Keeps a state, unless it is kept already, and removes what has become superfluous; resolves with its path. */
  async keep(backup: Backup, at: Date): Promise<string> {
    if (await this.holds(backup.sequence)) return this.#backups![0]!.path;
    this.#backups = null;
    const { path } = await writeBackup(this.disk, this.folder, backup, { at, from: this.from });
    const all = await listBackups(this.disk, this.folder);
    const old = superfluous(all);
    for (const next of old) await this.disk.remove(next.path);
    this.#backups = all.filter((next) => !old.includes(next));
    return path;
  }
}
