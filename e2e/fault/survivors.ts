import { readdirSync } from 'node:fs';
import { allAnnotations } from '../../src/core/project/query';
import { openProject, readProject } from '../../src/main/store/project-store';
import { expect } from '../app';

/** What an interrupted write may leave to be said of; anything else a person would have to think about. */
const HARMLESS = /not a whole change: the program stopped while writing|kept as set-aside/;

/** Ids of all annotations of a project folder, read by the store's own reader without taking the lock. */
export async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const { project, report } = await readProject(folder);
  for (const line of report) expect(line).toMatch(HARMLESS);
  return idsOf(project);
}

/** Opens the project to write, as the app does, and closes it; what is in it, with no question and no loss told. */
export async function idsAfterOpening(folder: string): Promise<ReadonlySet<string>> {
  const store = await openProject(folder);
  expect(store.readOnly).toBeNull();
  for (const line of store.report) expect(line).toMatch(HARMLESS);
  const ids = idsOf(store.project);
  await store.close();
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((name) => name.endsWith('.tmp') || name.endsWith('.lock'))).toEqual([]);
  return ids;
}

/** The ones of these that are not there. */
export function missing(acknowledged: Iterable<string>, kept: ReadonlySet<string>): readonly string[] {
  return [...acknowledged].filter((id) => !kept.has(id));
}

function idsOf(project: Parameters<typeof allAnnotations>[0]): ReadonlySet<string> {
  return new Set([...allAnnotations(project)].map(({ id }) => id));
}
