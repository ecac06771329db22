import type { Codebook } from '../../project/codebook';
import type { Annotation } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import type { Carried } from '../marks/carried';
import type { FoundText } from '../marks/gather';
import type { Shown } from '../marks/piece';
import { converted } from '../marks/plausible';
import { readXml, type XmlElement } from '../uima/xml-read';
import { record } from '../web-json';
import { all, attribute, each, element, guidIn, textIn } from './elements';
import { guidsOf } from './guids';
import { withoutReturns } from './line-breaks';
import { readMarks } from './marks-read';
import { writeMarks } from './marks-write';
import { readOurs } from './ours';
import { placing, withLineFeeds } from './positions';
import type { Qde, QdeSource } from './qde';
import { linksOf } from './read-qde';

/** A source that we wrote, with the text that it is about as we had it. */
export interface Own {
  readonly source: QdeSource;
  readonly text: string;
  /** The text as it is stored, where positions count the returns in it. */
  readonly stored?: string;
  /** See carried.ts. */
  readonly row: unknown;
  readonly blank: unknown;
}

/**
 * What we wrote of a source for ourselves; undefined when there is nothing, or when the text is another one now. A byte
 * order mark and other line breaks do not make it another one.
 */
export function ownSource(source: QdeSource): Own | undefined {
  const { row, blank, breaks } = readOurs(source.element) ?? {};
  if (row === undefined) return undefined;
  const bare = source.text.replace(/^\ufeff/, '');
  const same = (text: string) => offsetsOf(text, 'codepoint').length === record(row).length;
  if (breaks === 'crlf') {
    const stored = [source.text, bare].find((text) => same(withoutReturns(text)));
    if (stored !== undefined) return { source, text: withoutReturns(stored), stored, row, blank };
  }
  const text = [source.text, bare, withLineFeeds(source.text), withLineFeeds(bare)].find(same);
  return text === undefined ? undefined : { source, text, row, blank };
}

/** The text with what is marked in it now, and what we would have marked. */
export function ownText(
  path: string,
  { source, text, stored, row }: Own,
  qde: Qde,
  codebook: Codebook,
): FoundText {
  const place = stored === undefined ? placeIn(text) : placeInStored(stored);
  const { untaken: _, ...pieces } = readMarks(source.element, qde, place);
  return {
    ...pieces,
    place: `${path}, ${source.name}`,
    fileName: source.fileName,
    name: source.name,
    text,
    carried: row,
    show: (carried) => shown(carried, qde, codebook, text),
    recognise: 'key',
  };
}

function placeIn(text: string) {
  const offsets = offsetsOf(text, 'codepoint');
  return (selection: XmlElement) => converted(offsets, placeOf(selection));
}

function placeInStored(stored: string) {
  const place = placing(stored, { lineBreak: 2, unit: 'codepoint', end: 'after' });
  return (selection: XmlElement) => place(placeOf(selection));
}

/** The positions of a selection, in whatever it counts; NaN where there is no number. */
export function placeOf(selection: XmlElement): { readonly start: number; readonly end: number } {
  const number = (name: string) => Number.parseInt(attribute(selection, name), 10);
  return { start: number('startPosition'), end: number('endPosition') };
}

/** What a file that we write of these annotations says when it is read. */
function shown({ article, annotations, info }: Carried, qde: Qde, codebook: Codebook, text: string): Shown {
  const byId = <Row extends { readonly id: string }>(rows: Iterable<Row>) =>
    new Map(Array.from(rows, (row) => [row.id, row]));
  const guids = guidsOf(info.id ?? '', codebook, {
    annotations: byId<Annotation>(annotations),
    speakers: byId(qde.cases.values()),
    claims: byId(qde.claims.values()),
  });
  const marks = writeMarks(article, annotations, guids);
  const root = readXml({
    path: article.id,
    data: element('Project', {}, [
      element('TextSource', {}, [...marks.selections, ...marks.codings]),
      element('Notes', {}, marks.notes),
      element('Links', {}, marks.links),
    ]),
  });
  const notes = each(root, 'Notes', 'Note').map(
    (note) => [guidIn(note, 'guid'), textIn(note, 'PlainTextContent')] as const,
  );
  const again: Qde = { ...qde, notes: new Map(notes), links: linksOf(each(root, 'Links', 'Link')) };
  const { pieces, links } = readMarks(all(root, 'TextSource')[0]!, again, placeIn(text));
  return { pieces, links, owners: marks.owners };
}
