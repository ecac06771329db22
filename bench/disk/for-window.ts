import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProject } from '../../src/main/store/project-store';
import { exportProject } from '../sample/export-project';
import { projectOf } from '../sample/project';
import { filesOfKind } from './files-of-kinds';

/** Leaves on the disk what the app itself is then measured with: a project to export, an empty one, files to import. */
export async function prepareWindow(folder: string, articles: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'files'), { recursive: true });
  await (await createProject(join(folder, 'full'), exportProject(articles))).close();
  await (await createProject(join(folder, 'empty'), projectOf([], []))).close();
  for (const [name, data] of filesOfKind('txt', articles)) await writeFile(join(folder, 'files', name), data);
}
