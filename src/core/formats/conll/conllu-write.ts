import type { Article } from '../../project/model';
import { carriedRow } from '../marks/carried';
import { oneLineJson } from '../marks/one-line';
import { stored } from '../marks/stored-names';
import type { Part } from '../part';
import { runsOf } from './chunks';
import { sentencesOf } from './sentences-of';

/** The file of one article; '' when it has no word, for CoNLL-U has nothing to say then. */
export function conlluDocument(part: Part, article: Article): string {
  const sentences = sentencesOf(article);
  const words = sentences.flatMap((sentence) => sentence.words);
  const marks = new Map<number, Map<string, string[]>>();
  const begins = new Map<number, string[]>();
  for (const { id, layer, spans } of part.annotations.get(article.id) ?? []) {
    const numbers = runsOf(words, spans).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    );
    const key = keyOf(layer);
    numbers.forEach((number, at) => {
      const keys = marks.get(number) ?? new Map<string, string[]>();
      marks.set(number, keys);
      keys.set(key, [...(keys.get(key) ?? []), `${at === 0 ? 'B' : 'I'}:${id}`]);
    });
    const first = spans.length === 0 ? 0 : numbers[0];
    if (first !== undefined) begins.set(first, [...(begins.get(first) ?? []), id]);
  }
  const { annotations, ...facts } = carriedRow(part, article) as { annotations: readonly Known[] };
  const known = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  let count = 0;
  return sentences
    .map((sentence, at) => {
      const lines: string[] = [];
      const told: string[] = [];
      let text = '';
      sentence.words.forEach(({ start, end }, index) => {
        const form = article.text.slice(start, end).normalize('NFC');
        const next = words[count + 1];
        const together = next !== undefined && next.start === end;
        const last = index === sentence.words.length - 1;
        text += together || last ? form : `${form} `;
        const misc = [...(marks.get(count) ?? [])].map(([key, values]) => `${key}=${values.join(',')}`);
        if (together) misc.push('SpaceAfter=No');
        lines.push([index + 1, form, ...Array(7).fill('_'), misc.join('|') || '_'].join('\t'));
        for (const id of begins.get(count) ?? []) told.push(commentOn(known.get(id)!));
        count++;
      });
      const opening = at === 0 ? [`# newdoc id = ${article.id}`, `# article = ${oneLineJson(facts)}`] : [];
      const paragraph = sentence.opens ? ['# newpar'] : [];
      const about = [`# sent_id = ${article.id}-s${at + 1}`, `# text = ${text}`];
      return [...opening, ...paragraph, ...about, ...told, ...lines, '', ''].join('\n');
    })
    .join('');
}

/** The key of a layer among the items of MISC. */
function keyOf(layer: string): string {
  const name = stored(layer);
  const key = name[0]!.toUpperCase() + name.slice(1);
  return key === 'SpaceAfter' ? 'SpaceAfter_' : key;
}

interface Known {
  readonly id: string;
  readonly roles: readonly object[];
}

/** What is known of an annotation but its words, which the columns have; offsets would count another text. */
function commentOn(annotation: Known): string {
  const {
    id,
    spans: _,
    prefix: _before,
    suffix: _after,
    ...rest
  } = annotation as Known & Record<string, unknown>;
  const roles = annotation.roles.map((role) => ({ ...role, spans: undefined }));
  return `# annotation ${id} = ${oneLineJson({ ...rest, roles })}`;
}
