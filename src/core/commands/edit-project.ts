import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Annotator, Project } from '../project/model';

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
