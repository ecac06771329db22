import type { Change } from '../../core/change/change';
import { composeAll } from '../../core/change/change';
import { setAnnotator } from '../../core/commands/edit-project';
import { beginReading } from '../../core/commands/readings';
import type { Annotator, Project } from '../../core/project/model';

/**
 * A change that makes annotations, and with them their annotator known to a project that someone else began, and
 * the reading of their articles begun.
 */
export function signed(project: Project, annotator: Annotator, change: Change): Change {
  const made = Object.values(change.annotations ?? {});
  const articles = [...new Set(made.flatMap(([, after]) => after?.articleId ?? []))];
  return composeAll([
    project.annotators.has(annotator.id) ? {} : setAnnotator(project, { annotator }),
    change,
    beginReading(project, { articles }),
  ]);
}
