import type { Change } from '../../core/change/change';
import { compose } from '../../core/change/change';
import { setAnnotator } from '../../core/commands/edit-project';
import type { Annotator, Project } from '../../core/project/model';

/** A change that makes annotations, and their annotator known to a project that someone else began. */
export function signed(project: Project, annotator: Annotator, change: Change): Change {
  return project.annotators.has(annotator.id)
    ? change
    : compose(setAnnotator(project, { annotator }), change);
}
