import { CLAIM } from './built-in/claim';
import { OPTIONAL } from './built-in/optional';
import { QUOTE } from './built-in/quote';
import { SENTIMENT } from './built-in/sentiment';
import { SPEAKER } from './built-in/speaker';
import type { Codebook } from './codebook';

/**
 * The built-in codebook, "News close reading 1.0". Drawn from PARC 3.0, PolNeAR and RiQuA (attribution),
 * ClaimBuster and CheckThat! (claims), MPQA and NewsMTSC (sentiment) and the Media Frames Corpus.
 */
export const DEFAULT_CODEBOOK: Codebook = {
  id: 'news-close-reading',
  name: 'News close reading',
  version: '1.0',
  layers: [CLAIM, QUOTE, SPEAKER, SENTIMENT, ...OPTIONAL],
};
