/** The cases of the ordinary run follow from it; another one is a matter of chance and of `npm run test:fuzz`. */
export const SEED = '2024';

/**
 * How many cases of each importer the ordinary run has: 10,000, or what takes about eight seconds of one core, as
 * measured on a machine of two: five minutes of a core in all. By number and not by the clock, so that every run is
 * the same.
 */
export const COUNTS: ReadonlyMap<string, number> = new Map([
  ['txt', 10000],
  ['md', 3300],
  ['html', 6600],
  ['docx', 4400],
  ['odt', 5500],
  ['epub', 4900],
  ['mhtml', 9900],
  ['rtf', 10000],
  ['jsonl-articles', 10000],
  ['json-articles', 10000],
  ['csv-articles', 10000],
  ['tsv', 10000],
  ['parquet', 10000],
  ['pdf', 2700],
  ['marginalia-json', 2700],
  ['csv', 2700],
  ['jsonl', 2700],
  ['web-annotation', 2400],
  ['brat', 3800],
  ['conll-2002', 9300],
  ['conll-2003', 8200],
  ['doccano', 5500],
  ['label-studio', 7100],
  ['prodigy', 6600],
  ['refi-qda', 3800],
  ['spacy', 7100],
  ['uima-json', 9900],
  ['uima-xmi', 8800],
  ['webanno-tsv', 8200],
  ['tei-standoff', 5500],
  ['catma', 9300],
  ['hypothesis', 10000],
  ['recogito', 10000],
  ['taguette', 10000],
  ['qualcoder', 9300],
  ['csv-mapped', 9300],
  ['any', 6600],
  ['codebook', 5500],
]);
