import { brat } from './brat/brat';
import { conll2002, conll2003, conll2003Biluo, conll2003Iob2 } from './conll/conll';
import { conllU } from './conll/conllu';
import { csv } from './csv';
import { csvMapped } from './csv-mapped/csv-mapped';
import { dataset, pseudonymousDataset } from './dataset/dataset';
import { doccanoRelations, doccanoSpans } from './doccano/doccano';
import type { Format, Reader } from './format';
import { jsonl } from './jsonl';
import { labelStudio } from './label-studio/label-studio';
import { marginaliaJson } from './marginalia-json';
import { prodigy, spacy } from './prodigy/prodigy';
import { qualcoder } from './qualcoder/qualcoder';
import { refiQda } from './refi/refi-qda';
import { taguette } from './taguette/taguette';
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
  conll2003Iob2,
  conll2003Biluo,
  conllU,
  doccanoSpans,
  doccanoRelations,
  labelStudio,
  prodigy,
  refiQda,
  spacy,
  uimaJson,
  uimaXmi,
  webannoTsv,
  dataset,
  pseudonymousDataset,
];

/** Formats of other tools that are only read. */
const READ_ONLY: readonly Reader[] = [taguette, qualcoder, csvMapped];

/** Everything that can be read, the two-way formats first. */
export const READERS: readonly Reader[] = [
  ...FORMATS.flatMap((format) => {
    const { recognises, parse } = format;
    return recognises && parse ? [{ ...format, recognises, parse }] : [];
  }),
  ...READ_ONLY,
];

/** The format with this id. Throws for an id that is not in the list. */
export function formatById(id: string): Format {
  const format = FORMATS.find((known) => known.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}
