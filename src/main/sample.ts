import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { ArticleDraft } from '../core/import/draft';
import { buildSample } from '../core/import/sample/build-sample';
import { parseSampleFile } from '../core/import/sample/sample-file';
import type { Annotator, Project } from '../core/project/model';
import type { Staging } from './import/staging';

/** A project and the bytes its articles came from, by article id. */
export interface MadeProject {
  readonly project: Project;
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

/**
 * The sample project, read through the same worker and the same detection as any other articles. `at` is
 * the time (ISO 8601 UTC) that stands on its annotations. Throws when the app's own files are damaged.
 */
export async function makeSample(staging: Staging, annotator: Annotator, at: string): Promise<MadeProject> {
  const folder = join(app.getAppPath(), 'resources', 'sample');
  const file = parseSampleFile(JSON.parse(await readFile(join(folder, 'annotations.json'), 'utf8')));
  const batch = await staging.stage({ paths: file.articles.map((article) => join(folder, article.file)) });
  const staged = batch?.articles ?? [];
  try {
    const drafts = new Map<string, ArticleDraft>(
      staged.map(({ draft }) => [draft.origin.fileName ?? '', draft]),
    );
    const project = buildSample({ file, drafts, annotator, at });
    const originals = new Map<string, Uint8Array>();
    for (const { id, file: name } of file.articles) {
      const stage = staged.find(({ draft }) => draft.origin.fileName === name)?.stage;
      if (stage !== undefined) originals.set(id, await staging.bytesOf(stage));
    }
    return { project, originals };
  } finally {
    await staging.discard(staged.map(({ stage }) => stage));
  }
}
