import { folded } from '../text/folded';
import { layerOf } from './codebook';
import type { Project } from './model';
import { annotationsOf, articlesInOrder } from './query';

export const NOTE_KINDS = ['project', 'article', 'annotation', 'speaker', 'claim'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Something a person wrote for themselves, and what it speaks of. */
export interface Note {
  readonly kind: NoteKind;
  /** Of the project, the article, the annotation, the speaker or the claim. */
  readonly id: string;
  /** Where an annotation stands. */
  readonly articleId?: string;
  /** What it is a note to, in a word: "Article", "Claim". */
  readonly label: string;
  /** The name of it: a title, the marked words, a speaker's name, a claim's wording. */
  readonly about: string;
  /** The article around an annotation, the outlet of an article; '' where there is none. */
  readonly where: string;
  readonly text: string;
}

/** All notes of a project that say something: its own, article by article with the annotations', then the registers'. */
export function notesOf(project: Project): readonly Note[] {
  const { info, codebook } = project;
  const notes: Note[] = [
    { kind: 'project', id: info.id, label: 'Project', about: info.name, where: '', text: info.note },
  ];
  for (const { id, title, outlet = '', note = '' } of articlesInOrder(project)) {
    notes.push({ kind: 'article', id, label: 'Article', about: title, where: outlet, text: note });
    for (const annotation of annotationsOf(project, id)) {
      if (annotation.note === '') continue;
      notes.push({
        kind: 'annotation',
        id: annotation.id,
        articleId: id,
        label: layerOf(codebook, annotation.layer)?.label ?? annotation.layer,
        about: annotation.quote || 'the whole article',
        where: title,
        text: annotation.note,
      });
    }
  }
  for (const { id, name, note } of project.speakers.values())
    notes.push({ kind: 'speaker', id, label: 'Speaker register', about: name, where: '', text: note });
  for (const { id, wording, note } of project.claims.values())
    notes.push({ kind: 'claim', id, label: 'Claim register', about: wording, where: '', text: note });
  return notes.filter(({ text }) => text.trim() !== '');
}

/** Does the note, or what it speaks of, hold all these words, case and accents aside? */
export function noteHolds({ text, about, where, label }: Note, query: string): boolean {
  const all = folded(`${text}\n${about}\n${where}\n${label}`);
  return folded(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Notes as plain text, to be taken along: what each is a note to, then its words. */
export function notesAsText(notes: readonly Note[]): string {
  return notes
    .map(({ label, about, where, text }) => {
      const head = `${label}: ${about.replace(/\s+/g, ' ')}${where === '' ? '' : ` (${where})`}`;
      return `${head}\n${text.trim()}\n`;
    })
    .join('\n');
}
