import type { Annotation, Article, Certainty, Target } from '../../project/model';
import type { Offsets } from '../../text/offsets';
import type { Piece, PieceValue } from '../marks/piece';
import { orderedEntries } from '../ordered-entries';
import type { Part } from '../part';
import { xmlAttribute, xmlText } from '../uima/xml-text';
import { featureStructure } from './features';
import type { ListedPeople } from './header';
import { AUTHOR_ID, teiName, xmlId } from './names';
import { pointersTo } from './pointer-write';

/** What is written: an article of a part, as XML can hold it. */
export interface Written {
  readonly part: Part;
  readonly article: Article;
  /** Code points. */
  readonly offsets: Offsets;
  readonly people: ListedPeople;
  readonly shared: Shared;
}

/** What all documents of a part have in common; found out once, as it takes all annotations to know. */
export interface Shared {
  /** Annotation id -> id of the article in whose document it is. */
  readonly documents: ReadonlyMap<string, string>;
  /** The layers and values as XML. */
  readonly taxonomy: string;
}

/** TEI's own scale. */
const CERT: Readonly<Record<Certainty, string>> = {
  certain: 'high',
  'somewhat uncertain': 'medium',
  'very uncertain': 'low',
};
/** What TEI takes for a date with a time (ISO 8601). */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** One `<annotation>`: where, of what layer, by whom and when, with its values, note and links. */
export function teiAnnotation(about: Written, annotation: Annotation, piece: Piece): string {
  const { part, offsets } = about;
  const { id, spans, annotatorId, certainty } = annotation;
  const who = `#${xmlId('annotator', annotatorId)}`;
  const lines = [
    revisions(annotation, who),
    piece.values.length > 0
      ? `<note type="attributes">${featureStructure(annotation.layer, piece.values)}</note>`
      : '',
    piece.note === '' ? '' : `<note${keepsSpace(piece.note)}>${xmlText(piece.note)}</note>`,
    ...orderedEntries(annotation.roles).flatMap(([role, targets]) =>
      targets.map((target) => linkTo(about, role, target)),
    ),
  ];
  const inner = lines.flatMap((line) => (line === '' ? [] : `        ${line}\n`)).join('');
  return `      <annotation${[
    xmlAttribute('xml:id', xmlId('annotation', id)),
    ' motivation="classifying"',
    xmlAttribute('target', pointersTo(spans, offsets)),
    xmlAttribute('ana', anaOf(part, annotation, piece.values)),
    xmlAttribute('resp', who),
    xmlAttribute('cert', CERT[certainty]),
  ].join('')}>
${inner}      </annotation>
`;
}

/** The categories of the taxonomy that it falls under: its layer, and the values it has of a list. */
export function anaOf({ whole }: Part, { layer }: Annotation, values: readonly PieceValue[]): string {
  const known = whole.codebook.layers.find(({ id }) => id === layer);
  const chosen = values.flatMap(({ name, value }) => {
    const attribute = known?.attributes.find(({ id }) => id === name);
    if (!attribute || !('values' in attribute)) return [];
    const ids = [value].flat().filter((text) => attribute.values.some(({ id }) => id === text));
    return ids.map((text) => `#${xmlId('value', layer, name, String(text))}`);
  });
  return [`#${xmlId('layer', layer)}`, ...chosen].join(' ');
}

function revisions({ createdAt, updatedAt, status, codebookVersion }: Annotation, who: string): string {
  const change = (status: string, when: string) =>
    TIME.test(when)
      ? `<change status="${status}"${xmlAttribute('when', when)} who="${who}"/>`
      : `<change status="${status}" who="${who}">${xmlText(when)}</change>`;
  const modified = updatedAt === createdAt ? '' : change('modified', updatedAt);
  const version = xmlAttribute('n', codebookVersion);
  return `<revisionDesc status="${status}"${version}>${change('created', createdAt)}${modified}</revisionDesc>`;
}

/** A target of a role; what no document knows is not pointed at. */
function linkTo(about: Written, role: string, target: Target): string {
  const to = placeOf(about, target);
  return to === null ? '' : `<ptr type="role" subtype="${teiName(role)}"${xmlAttribute('target', to)}/>`;
}

function placeOf({ part, article, offsets, shared }: Written, target: Target): string | null {
  if ('spans' in target) return pointersTo(target.spans, offsets);
  if ('author' in target) return `#${AUTHOR_ID}`;
  if ('claim' in target) return `#${xmlId('claim', target.claim)}`;
  if ('speaker' in target)
    return part.whole.speakers.has(target.speaker) ? `#${xmlId('speaker', target.speaker)}` : null;
  const where = shared.documents.get(target.annotation);
  if (where === undefined) return null;
  return `${where === article.id ? '' : `${where}.xml`}#${xmlId('annotation', target.annotation)}`;
}

/** White space that tools that indent files must leave alone. */
function keepsSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim() === text ? '' : ' xml:space="preserve"';
}
