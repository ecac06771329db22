import type { Span } from '../../text/span';
import { xmlContent } from '../uima/xml-text';
import type { Written } from './annotation-write';
import { type BlockContent, teiBody } from './body';
import { type Mark, turnsOf } from './fragments';
import { inlineMark } from './inline-marks';
import { xmlId } from './names';

/**
 * What stands in the blocks of an article with its annotations marked up in it. An annotation in several pieces, by its
 * nature, over paragraphs, or because another overlaps it, has them linked by @next and @prev. White space between
 * paragraphs is in no piece.
 */
export function inlineContent(about: Written): BlockContent {
  const { article, part } = about;
  const { text } = article;
  const annotations = part.annotations.get(article.id) ?? [];
  const elements = new Map(annotations.map((annotation) => [annotation.id, inlineMark(about, annotation)]));
  const tooDeep = new Set<string>();
  const marksIn = stretches(
    annotations.flatMap(({ id, spans }) => spans.map((span): Mark => ({ id, ...span }))),
  );
  const turns = (stretch: Span) =>
    turnsOf(
      stretch,
      marksIn(stretch).filter(({ id }) => !tooDeep.has(id)),
      (id) => tooDeep.add(id),
    );
  const totals = new Map<string, number>();
  for (let given = -1; given < tooDeep.size; ) {
    given = tooDeep.size;
    totals.clear();
    teiBody(article, (stretch) => {
      for (const { open } of turns(stretch)) for (const id of open) totals.set(id, (totals.get(id) ?? 0) + 1);
      return '';
    });
  }
  const written = new Map<string, number>();
  return (stretch, kind) => {
    let [xml, at] = ['', stretch.start];
    const open: string[] = [];
    for (const turn of turns(stretch)) {
      xml += xmlContent(text.slice(at, turn.at));
      at = turn.at;
      for (let count = 0; count < turn.close; count++) xml += `</${open.pop()}>`;
      for (const id of turn.open) {
        const number = (written.get(id) ?? 0) + 1;
        written.set(id, number);
        const { name: usual, attributes } = elements.get(id)!;
        // A byline holds no quotations.
        const name = kind === 'byline' ? 'seg' : usual;
        const own =
          name === usual ? attributes : attributes.replace(/ (?:who|direct|ref|source)="[^"]*"/g, '');
        open.push(name);
        xml += `<${name} xml:id="${pieceId(id, number)}"${own}${linked(id, number, totals.get(id)!)}>`;
      }
    }
    return `${xml}${xmlContent(text.slice(at, stretch.end))}`;
  };
}

function pieceId(id: string, number: number): string {
  return `${xmlId('mark', id)}${number === 1 ? '' : `.${number}`}`;
}

function linked(id: string, number: number, total: number): string {
  const next = number < total ? ` next="#${pieceId(id, number + 1)}"` : '';
  const previous = number > 1 ? ` prev="#${pieceId(id, number - 1)}"` : '';
  return `${next}${previous}`;
}

/** Finds the marks that touch a stretch of text, without looking at all of them each time. */
function stretches(marks: readonly Mark[]): (stretch: Span) => readonly Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  // The furthest end of any mark up to each place: before it, nothing reaches the stretch.
  let furthest = 0;
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => {
    const from = lowest(reach.length, (at) => reach[at]! > start);
    const to = lowest(sorted.length, (at) => sorted[at]!.start >= end);
    return sorted.slice(from, to).filter((mark) => mark.end > start);
  };
}

/** The first index for which the condition holds, which holds for all after it. */
function lowest(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
