import type { Change, Pair } from '../change/change';
import { changeOf, composeAll } from '../change/change';
import { type ImportRequest, planImport } from '../import-annotations/plan-import';
import { sameMeaning } from '../project/codebook-version';
import type { Mapping, SavedMapping } from '../project/mapping';
import type { Annotation, Project, ProjectInfo } from '../project/model';
import { revised } from './codebook';

/**
 * Adds the annotations of a file, with the articles, people and parts of the codebook that they need, and remembers
 * how its layers were mapped. Nothing that is there is changed but by addition; what is there already is passed over.
 * Throws as planImport does.
 */
export function importAnnotations(project: Project, args: ImportRequest & { readonly at: string }): Change {
  const { part, at } = args;
  const plan = planImport(project, args);
  const codebook = sameMeaning(project.codebook, plan.codebook)
    ? changeOf('codebook', [])
    : revised(project, plan.codebook, `imported annotations from ${part.format.label}`, at);
  const version = Object.values(codebook.codebook ?? {})[0]?.[1]?.version ?? project.codebook.version;
  const versions = new Set([version, ...(project.codebook.history ?? []).map((past) => past.version)]);
  const kept = (theirs: string) =>
    part.project.codebook.id === project.codebook.id && versions.has(theirs) ? theirs : version;
  const annotations = plan.annotations.map((annotation): Pair<Annotation> => {
    return [null, { ...annotation, codebookVersion: kept(annotation.codebookVersion) }];
  });
  const added = <Row>(rows: readonly Row[]) => rows.map((row): [null, Row] => [null, row]);
  return composeAll([
    codebook,
    changeOf('info', [[project.info, remembering(project.info, part.format.id, plan.mapping)]]),
    changeOf('annotators', added(plan.annotators)),
    changeOf('speakers', added(plan.speakers)),
    changeOf('claims', added(plan.claims)),
    changeOf('articles', added(plan.articles.map((article) => ({ ...article, addedAt: at })))),
    changeOf('readings', added(plan.readings)),
    changeOf('annotations', annotations),
  ]);
}

/** Forgets how a layer of files of a format was mapped; no change when that is not remembered. */
export function forgetMapping(
  project: Project,
  args: { readonly format: string; readonly layer: string },
): Change {
  const left = (project.info.mappings ?? []).filter(
    ({ format, layer }) => format !== args.format || layer !== args.layer,
  );
  return changeOf('info', [[project.info, withMappings(project.info, left)]]);
}

function remembering(info: ProjectInfo, format: string, mapping: Mapping): ProjectInfo {
  let saved = info.mappings ?? [];
  for (const [layer, own] of Object.entries(mapping)) {
    const next: SavedMapping = { format, layer, ...own };
    const at = saved.findIndex((before) => before.format === format && before.layer === layer);
    saved = at < 0 ? [...saved, next] : saved.with(at, next);
  }
  return withMappings(info, saved);
}

function withMappings({ mappings: _, ...info }: ProjectInfo, mappings: readonly SavedMapping[]): ProjectInfo {
  return mappings.length === 0 ? info : { ...info, mappings };
}
