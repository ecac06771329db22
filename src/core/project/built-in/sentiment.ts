import type { Layer } from '../codebook';
import { choice, preset } from './parts';

/** What is felt or judged, towards whom. After MPQA and NewsMTSC. */
export const SENTIMENT: Layer = {
  id: 'sentiment',
  label: 'Sentiment',
  description:
    'An expression of feeling or judgement towards someone or something. Bad news is not bad sentiment: judge the wording, not the event.',
  examples: [
    'The board’s **pathetic** excuse convinced no one. (−2, about the board)',
    'She **praised** the crew. (+2, about the crew, held by her)',
    'He left **before the last victim was out**. (−1, about him, implied by facts)',
  ],
  rules:
    'Mark the words that carry the feeling, not the whole sentence.\nEvery sentiment has one target. Two targets in one sentence are two sentiments.\nThe holder is who feels or judges. Left empty, it is the source of the quote around it, else the author.\n“Forty died” is bad news and 0 towards everyone; “forty died because they saved on lights” is not.\nTag without a passage to judge the article as a whole.',
  colour: 'sentiment',
  form: 'edge',
  key: 'm',
  on: true,
  wholeArticle: true,
  attributes: [
    {
      id: 'polarity',
      label: 'Polarity',
      description:
        'How the target comes off. ±1 slightly, ±2 clearly, ±3 in the strongest words; 0 is a sentiment that leans neither way.',
      kind: 'scale',
      min: -3,
      max: 3,
      default: 0,
      diverging: true,
    },
    preset('mixed', 'Mixed', 'Is there praise and blame of one target in the same words?', [
      'no',
      ['yes', 'Both at once: a brilliant failure. Polarity then says which weighs more.'],
    ]),
    choice('intensity', 'Intensity', 'How strong the expression is, whichever way it goes.', [
      ['low', 'Hedged or mild: somewhat disappointing.'],
      ['medium', 'Plain: disappointing.'],
      ['high', 'Strong: a disgrace.'],
      ['extreme', 'As strong as language gets: monstrous.'],
    ]),
    preset('explicitness', 'Explicitness', 'Is it said, or left to be concluded?', [
      ['explicit', 'A word of feeling or judgement says it.'],
      ['implied by facts', 'Only facts are told, chosen so that the reader judges.'],
    ]),
  ],
  roles: [
    {
      id: 'target',
      label: 'about',
      noun: 'target',
      description: 'Whom or what it is felt towards.',
      targets: ['speaker', 'spans', 'annotation'],
      layers: ['speaker'],
      max: 1,
      expected: true,
    },
    {
      id: 'holder',
      label: 'held by',
      noun: 'holder',
      description:
        'Who feels or judges. Left empty, it is the source of the quote around it, else the author.',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      max: 1,
      inherits: { layer: 'quote', role: 'source', elseAuthor: true },
    },
  ],
};
