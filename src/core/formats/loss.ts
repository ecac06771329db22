import type { OffsetUnit } from '../text/offsets';
import type { LossReport } from './format';

/** Every kind of loss, in the order reports list them, in the singular and the plural. */
const KINDS = {
  'article-text': ['article’s text, paragraphs and origin', 'articles’ texts, paragraphs and origins'],
  'article-details': ['article’s title, source and origin', 'articles’ titles, sources and origins'],
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
  'stale-quote': ['stored quote that differs from the text', 'stored quotes that differ from the text'],
  'untyped-value': [
    'value that reads back as unset or as another type',
    'values that read back as unset or as another type',
  ],
  'codebook-version': [
    'annotation made with another version of the codebook',
    'annotations made with another version of the codebook',
  ],
  'speaker-details': ['speaker’s entry beyond the name', 'speakers’ entries beyond the name'],
  'claim-details': [
    'registered claim’s entry beyond the wording',
    'registered claims’ entries beyond the wording',
  ],
  annotator: ['annotator without annotations', 'annotators without annotations'],
  reading: ['article’s status', 'articles’ statuses'],
  project: ['project’s date, note and saved filters', 'projects’ dates, notes and saved filters'],
} as const satisfies Record<string, readonly [one: string, many: string]>;

export type LossKind = keyof typeof KINDS;

/** Counts by kind; a kind left out or 0 is no loss. */
export type LossCounts = { readonly [Kind in LossKind]?: number };

/** The report of what was counted. `unit`: what the format's offsets count. */
export function lossReport(unit: OffsetUnit, counts: LossCounts): LossReport {
  const losses = (Object.keys(KINDS) as LossKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, label: KINDS[kind][count === 1 ? 0 : 1], count }] : [];
  });
  return { unit, losses };
}
