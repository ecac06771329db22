import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Annotation, Project, Speaker } from '../project/model';
import { allAnnotations } from '../project/query';
import { withoutTargets } from './delete-annotations';
import { retarget } from './retarget';

/** Adds an entry to the speaker register. Throws for an empty name. */
export function addSpeaker(
  _project: Project,
  args: { readonly id: string; readonly name: string; readonly kind?: Speaker['kind'] },
): Change {
  const name = args.name.trim();
  if (name === '') throw new Error('a speaker needs a name');
  const speaker: Speaker = { id: args.id, name, aliases: [], kind: args.kind ?? 'person', note: '' };
  return changeOf('speakers', [[null, speaker]]);
}

/** Renames a speaker; the old name stays as an alias, since mentions in the text still use it. */
export function renameSpeaker(
  project: Project,
  args: { readonly id: string; readonly name: string },
): Change {
  const before = speakerOf(project, args.id);
  const name = args.name.trim();
  if (name === '') throw new Error('a speaker needs a name');
  if (name === before.name) return changeOf('speakers', []);
  const aliases = [...new Set([...before.aliases, before.name])].filter((alias) => alias !== name);
  return changeOf('speakers', [[before, { ...before, name, aliases }]]);
}

/** Edits anything else of a register entry. A field given as undefined is removed. */
export function editSpeaker(
  project: Project,
  args: {
    readonly id: string;
    readonly fields: { readonly [K in keyof Omit<Speaker, 'id' | 'name'>]?: Speaker[K] | undefined };
  },
): Change {
  const before = speakerOf(project, args.id);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...args.fields }).filter(([, value]) => value !== undefined),
  ) as unknown as Speaker;
  return changeOf('speakers', [[before, after]]);
}

/**
 * Makes one entry of several: every target that pointed at one of `from` points at `into`, whose aliases
 * gain their names and aliases. One change, so that one undo splits them again.
 */
export function mergeSpeakers(
  project: Project,
  args: { readonly into: string; readonly from: readonly string[]; readonly at: string },
): Change {
  const into = speakerOf(project, args.into);
  const gone = args.from.filter((id) => id !== args.into).map((id) => speakerOf(project, id));
  if (gone.length === 0) return changeOf('speakers', []);
  const names = [...into.aliases, ...gone.flatMap((speaker) => [speaker.name, ...speaker.aliases])];
  const aliases = [...new Set(names)].filter((alias) => alias !== into.name);
  const note = [into.note, ...gone.map((speaker) => speaker.note)].filter(Boolean).join('\n');
  const ids = new Set(gone.map((speaker) => speaker.id));
  const moved = retarget(project, args.at, (target) =>
    'speaker' in target && ids.has(target.speaker) ? { speaker: into.id } : target,
  );
  const register = changeOf('speakers', [
    [into, { ...into, aliases, note }],
    ...gone.map((speaker): Pair<Speaker> => [speaker, null]),
  ]);
  return compose(register, moved);
}

/** Removes an entry and every target that pointed at it. */
export function deleteSpeaker(project: Project, args: { readonly id: string; readonly at: string }): Change {
  const before = speakerOf(project, args.id);
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    const roles = withoutTargets(annotation.roles, (next) => 'speaker' in next && next.speaker === args.id);
    if (roles !== annotation.roles) pairs.push([annotation, { ...annotation, roles, updatedAt: args.at }]);
  }
  return compose(changeOf('speakers', [[before, null]]), changeOf('annotations', pairs));
}

/** The register entry with this id; throws where there is none. */
export function speakerOf(project: Project, id: string): Speaker {
  const speaker = project.speakers.get(id);
  if (!speaker) throw new Error(`no speaker ${id}`);
  return speaker;
}
