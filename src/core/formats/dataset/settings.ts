import type { ValuesOf } from '../options';
import { STANDARD_SHARES, sharesOf } from './split';

const oneLine = (value: string) => (/[\r\n]/.test(value) ? 'One line, please.' : null);

/** What is left to whoever exports a dataset. */
export const DATASET_OPTIONS = {
  pseudonyms: {
    kind: 'flag',
    label: 'Pseudonyms',
    hint: 'Call speakers by numbers in the tables. The texts still name them.',
    standard: false,
  },
  splits: {
    kind: 'text',
    label: 'Splits',
    hint: 'Shares of articles for training, validation and test, or for training and test; empty for none.',
    standard: STANDARD_SHARES,
    empty: 'none',
    suggestions: [STANDARD_SHARES, '70/15/15', '80/20'],
    problem: (value: string) =>
      sharesOf(value) === null ? 'Splits are two or three shares such as 80/10/10, or nothing.' : null,
  },
  seed: {
    kind: 'text',
    label: 'Seed',
    hint: 'The same seed gives the same splits.',
    standard: '',
    empty: 'the project’s id',
    problem: oneLine,
  },
  licence: {
    kind: 'text',
    label: 'Licence',
    hint: 'The licence of the dataset, best by its SPDX identifier.',
    standard: '',
    empty: 'to be filled in',
    suggestions: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'ODbL-1.0'],
    problem: oneLine,
  },
  citation: {
    kind: 'text',
    label: 'Cite as',
    hint: 'How the dataset is to be cited.',
    standard: '',
    empty: 'to be filled in',
    problem: oneLine,
  },
} as const;

export type DatasetValues = ValuesOf<typeof DATASET_OPTIONS>;
