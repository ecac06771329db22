import type { Annotation } from '../../core/project/model';
import { plain } from './speakers-data';

/** The words of a mention without a genitive, as they stand in the text: “Milano” for “Milano’s”. */
export const bareWords = ({ quote }: Annotation): string => quote.replace(/['’ʼ]s?$/u, '');

/** The words of a mention for comparing: no genitive, no case. */
export const wordsOf = (mention: Annotation): string => plain(bareWords(mention));
