import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { addAnnotation } from '../../src/core/commands/add-annotation';
import type { Project } from '../../src/core/project/model';
import { createProject } from '../../src/main/store/project-store';
import { watched } from './blocking';
import { articlesFor, asJson, projectWith } from './project-of-size';

export interface Save {
  /** From the call to the word that it is saved, ms. */
  readonly took: number;
  /** How long the event loop stood still meanwhile at most, ms. */
  readonly blocked: number;
}

export interface Saves {
  readonly megabytes: number;
  readonly annotations: number;
  readonly ours: readonly Save[];
  readonly lowdb: readonly Save[];
  /** Our files following the journal, for all saves together: the longest stand-still, ms. */
  readonly following: number;
}

/** Saves one new annotation after another: acknowledged when durable by us, when written by lowdb. */
export async function measureSaves(folder: string, megabytes: number, times: number): Promise<Saves> {
  const project = projectWith(articlesFor(megabytes));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const lowdb = await saveWithLowdb(join(folder, 'lowdb.json'), project, times);
    const { ours, following } = await saveWithOurs(join(folder, 'project'), project, Math.max(30, times));
    const annotations = [...project.annotations.values()].flat().length;
    return { megabytes, annotations, ours, lowdb, following };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function saveWithLowdb(path: string, project: Project, times: number): Promise<readonly Save[]> {
  const db = new Low(new JSONFile<ReturnType<typeof asJson>>(path), asJson(project));
  await db.write();
  return repeat(times, (time) => {
    const change = tagging(project, time);
    return () => db.update(({ annotations }) => void annotations.push(...added(change)));
  });
}

async function saveWithOurs(folder: string, project: Project, times: number) {
  const store = await createProject(folder, project);
  const ours = await repeat(times, (time) => {
    const change = tagging(store.project, time);
    return async () => void (await store.commit('tag claim', change));
  });
  const { blocked } = await watched(() => store.flush());
  await store.close();
  return { ours, following: blocked };
}

/** The first save is the warm-up. What is saved is made before the clock starts. */
async function repeat(
  times: number,
  prepare: (time: number) => () => Promise<void>,
): Promise<readonly Save[]> {
  const saves: Save[] = [];
  for (let time = 0; time <= times; time++) {
    const save = await watched(prepare(time));
    if (time > 0) saves.push(save);
    await new Promise((done) => setTimeout(done, 20));
  }
  return saves;
}

const added = (change: ReturnType<typeof tagging>) =>
  Object.values(change.annotations ?? {}).flatMap(([, after]) => (after ? [after] : []));

/** Tags a passage, each time in another article. */
function tagging(project: Project, time: number) {
  const articles = [...project.articles.values()];
  const article = articles[(time * 7) % articles.length]!;
  const { start } = article.blocks[2]!;
  const claim = { layer: 'claim', spans: [{ start: start + time, end: start + time + 30 }] };
  return addAnnotation(project, {
    id: `new-${time}`,
    articleId: article.id,
    annotatorId: 'annotator',
    ...claim,
    at: '2024-01-02T00:00:00.000Z',
  });
}
