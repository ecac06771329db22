import { brat } from './brat/brat';
import { catma } from './catma/catma';
import { conll2002, conll2003 } from './conll/conll';
import { conllU } from './conll/conllu';
import { csv } from './csv';
import { csvMapped } from './csv-mapped/csv-mapped';
import { dataset } from './dataset/dataset';
import { doccano } from './doccano/doccano';
import type { Format, Reader } from './format';
import { hypothesis } from './hypothesis/hypothesis';
import { jsonl } from './jsonl';
import { labelStudio } from './label-studio/label-studio';
import { marginaliaJson } from './marginalia-json';
import type { OptionValues } from './options';
import { formatWith } from './options';
import { prodigy, spacy } from './prodigy/prodigy';
import { qualcoder } from './qualcoder/qualcoder';
import { recogito } from './recogito/recogito';
import { refiQda } from './refi/refi-qda';
import { taguette } from './taguette/taguette';
import { teiInline } from './tei/tei-inline';
import { teiStandoff } from './tei/tei-standoff';
import { uimaJson } from './uima/uima-json';
import { uimaXmi } from './uima/xmi';
import { webAnnotation } from './web-annotation';
import { webannoTsv } from './webanno-tsv/webanno-tsv';

/** Every format, in the order in which they are offered. A new one needs its file and its line here. */
export const FORMATS: readonly Format[] = [
  marginaliaJson,
  csv,
  jsonl,
  webAnnotation,
  brat,
  conll2002,
  conll2003,
  conllU,
  doccano,
  labelStudio,
  prodigy,
  refiQda,
  spacy,
  uimaJson,
  uimaXmi,
  webannoTsv,
  teiStandoff,
  teiInline,
  dataset,
];

/** Ids that stand for a format with options chosen. */
export const VARIANTS: Readonly<Record<string, readonly [id: string, values: OptionValues]>> = {
  'conll-2003-iob2': ['conll-2003', { tags: 'IOB2' }],
  'conll-2003-biluo': ['conll-2003', { tags: 'BILUO' }],
  'doccano-relations': ['doccano', { rows: 'relations' }],
  'dataset-pseudonymous': ['dataset', { pseudonyms: 'yes' }],
};

/** Formats of other tools that are only read. */
const READ_ONLY: readonly Reader[] = [catma, hypothesis, recogito, taguette, qualcoder, csvMapped];

/** Everything that can be read, the two-way formats first. */
export const READERS: readonly Reader[] = [
  ...FORMATS.flatMap((format) => {
    const { recognises, parse } = format;
    return recognises && parse ? [{ ...format, recognises, parse }] : [];
  }),
  ...READ_ONLY,
];

/**
 * The format with this id, and with these options of it chosen. Throws for an id that is not in the list, and for
 * options as formatWith does.
 */
export function formatById(id: string, values: OptionValues = {}): Format {
  const variant = Object.hasOwn(VARIANTS, id) ? VARIANTS[id] : undefined;
  const format = FORMATS.find((known) => known.id === (variant?.[0] ?? id));
  if (!format) throw new Error(`no format ${id}`);
  return formatWith(format, { ...variant?.[1], ...values });
}
