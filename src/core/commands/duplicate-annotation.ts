import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Project } from '../project/model';
import { findAnnotation } from '../project/query';

/** A second annotation with the same spans and values, as a draft, for a second reading of one passage. */
export function duplicateAnnotation(
  project: Project,
  args: { readonly id: string; readonly newId: string; readonly annotatorId: string; readonly at: string },
): Change {
  const before = findAnnotation(project, args.id);
  if (!before) throw new Error(`no annotation ${args.id}`);
  const { newId: id, annotatorId, at } = args;
  const copy = { ...before, id, annotatorId, status: 'draft' as const, createdAt: at, updatedAt: at };
  return changeOf('annotations', [[null, copy]]);
}
