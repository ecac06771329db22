import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importAnnotations } from '../../core/commands/import-annotations';
import { counted } from '../../core/formats/counted';
import { readJson } from '../../core/formats/read-json';
import { foreignLayers } from '../../core/import-annotations/foreign-layers';
import { planImport } from '../../core/import-annotations/plan-import';
import { proposeMapping } from '../../core/import-annotations/propose-mapping';
import type { Mapping } from '../../core/project/mapping';
import type { Annotator, Project } from '../../core/project/model';
import { parseMapping } from '../../core/project/validate';
import { annotationsJob } from '../import/annotations-job';
import { textsOfNew } from '../read-annotations';
import { openProject } from '../store/project-store';
import type { Typed } from './arguments';
import type { Streams } from './streams';

/**
 * Adds annotations of another tool to a project, mapped as the file of `--mapping` says, and as the app would propose
 * where that says nothing; 1 when not everything could be taken.
 */
export async function importAnnotationFiles(
  folder: string,
  paths: readonly string[],
  { options, json }: Typed,
  streams: Streams,
): Promise<number> {
  const chosen = options.mapping === undefined ? {} : await mappingIn(options.mapping);
  const store = await openProject(folder);
  try {
    if (store.readOnly !== null) throw new Error(`nothing was added: ${store.readOnly}`);
    const { project } = store;
    const format = options.from === undefined ? {} : { format: options.from };
    const read = await annotationsJob({ paths, articles: project.articles, ...format });
    if ('problem' in read) throw new Error(`nothing was added: ${read.problem}`);
    const { part } = read;
    const saved = (project.info.mappings ?? []).filter((next) => next.format === part.format.id);
    const proposed = proposeMapping(foreignLayers(part.project), project.codebook, saved);
    const mapping = {
      ...Object.fromEntries([...proposed].map(([id, next]) => [id, next.mapping])),
      ...chosen,
    };
    const annotator =
      options.annotator === undefined ? 'theirs' : annotatorCalled(options.annotator, project);
    const request = { part, mapping, annotator, newArticles: true, ids: freshId('i') } as const;
    const { counts, articles, mapping: resolved } = planImport(project, request);
    const change = importAnnotations(project, { ...request, at: new Date().toISOString() });
    await store.commit(
      `import ${counted(counts.added, 'annotation', 'annotations')}`,
      change,
      textsOfNew(change),
    );
    const { warnings } = part;
    const told = {
      format: part.format.id,
      articles: articles.map(({ id }) => id),
      ...counts,
      mapping: resolved,
      warnings,
    };
    if (json) await streams.write(`${JSON.stringify(told)}\n`);
    else {
      const said = Object.entries(counts).filter(([name, count]) => count > 0 || name === 'added');
      await streams.write(
        `${part.format.label}\n${said.map(([name, count]) => `${name}\t${count}\n`).join('')}`,
      );
      for (const { id, title } of articles) await streams.write(`${id}\t${title}\n`);
    }
    for (const warning of warnings) streams.complain(warning);
    const { lost, whole, unlinked, differing, links, values } = counts;
    return lost + whole + unlinked + differing + links + values + warnings.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

async function mappingIn(path: string): Promise<Mapping> {
  const json = readJson(path, await readFile(path, 'utf8'));
  return json.at([], () => parseMapping(json.value));
}

function annotatorCalled(name: string, { annotators }: Project): Annotator {
  const known = [...annotators.values()].find((next) => next.name === name);
  return known ?? { id: freshId('r'), name };
}

/** An id as the app makes them: a letter and 12 of [0-9a-z]. */
export function freshId(prefix: string): string {
  return `${prefix}${Array.from({ length: 12 }, () => randomInt(36).toString(36)).join('')}`;
}
