/** The cases of the ordinary run follow from it; another one is a matter of chance and of `npm run test:fuzz`. */
export const SEED = '2024';

/**
 * How many cases of each importer the ordinary run has: about a second and a half of one core each, as measured on a
 * machine of two cores. By number and not by the clock, so that every run is the same. None more than 5,000.
 */
export const COUNTS: ReadonlyMap<string, number> = new Map([
  ['txt', 2500],
  ['md', 600],
  ['html', 1200],
  ['docx', 800],
  ['odt', 1000],
  ['epub', 900],
  ['mhtml', 1800],
  ['rtf', 5000],
  ['jsonl-articles', 4000],
  ['json-articles', 5000],
  ['csv-articles', 3000],
  ['tsv', 4000],
  ['parquet', 2000],
  ['pdf', 500],
  ['marginalia-json', 500],
  ['csv', 500],
  ['jsonl', 500],
  ['web-annotation', 450],
  ['brat', 700],
  ['conll-2002', 1700],
  ['conll-2003', 1500],
  ['doccano', 1000],
  ['label-studio', 1300],
  ['prodigy', 1200],
  ['refi-qda', 700],
  ['spacy', 1300],
  ['uima-json', 1800],
  ['uima-xmi', 1600],
  ['webanno-tsv', 1500],
  ['tei-standoff', 1000],
  ['catma', 1700],
  ['hypothesis', 4000],
  ['recogito', 2200],
  ['taguette', 1900],
  ['qualcoder', 1700],
  ['csv-mapped', 1700],
  ['any', 1200],
  ['codebook', 1000],
]);
