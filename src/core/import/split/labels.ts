import type { CorpusField } from '../corpus/columns';
import { fieldOf } from '../detect/labels';

/**
 * What becomes of a line that begins with a label: it tells a field ('text': its words stay without the
 * label), is kept with the article, is left out, or stays in the text as it is.
 */
export type FieldUse = CorpusField | 'kept' | 'out' | 'stays';

/** Labels beyond those that single articles have; in lower case. */
const USES: Readonly<Record<string, FieldUse>> = {
  titel: 'title',
  überschrift: 'title',
  schlagzeile: 'title',
  untertitel: 'standfirst',
  highlight: 'standfirst',
  autor: 'byline',
  autorin: 'byline',
  von: 'byline',
  datum: 'publishedAt',
  'publication name': 'outlet',
  'source name': 'outlet',
  zeitung: 'outlet',
  quelle: 'outlet',
  sprache: 'language',
  id: 'id',
  'document id': 'id',
  'accession number': 'id',
  body: 'text',
  text: 'text',
  'full text': 'text',
  lead: 'text',
};

const KEPT =
  /^(?:section|column|edition|page|pages|length|words?|word count|dateline|graphic|keywords?|subjects?|person|organi[sz]ation|company|industry|geographic|city|state|country|location|load-?date|publication-?type|document-?type|issn|isbn|doi|ressort|seite|rubrik|ausgabe|länge|series|volume|issue|type|place|region|tags?|category|categories|credit|copyright|correction-?date|database)$/u;

/** The two-letter codes some databases write before their fields. */
const CODES: Readonly<Record<string, FieldUse>> = {
  HD: 'title',
  BY: 'byline',
  PD: 'publishedAt',
  SN: 'outlet',
  LA: 'language',
  AN: 'id',
  LP: 'text',
  TD: 'text',
  CR: 'kept',
  WC: 'kept',
  ET: 'out',
  SC: 'out',
  SE: 'kept',
  ED: 'kept',
  PG: 'kept',
  CY: 'out',
  CT: 'out',
  RF: 'out',
  CO: 'kept',
  IN: 'kept',
  NS: 'kept',
  RE: 'kept',
  IPC: 'out',
  IPD: 'kept',
  PUB: 'out',
  ART: 'kept',
  VOL: 'kept',
  CLM: 'kept',
};

/** Is it the code of a field ("HD")? */
export function isCode(label: string): boolean {
  return Object.hasOwn(CODES, label);
}

/** What becomes of a label's line as long as nobody says otherwise; undefined for a label that is not known. */
export function knownUse(label: string): FieldUse | undefined {
  if (isCode(label)) return CODES[label];
  const name = labelKey(label);
  if (Object.hasOwn(USES, name)) return USES[name];
  return fieldOf(name) ?? (KEPT.test(name) ? 'kept' : undefined);
}

/** Labels that differ in letters' case or spaces only are one. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}
