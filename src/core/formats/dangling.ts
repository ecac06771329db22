import type { Annotation, Project, Target } from '../project/model';

/** All targets of an annotation, role by role. */
export function targetsOf({ roles }: Annotation): readonly Target[] {
  const lists = Object.values(roles);
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/**
 * How many targets of the annotations written point at nothing that is written with them: at annotations
 * outside the export, or at entries that the registers of `project` no longer have.
 */
export function countDangling(written: Iterable<Annotation>, project: Project): number {
  const annotations = [...written];
  const ids = new Set(annotations.map(({ id }) => id));
  let count = 0;
  for (const annotation of annotations) {
    for (const target of targetsOf(annotation)) {
      if ('annotation' in target && !ids.has(target.annotation)) count++;
      if ('speaker' in target && !project.speakers.has(target.speaker)) count++;
      if ('claim' in target && !project.claims.has(target.claim)) count++;
    }
  }
  return count;
}
