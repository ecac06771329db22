import type { Annotation, Article, AttributeValue, Target } from '../../project/model';
import type { Span } from '../../text/span';
import { attributeOf, textsOfValue } from '../attribute-values';
import { CONTINUES } from '../marks/piece';
import { orderedEntries } from '../ordered-entries';
import { codeGuid, hasCodes } from './codes-write';
import { element, textElement, xmlTime } from './elements';
import type { Guids } from './guids';
import { countedIn, type LineBreaks } from './line-breaks';

/** Annotations of one article as elements, by the places of a project where they belong. */
export interface WrittenMarks {
  /** Of the source: PlainTextSelection. */
  readonly selections: readonly string[];
  /** Of the source: Coding, for what speaks of all of it. */
  readonly codings: readonly string[];
  /** Of the project: Note, and Link. */
  readonly notes: readonly string[];
  readonly links: readonly string[];
  /** GUID of a selection or coding -> id of the annotation it shows. */
  readonly owners: ReadonlyMap<string, string>;
}

/** A name in a list need not be longer, in code points. */
const LONGEST_NAME = 60;

/**
 * Annotations of `article` as selections with codings: the first of its passages is coded with the layer and with the
 * values, the further ones with the layer, and linked to the first as "continues". Roles are links to other
 * annotations, to cases (speakers), notes (claims) or to selections without a code (passages). Positions are code points
 * of the text as it is stored.
 */
export function writeMarks(
  { text }: Article,
  annotations: readonly Annotation[],
  guids: Guids,
  breaks: LineBreaks = 'lf',
): WrittenMarks {
  const counted = countedIn(text, breaks);
  const written: Record<'selections' | 'codings' | 'notes' | 'links', string[]> = {
    selections: [],
    codings: [],
    notes: [],
    links: [],
  };
  const owners = new Map<string, string>();
  for (const annotation of annotations) {
    const { id, spans } = annotation;
    const made = {
      creatingUser: guids.user(annotation.annotatorId),
      creationDateTime: xmlTime(annotation.createdAt),
    };
    const changed = { modifyingUser: made.creatingUser, modifiedDateTime: xmlTime(annotation.updatedAt) };
    const told = wordsBeside(annotation, guids);
    const note = spans.length > 0 ? annotation.note : [told, annotation.note].filter(Boolean).join('\n\n');
    const noteRefs = note === '' ? [] : [element('NoteRef', { targetGUID: guids.of('note', id) })];
    if (note !== '') {
      const shown = { guid: guids.of('note', id), name: shortened(note.trim() || 'Note'), ...made };
      written.notes.push(element('Note', shown, [textElement('PlainTextContent', note)]));
    }
    const coding = (code: string, name: readonly string[], inside: readonly string[] = []) =>
      element('Coding', { guid: guids.of('coding', id, ...name), ...made }, [
        element('CodeRef', { targetGUID: code }),
        ...inside,
      ]);
    const layer = codeGuid(guids.codebook, annotation.layer);
    const values = codesOfValues(annotation, guids).map((code, at) => coding(code, ['value', String(at)]));
    spans.forEach((span, at) => {
      const guid = guids.of('selection', id, String(at));
      const first = at === 0;
      owners.set(guid, id);
      written.selections.push(
        selection({ guid, ...made, ...changed }, text, span, counted, [
          ...(first && told !== '' ? [textElement('Description', told)] : []),
          coding(layer, [String(at)]),
          ...(first ? [...values, ...noteRefs] : []),
        ]),
      );
      if (!first) written.links.push(link(guids, [id, String(at)], CONTINUES, guid, guids.main(annotation)));
    });
    if (spans.length === 0) {
      owners.set(guids.main(annotation), id);
      written.codings.push(coding(layer, ['0'], noteRefs), ...values);
    }
    for (const [role, targets] of orderedEntries(annotation.roles)) {
      targets.forEach((target, at) => {
        const names = [id, role, String(at)];
        const passages = 'spans' in target ? target.spans : [];
        passages.forEach((span, place) => {
          const guid = guids.of('passage', ...names, String(place));
          written.selections.push(selection({ guid, ...made }, text, span, counted, []));
          const first = guids.of('passage', ...names, '0');
          if (place > 0) written.links.push(link(guids, [...names, String(place)], CONTINUES, guid, first));
        });
        const end = endOf(target, names, guids);
        if (end !== undefined) written.links.push(link(guids, names, role, guids.main(annotation), end));
      });
    }
  }
  return { ...written, owners };
}

function selection(
  attributes: Readonly<Record<string, string | undefined>>,
  text: string,
  { start, end }: Span,
  counted: (offset: number) => number,
  children: readonly string[],
): string {
  const { guid, ...others } = attributes;
  const place = {
    startPosition: counted(start),
    endPosition: counted(end),
  };
  const name = shortened(text.slice(start, end));
  return element('PlainTextSelection', { guid, name, ...place, ...others }, children);
}

function link(
  guids: Guids,
  names: readonly string[],
  name: string,
  originGUID: string,
  targetGUID: string,
): string {
  return element('Link', {
    guid: guids.of('link', ...names),
    name,
    direction: 'OneWay',
    originGUID,
    targetGUID,
  });
}

/** What a link leads to; undefined for the author, who is nowhere in such a project, and for what is not written. */
function endOf(target: Target, names: readonly string[], guids: Guids): string | undefined {
  if ('spans' in target) return guids.of('passage', ...names, '0');
  if ('speaker' in target) return guids.speaker(target.speaker);
  if ('claim' in target) return guids.claim(target.claim);
  if ('annotation' in target) return guids.annotation(target.annotation);
  return undefined;
}

/** The codes of the values that have one. */
function codesOfValues({ layer, attributes }: Annotation, { codebook }: Guids): readonly string[] {
  return orderedEntries(attributes).flatMap(([id, value]) =>
    codedTexts(codebook, layer, id, value).map((text) => codeGuid(codebook, layer, id, text)),
  );
}

/** The values of the attribute that have codes: all of them, or none. */
function codedTexts(
  codebook: Guids['codebook'],
  layer: string,
  id: string,
  value: AttributeValue,
): readonly string[] {
  const attribute = attributeOf(codebook, layer, id);
  if (!attribute || !hasCodes(attribute)) return [];
  const texts = textsOfValue(value);
  const known = (text: string) =>
    'values' in attribute
      ? attribute.values.some((next) => next.id === text)
      : attribute.kind === 'scale' &&
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= attribute.min &&
        value <= attribute.max;
  return texts.every(known) ? texts : [];
}

/** Values without a code, in words: "Evidence: the log of the ship". */
function wordsBeside({ layer, attributes }: Annotation, { codebook }: Guids): string {
  const lines = orderedEntries(attributes).flatMap(([id, value]) => {
    if (codedTexts(codebook, layer, id, value).length > 0) return [];
    const text = textsOfValue(value).join('; ');
    return text === '' ? [] : [`${attributeOf(codebook, layer, id)?.label ?? id}: ${text}`];
  });
  return lines.join('\n');
}

function shortened(text: string): string {
  const points = [...text.replace(/\s+/gu, ' ').slice(0, 4 * LONGEST_NAME)];
  return points.length > LONGEST_NAME ? `${points.slice(0, LONGEST_NAME).join('')}…` : points.join('');
}
