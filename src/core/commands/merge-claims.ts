import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import { entryOf } from '../project/claim-links';
import type { Claim, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { claimOf, foldedWording, relinked, tidied } from './claims';
import { retarget } from './retarget';

/**
 * Makes one entry of several: whatever pointed at one of `from` points at `into`, annotations and entries. The
 * wordings of the others stay: as variants where an annotation says them, else in the note, with the others'
 * notes and evidence. The verdict is that of `into`, or of the first that has one. One undo splits them again.
 */
export function mergeClaims(
  project: Project,
  args: { readonly into: string; readonly from: readonly string[]; readonly at: string },
): Change {
  const into = claimOf(project, args.into);
  const gone = [...new Set(args.from)]
    .filter((id) => id !== args.into)
    .map((id): Claim => claimOf(project, id));
  if (gone.length === 0) return changeOf('claims', []);
  const ids = new Set(gone.map(({ id }) => id));
  const all = [into, ...gone];
  const said = new Set([foldedWording(into.wording)]);
  for (const annotation of allAnnotations(project)) {
    const entry = entryOf(project, annotation);
    if (entry !== undefined && ids.has(entry)) said.add(foldedWording(annotation.quote));
  }
  const unsaid = gone.map(({ wording }) => wording).filter((wording) => !said.has(foldedWording(wording)));
  const worded = [...new Set(unsaid)].map((wording) => `Also worded: ${wording}`);
  const rename = (id: string) => (ids.has(id) ? into.id : id);
  const merged = tidied({
    ...into,
    verdict: all.find(({ verdict }) => verdict && verdict !== 'unchecked')?.verdict,
    evidence: lines(all.map(({ evidence }) => evidence)),
    note: lines([...all.map(({ note }) => note), ...worded]),
    supports: all.flatMap(({ supports }) => supports ?? []).map(rename),
    contradicts: all.flatMap(({ contradicts }) => contradicts ?? []).map(rename),
  });
  const others = relinked(project, rename).filter(([claim]) => claim!.id !== into.id && !ids.has(claim!.id));
  const moved = retarget(project, args.at, (target) =>
    'claim' in target && ids.has(target.claim) ? { claim: into.id } : target,
  );
  const removed = gone.map((claim): Pair<Claim> => [claim, null]);
  return compose(changeOf('claims', [[into, merged], ...removed, ...others]), moved);
}

const lines = (parts: readonly (string | undefined)[]) => [...new Set(parts)].filter(Boolean).join('\n');
