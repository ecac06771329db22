import { setRole } from '../../core/commands/edit-annotation';
import {
  addSpeaker,
  deleteSpeaker,
  editSpeaker,
  mergeSpeakers,
  renameSpeaker,
} from '../../core/commands/speakers';
import type { Annotation, Speaker, Target } from '../../core/project/model';
import { IS } from '../../core/project/standing';
import { newId, notify, now, perform, setState, state } from '../store';
import { plural } from '../ui/words';
import { plain } from './speakers-data';

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

/** Links a mention to a speaker. */
export function link(mention: Annotation, target: Target): void {
  perform('link mention', (project) =>
    setRole(project, { id: mention.id, role: IS, targets: [target], at: now() }),
  );
}
