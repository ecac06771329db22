import type { BlockKind } from '../../project/model';
import type { Span } from '../../text/span';
import type { MarkedBlock } from '../compose-text';
import { composeText } from '../compose-text';
import { dateOf } from '../corpus/dates';
import { classify } from '../detect/detect-blocks';
import { cutPieces } from '../detect/pieces';
import type { Facts } from '../facts';
import { languageOf, learn, mergeFacts, webAddress } from '../facts';
import type { FromMarkup } from '../html/document';
import type { FieldLine } from './field-lines';
import { fieldLines } from './field-lines';
import type { FieldUse } from './labels';

/** An article after its lines with labels were read. */
export interface PartText {
  readonly text: FromMarkup;
  readonly id?: string;
  readonly kept: readonly (readonly [string, string])[];
}

interface Edit extends Span {
  readonly words: string;
  readonly kind?: BlockKind;
}

/** Takes the lines with labels out of an article, as far as `lookUp` says so, and notes what they tell. */
export function readPart(read: FromMarkup, marked: boolean, lookUp: (label: string) => FieldUse): PartText {
  const edits: Edit[] = [];
  const facts: Facts = {};
  const kept: (readonly [string, string])[] = [];
  let id: string | undefined;
  for (const line of fieldLines(read.text)) {
    const use = lookUp(line.label);
    if (use === 'stays' || (use !== 'out' && line.value === '' && use !== 'text')) continue;
    if (use === 'kept') kept.push([line.label, line.value]);
    else if (use === 'id') id ??= line.value.slice(0, 200);
    else if (use !== 'out' && use !== 'text' && !told(facts, use, line.value)) continue;
    edits.push(editOf(line, use, read.text));
  }
  if (edits.length === 0) return { text: read, kept };
  const {
    text,
    blocks,
    facts: found,
  } = marked ? withoutInBlocks(read, edits) : withoutInText(read.text, edits);
  return {
    text: { text, blocks, facts: mergeFacts(facts, found, marked ? read.facts : {}) },
    ...(id === undefined ? {} : { id }),
    kept,
  };
}

/** A headline belongs to the text, and a text to itself; of both only the label goes. */
function editOf({ start, end, from, value }: FieldLine, use: FieldUse, text: string): Edit {
  if (use === 'text') return { start, end, words: text.slice(from, end) };
  if (use === 'title' || use === 'standfirst') return { start, end, words: value, kind: use };
  return { start, end, words: '' };
}

/** Notes what a line tells; false when it does not fit its field, and so has to stay where it is. */
function told(
  facts: Facts,
  field: Exclude<FieldUse, 'kept' | 'out' | 'stays' | 'text' | 'id'>,
  value: string,
) {
  const fitting =
    field === 'publishedAt'
      ? dateOf(value)
      : field === 'url'
        ? webAddress(value)
        : field === 'language'
          ? languageOf(value)
          : value;
  if (fitting === undefined) return false;
  learn(facts, field, field === 'byline' ? fitting.replace(/^(?:by|von)\s+/iu, '') : fitting);
  return true;
}

/** The edits in a plain text, whose structure is then found anew. */
function withoutInText(text: string, edits: readonly Edit[]): FromMarkup {
  const marks: (Span & { readonly kind: BlockKind })[] = [];
  let next = '';
  let from = 0;
  for (const { start, end, words, kind } of edits) {
    next += text.slice(from, start);
    if (kind) marks.push({ kind, start: next.length, end: next.length + words.length });
    // A line that is gone takes its end along.
    next += words;
    from = words === '' && text[end] === '\n' ? end + 1 : end;
  }
  next += text.slice(from);
  const blank = next.length - next.replace(/^\s*\n/u, '').length;
  const clean = next.slice(blank).trimEnd();
  const pieces = cutPieces(clean).map((piece) => {
    const mark = marks.find(({ start, end }) => piece.start >= start - blank && piece.end <= end - blank);
    return mark ? { ...piece, hint: mark.kind } : piece;
  });
  return { text: clean, ...classify(clean, pieces) };
}

/** The edits in a text whose blocks are known from markup. */
function withoutInBlocks({ text, blocks }: FromMarkup, edits: readonly Edit[]): FromMarkup {
  const parts = blocks.flatMap(({ kind, start, end }): MarkedBlock[] => {
    const own = edits.filter((edit) => edit.start < end && edit.end > start);
    if (own.length === 0) return [{ text: text.slice(start, end), hint: kind }];
    const rest: MarkedBlock[] = [];
    let from = start;
    for (const edit of own) {
      rest.push({ text: text.slice(from, Math.max(from, edit.start)), hint: kind });
      if (edit.start >= start) rest.push({ text: edit.words, hint: edit.kind ?? kind });
      from = Math.min(end, edit.end);
    }
    rest.push({ text: text.slice(from, end), hint: kind });
    return rest;
  });
  const composed = composeText(parts);
  return { text: composed.text, ...classify(composed.text, composed.pieces) };
}
