import { sameValue } from '../../change/same-value';
import type { Annotation, Target } from '../../project/model';
import { targetsIn } from '../../project/roles';
import { overlaps } from '../../text/span';
import { CONTINUES, type LinkEnd, type PieceLink, type Pieces, type Shown } from './piece';

/** Takes away the links that are gone, adds new ones between annotations of ours, and gives back the rest. */
export function relink(
  base: Shown,
  found: Pieces,
  ownKey: ReadonlyMap<string, string>,
  kept: Map<string, Annotation>,
): { readonly fresh: readonly PieceLink[]; readonly named: readonly LinkEnd[] } {
  const idOf = (key: string) => base.owners.get(key) ?? key;
  const endOf = (to: LinkEnd, name: (key: string) => string): LinkEnd =>
    'piece' in to ? { piece: name(to.piece) } : to;
  const inOurs = (key: string) => idOf(ownKey.get(key) ?? `\0${key}`);
  const counts = new Map<string, number>();
  const real = (links: readonly PieceLink[]) => links.filter(({ role }) => role !== CONTINUES);
  for (const { from, role, to } of real(base.links)) {
    const sign = JSON.stringify([idOf(from), role, endOf(to, idOf)]);
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const fresh: PieceLink[] = found.links.filter(({ role, from }) => role === CONTINUES && !ownKey.has(from));
  const added: [string, string, LinkEnd][] = [];
  const named: LinkEnd[] = [];
  for (const { from, role, to } of real(found.links)) {
    const end = endOf(to, inOurs);
    const sign = JSON.stringify([inOurs(from), role, end]);
    const count = counts.get(sign) ?? 0;
    if (count > 0) counts.set(sign, count - 1);
    else {
      const ends = 'piece' in to ? [from, to.piece] : [from];
      if (!('piece' in to)) named.push(to);
      if (ends.every((key) => ownKey.has(key))) added.push([inOurs(from), role, end]);
      else fresh.push({ from: nameOf(from), role, to: endOf(to, nameOf) });
    }
  }
  function nameOf(key: string): string {
    const own = ownKey.get(key);
    return own === undefined ? key : idOf(own);
  }
  const gone = [...counts].flatMap(([sign, count]) =>
    count > 0 ? [JSON.parse(sign) as [string, string, LinkEnd]] : [],
  );
  for (const [id, role, end] of gone) {
    const annotation = kept.get(id);
    if (annotation) kept.set(id, without(annotation, role, targetOf(end)));
  }
  for (const [id, role, end] of added) {
    const annotation = kept.get(id)!;
    const targets = [...targetsIn(annotation.roles, role), targetOf(end)];
    kept.set(id, { ...annotation, roles: { ...annotation.roles, [role]: targets } });
  }
  return { fresh, named };
}

/** What a link points at, in our terms; pieces go by the ids of their annotations. */
export function targetOf(end: LinkEnd): Target {
  if ('piece' in end) return { annotation: end.piece };
  if ('speaker' in end) return { speaker: end.speaker };
  if ('claim' in end) return { claim: end.claim };
  return { spans: end.spans };
}

/**
 * The annotation without a target of a role. Formats may have had to show passages cut up, so that those are meant
 * that share words with them; or a register's entry without its role, so that it may stand in any.
 */
function without(annotation: Annotation, role: string, gone: Target): Annotation {
  const meant = (target: Target) =>
    sameValue(target, gone) ||
    ('spans' in target &&
      'spans' in gone &&
      target.spans.some((span) => gone.spans.some((other) => overlaps(span, other))));
  const anywhere = 'speaker' in gone || 'claim' in gone ? Object.keys(annotation.roles) : [];
  for (const id of [role, ...anywhere]) {
    const targets = annotation.roles[id] ?? [];
    const at = targets.findIndex(meant);
    if (at < 0) continue;
    const { [id]: _, ...others } = annotation.roles;
    const left = targets.filter((_, place) => place !== at);
    return { ...annotation, roles: left.length > 0 ? { ...others, [id]: left } : others };
  }
  return annotation;
}
