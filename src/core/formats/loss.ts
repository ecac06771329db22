import type { FormatUnit, LossReport } from './format';

/** Every kind of loss, in the order reports list them, in the singular and the plural. */
const KINDS = {
  'article-text': ['article’s text, paragraphs and origin', 'articles’ texts, paragraphs and origins'],
  'article-details': ['article’s title, source and origin', 'articles’ titles, sources and origins'],
  'article-origin': ['article’s file and place in the library', 'articles’ files and places in the library'],
  'article-note': ['note on an article', 'notes on articles'],
  'article-without-annotations': ['article without annotations', 'articles without annotations'],
  'misplaced-annotation': [
    'annotation whose place is not in its text',
    'annotations whose places are not in their texts',
  ],
  'orphan-annotation': ['annotation without its article', 'annotations without their articles'],
  'dangling-target': [
    'link to something that is not in the export',
    'links to something that is not in the export',
  ],
  'control-character': ['control character that becomes a space', 'control characters that become spaces'],
  'split-character': [
    'annotation widened because it cut a character in two',
    'annotations widened because they cut a character in two',
  ],
  'whole-article': ['annotation of a whole article', 'annotations of whole articles'],
  wordless: ['annotation without a word', 'annotations without a word'],
  overlap: ['annotation that overlaps another', 'annotations that overlap others'],
  'in-pieces': ['annotation that is written in pieces', 'annotations that are written in pieces'],
  fitted: ['annotation fitted to whole words', 'annotations fitted to whole words'],
  'attribute-value': ['value of an attribute', 'values of attributes'],
  link: ['link to a speaker, claim or annotation', 'links to speakers, claims or annotations'],
  'annotation-note': ['note on an annotation', 'notes on annotations'],
  'annotation-details': [
    'annotation’s id, maker, time, certainty and status',
    'annotations’ ids, makers, times, certainties and statuses',
  ],
  'stale-quote': ['stored quote that differs from the text', 'stored quotes that differ from the text'],
  'untyped-value': [
    'value that reads back as unset or as another type',
    'values that read back as unset or as another type',
  ],
  'codebook-version': [
    'annotation made with another version of the codebook',
    'annotations made with another version of the codebook',
  ],
  speaker: ['speaker of the register', 'speakers of the register'],
  claim: ['registered claim', 'registered claims'],
  'speaker-details': ['speaker’s entry beyond the name', 'speakers’ entries beyond the name'],
  'claim-details': [
    'registered claim’s entry beyond the wording',
    'registered claims’ entries beyond the wording',
  ],
  'annotator-name': ['annotator’s name', 'annotators’ names'],
  annotator: ['annotator without annotations', 'annotators without annotations'],
  reading: ['article’s status', 'articles’ statuses'],
  project: ['project’s date, note and saved filters', 'projects’ dates, notes and saved filters'],
} as const satisfies Record<string, readonly [one: string, many: string]>;

export type LossKind = keyof typeof KINDS;

/** Counts by kind; a kind left out or 0 is no loss. */
export type LossCounts = { readonly [Kind in LossKind]?: number };

/** The report of what was counted. `unit`: what the format's offsets count. */
export function lossReport(unit: FormatUnit, counts: LossCounts): LossReport {
  const losses = (Object.keys(KINDS) as LossKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, label: KINDS[kind][count === 1 ? 0 : 1], count }] : [];
  });
  return { unit, losses };
}
