import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Codebook } from '../project/codebook';
import type { Annotator, Project } from '../project/model';

/** Replaces the codebook by an edited one. Annotations keep their values: what the new one no longer names is still stored. */
export function editCodebook(project: Project, args: { readonly codebook: Codebook }): Change {
  const codebook = { ...args.codebook, id: project.codebook.id };
  return changeOf('codebook', [[project.codebook, codebook]]);
}

/** Switches a layer on or off for the whole project. */
export function setLayerOn(project: Project, args: { readonly layer: string; readonly on: boolean }): Change {
  const layers = project.codebook.layers.map((next) =>
    next.id === args.layer ? { ...next, on: args.on } : next,
  );
  return editCodebook(project, { codebook: { ...project.codebook, layers } });
}

/** Renames the project. Throws for an empty name. */
export function renameProject(project: Project, args: { readonly name: string }): Change {
  const name = args.name.trim();
  if (name === '') throw new Error('a project needs a name');
  return changeOf('info', [[project.info, { ...project.info, name }]]);
}

/** Writes the project's own note. */
export function setProjectNote(project: Project, args: { readonly note: string }): Change {
  return changeOf('info', [[project.info, { ...project.info, note: args.note }]]);
}

/** Makes an annotator known to the project, or corrects the name; no change when nothing is new. */
export function setAnnotator(project: Project, args: { readonly annotator: Annotator }): Change {
  return changeOf('annotators', [[project.annotators.get(args.annotator.id) ?? null, args.annotator]]);
}
