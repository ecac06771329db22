import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentProject, Settings } from '../shared/api';
import { settingsSchema } from './parsers';
import type { Disk } from './store/disk';
import { realDisk } from './store/disk';
import { DurableJson, readStored, writeStored } from './store/durable-json';
import type { Stored } from './store/envelope';
import { keepAs } from './store/keep-file';
import { uniqueStamp } from './store/times';
import type { WindowState } from './window-state';
import { FIRST_WINDOW } from './window-state';

/** What a person set, where their window stood and what they had open: kept outside every project. */
export interface DeskState {
  readonly settings: Settings;
  readonly recent: readonly RecentProject[];
  readonly window: WindowState;
  /** The folder to open at the next start; null after it was closed on purpose. */
  readonly last: string | null;
}

export interface Desk {
  now(): DeskState;
  /** Resolves when the changes are on disk. */
  save(changes: Partial<DeskState>): Promise<void>;
  /** A project was opened: it goes to the top of the recent ones, for this run only where the disk refuses. */
  opened(folder: string, name: string): Promise<void>;
  /** The folder the next window shall open, once. */
  takeStartFolder(): string | null;
  offerStartFolder(folder: string | null): void;
}

const schema = z.object({
  settings: settingsSchema,
  recent: z.array(z.object({ folder: z.string(), name: z.string(), openedAt: z.string() })),
  window: z.object({
    x: z.number().optional(),
    y: z.number().optional(),
    width: z.number().min(400),
    height: z.number().min(300),
    maximised: z.boolean(),
  }),
  last: z.string().nullable(),
});

const RECENT = 12;

function firstState(): DeskState {
  let name = 'Me';
  try {
    name = userInfo().username || name;
  } catch {
    // A system without user names: the person can say who they are.
  }
  return {
    settings: {
      annotator: { id: `r${randomBytes(6).toString('hex')}`, name },
      theme: 'system',
      readingSize: 18,
      measure: 64,
      leading: 1.68,
      libraryOpen: true,
      marginOpen: true,
      proposals: true,
      keys: {},
      table: { columns: [], widths: {} },
    },
    recent: [],
    window: FIRST_WINDOW,
    last: null,
  };
}

const adapterAt = (disk: Disk, path: string) =>
  new DurableJson<DeskState>(disk, path, 'marginalia-desk', (data) => schema.parse(data) as DeskState);

/**
 * The desk as it was kept, or as it was the time before: who annotates stands in it, and a new name for the same
 * person would part their annotations. What cannot be read is set aside, not overwritten.
 */
async function readDesk(disk: Disk, path: string): Promise<Stored<DeskState> | null> {
  for (const name of [path, `${path}.bak`]) {
    try {
      const stored = await readStored(adapterAt(disk, name));
      if (stored) return stored;
    } catch {
      const aside = `${name}.damaged-${uniqueStamp(new Date())}`;
      await keepAs(disk, name, aside).catch(() => {});
    }
  }
  return null;
}

/** Reads the desk from the folder of the person's settings. */
export async function createDesk(
  userData: string,
  startFolder: string | null,
  disk: Disk = realDisk,
): Promise<Desk> {
  await disk.makeFolder(userData);
  const path = join(userData, 'desk.json');
  const adapter = adapterAt(disk, path);
  const stored = await readDesk(disk, path);
  let state = stored?.data ?? firstState();
  let sequence = stored?.sequence ?? 0;
  let offered = startFolder;
  // One write at a time, the newest state last.
  let writing: Promise<unknown> = Promise.resolve();
  const save = (changes: Partial<DeskState>): Promise<void> => {
    state = { ...state, ...changes };
    const next = writing.then(async () => {
      sequence += 1;
      await writeStored(adapter, { sequence, data: state });
    });
    writing = next.catch(() => {});
    return next;
  };
  return {
    now: () => state,
    save,
    opened(folder, name) {
      const recent = [
        { folder, name, openedAt: new Date().toISOString() },
        ...state.recent.filter((other) => other.folder !== folder),
      ];
      return save({ recent: recent.slice(0, RECENT), last: folder }).catch(() => {});
    },
    takeStartFolder() {
      const folder = offered;
      offered = null;
      return folder;
    },
    offerStartFolder(folder) {
      offered = folder;
    },
  };
}
