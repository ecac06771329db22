import type { Change } from '../../core/change/change';
import { apply, compose } from '../../core/change/change';
import { linkMentions } from '../../core/commands/link-mentions';
import {
  addSpeaker,
  deleteSpeaker,
  editSpeaker,
  mergeSpeakers,
  renameSpeaker,
} from '../../core/commands/speakers';
import { movedWith, splitSpeaker } from '../../core/commands/split-speaker';
import type { Found } from '../../core/project/find-mentions';
import type { Annotation, Project, Speaker } from '../../core/project/model';
import { newId, notify, now, perform, setState, state } from '../store';
import { plural } from '../ui/words';
import { plain } from './speakers-data';
import { setPage } from './speakers-desk';
import type { Who } from './speakers-who';

type Fields = Parameters<typeof editSpeaker>[1]['fields'];

/** Adds an entry and shows it; a name that is there already is shown instead of doubled. */
export function addNamed(name: string): void {
  const wanted = plain(name);
  const known = [...(state().project?.speakers.values() ?? [])].find((next) => plain(next.name) === wanted);
  if (known) {
    setState({ speakerId: known.id });
    notify(`${known.name} is in the register already.`);
    return;
  }
  const id = newId('s');
  if (perform('add speaker', (project) => addSpeaker(project, { id, name }))) setState({ speakerId: id });
}

/** Renames; the old name stays as an alias. */
export function rename(speaker: Speaker, name: string): void {
  const done = perform('rename speaker', (project) => renameSpeaker(project, { id: speaker.id, name }));
  if (done) notify(`Renamed. “${speaker.name}” stays as another name.`);
}

/** Edits other fields of an entry; an empty text unsets. */
export function edit(id: string, fields: Fields, label = 'edit speaker'): void {
  perform(label, (project) => editSpeaker(project, { id, fields }));
}

/** Makes one entry of several. */
export function merge(into: Speaker, from: readonly string[]): void {
  const done = perform('merge speakers', (project) =>
    mergeSpeakers(project, { into: into.id, from, at: now() }),
  );
  if (!done) return;
  setState({ speakerId: into.id });
  notify(`Merged ${plural(from.length + 1, 'entry', 'entries')} into ${into.name}. Undo splits them again.`);
}

/** Removes an entry; what pointed at it stays, without a speaker. */
export function remove(speaker: Speaker, named: number, next: string | null): void {
  if (!perform('delete speaker', (project) => deleteSpeaker(project, { id: speaker.id, at: now() }))) return;
  setState({ speakerId: next });
  const lost = named === 0 ? '' : `, and its links from ${plural(named, 'annotation')}`;
  notify(`Deleted ${speaker.name}${lost}. Undo brings it back.`);
}

/** Links mentions to a speaker, who may have to be made first; both are one step. */
export function link(mentions: readonly Annotation[], who: Who): void {
  const annotatorId = state().settings.annotator.id;
  const ids = mentions.map(({ id }) => id);
  const done = withSpeaker(
    mentions.length === 1 ? 'link mention' : 'link mentions',
    who,
    (project, speaker) =>
      linkMentions(project, { speaker, places: [], mentions: ids, annotatorId, at: now() }),
  );
  if (done && mentions.length > 1) notify(`Linked ${whereOf(mentions)}. Undo takes it back.`);
}

/** Tags and links what was found of a speaker. */
export function linkFound(speaker: Speaker, found: readonly Found[]): void {
  const annotatorId = state().settings.annotator.id;
  const places = found.flatMap(({ articleId, span, mention }) =>
    mention ? [] : [{ id: newId('a'), articleId, span }],
  );
  const mentions = found.flatMap(({ mention }) => (mention ? [mention.id] : []));
  const done = perform('link mentions', (project) =>
    linkMentions(project, { speaker: speaker.id, places, mentions, annotatorId, at: now() }),
  );
  if (!done) return;
  setPage(speaker.id, { finding: null, kind: 'mentions' });
  notify(`Linked ${whereOf(found)}. Undo takes it back.`);
}

/** Gives some of a speaker's annotations, and names, to somebody else, who may have to be made first. */
export function split(
  from: Speaker,
  annotations: readonly string[],
  aliases: readonly string[],
  who: Who,
): void {
  const { project } = state();
  const count = project ? movedWith(project, { from: from.id, annotations }).size : 0;
  const done = withSpeaker('split speaker', who, (current, into) =>
    splitSpeaker(current, { from: from.id, into, annotations, aliases, at: now() }),
  );
  if (!done) return;
  setPage(from.id, { ticked: null });
  const name = 'name' in who ? who.name : (project?.speakers.get(who.id)?.name ?? '');
  notify(`Gave ${plural(count, 'annotation')} to ${name}. Undo brings them back.`);
}

/** Does a command for a speaker, after making the entry if there is none yet: one gesture, one step of undo. */
function withSpeaker(
  label: string,
  who: Who,
  command: (project: Project, speaker: string) => Change,
): boolean {
  if ('id' in who) return perform(label, (project) => command(project, who.id));
  const id = newId('s');
  return perform(label, (project) => {
    const made = addSpeaker(project, { id, name: who.name });
    return compose(made, command(apply(project, made), id));
  });
}

/** "12 mentions in 5 articles". */
export function whereOf(list: readonly { readonly articleId: string }[]): string {
  const articles = new Set(list.map(({ articleId }) => articleId)).size;
  return `${plural(list.length, 'mention')} in ${plural(articles, 'article')}`;
}
