import type { Codebook } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Annotation, Project } from '../project/model';
import { addTarget } from './arriving-roles';
import type { Drafts } from './draft-annotations';
import type { ImportCounts } from './import-choices';

/**
 * Gives the passages of annotations that stand for a role to the annotations they are linked with, in whichever
 * direction the file has the link.
 */
export function joinRoles(
  theirProject: Project,
  { drafts, become, joining }: Drafts,
  codebook: Codebook,
  counts: ImportCounts,
): void {
  if (joining.length === 0) return;
  const linkedFrom = new Map<string, string[]>();
  for (const list of theirProject.annotations.values()) {
    for (const annotation of list) {
      for (const to of pointedAt(annotation)) {
        const from = linkedFrom.get(to);
        if (from) from.push(annotation.id);
        else linkedFrom.set(to, [annotation.id]);
      }
    }
  }
  for (const { theirs, role: roleId, of } of joining) {
    const role = layerOf(codebook, of)?.roles.find(({ id }) => id === roleId);
    const partners = new Set([...pointedAt(theirs), ...(linkedFrom.get(theirs.id) ?? [])]);
    let [joined, there] = [false, false];
    for (const partner of partners) {
      const { id, layer, theirArticle } = become.get(partner) ?? {};
      if (id === undefined || layer !== of || !role || theirArticle !== theirs.articleId) continue;
      const draft = drafts.get(id);
      if (!draft) there = true;
      else if (theirs.spans.length > 0 && addTarget(draft.roles, role, { spans: theirs.spans }))
        joined = true;
    }
    if (joined) counts.joined++;
    else if (there) counts.there++;
    else counts.unlinked++;
  }
}

function pointedAt({ roles }: Annotation): readonly string[] {
  return Object.values(roles).flatMap((targets) =>
    targets.flatMap((target) => ('annotation' in target ? target.annotation : [])),
  );
}
