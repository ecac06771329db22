import type { Change } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { IS } from '../project/standing';
import { retarget } from './retarget';
import { speakerOf } from './speakers';

/** Which annotations of one speaker belong to another. */
interface Split {
  readonly from: string;
  /** Ids of annotations; ids that are not there are passed over. */
  readonly annotations: readonly string[];
}

/**
 * The annotations that change when some of a speaker's are given to another: the chosen ones that name the
 * speaker, and the mentions through which they do. A quote whose source is “she” takes “she” along, and so
 * everything else that points at this “she”.
 */
export function movedWith(project: Project, { from, annotations }: Split): ReadonlySet<string> {
  const chosen = new Set(annotations);
  const mentions = new Set<string>();
  const moved = new Set<string>();
  for (const { id, roles } of allAnnotations(project)) {
    if (!chosen.has(id)) continue;
    for (const target of Object.values(roles).flat()) {
      if ('speaker' in target && target.speaker === from) moved.add(id);
      if ('annotation' in target) mentions.add(target.annotation);
    }
  }
  if (mentions.size === 0) return moved;
  for (const { id, roles } of allAnnotations(project)) {
    if (!mentions.has(id)) continue;
    if (roles[IS]?.some((target) => 'speaker' in target && target.speaker === from)) moved.add(id);
  }
  return moved;
}

/**
 * Gives some of a speaker's annotations, and some of the names, to another entry, which must be there. Every
 * target that names `from` in them names `into` (see movedWith); other annotations stay as they are.
 */
export function splitSpeaker(
  project: Project,
  args: Split & { readonly into: string; readonly aliases?: readonly string[]; readonly at: string },
): Change {
  const from = speakerOf(project, args.from);
  const into = speakerOf(project, args.into);
  if (from === into) return changeOf('speakers', []);
  const leaving = new Set((args.aliases ?? []).filter((alias) => from.aliases.includes(alias)));
  const aliases = [...new Set([...into.aliases, ...leaving])].filter((alias) => alias !== into.name);
  const register =
    leaving.size === 0
      ? changeOf('speakers', [])
      : changeOf('speakers', [
          [from, { ...from, aliases: from.aliases.filter((alias) => !leaving.has(alias)) }],
          [into, { ...into, aliases }],
        ]);
  const moved = retarget(
    project,
    args.at,
    (target) => ('speaker' in target && target.speaker === from.id ? { speaker: into.id } : target),
    movedWith(project, args),
  );
  return compose(register, moved);
}
