import type { Attribute, Codebook, CodebookValue, Layer } from './codebook';

/** Values whose stored id is the label itself with hyphens for spaces. */
function values(...labels: string[]): readonly CodebookValue[] {
  return labels.map((label) => ({ id: label.replaceAll(' ', '-'), label }));
}

/** A choice; with `preset` the first value is the default, otherwise it begins unset. */
function choice(id: string, label: string, preset: boolean, ...labels: string[]): Attribute {
  const list = values(...labels);
  return { id, label, kind: 'choice', values: list, ...(preset ? { default: list[0]!.id } : {}) };
}

const quote: Layer = {
  id: 'quote',
  label: 'Quote',
  description: 'Who says what: words, beliefs or intentions that the article ascribes to a source.',
  colour: 'quote',
  form: 'bracket',
  key: 'q',
  on: true,
  attributes: [
    choice('form', 'Form', true, 'direct', 'indirect', 'mixed', 'free indirect'),
    choice(
      'act',
      'Act',
      true,
      'statement',
      'belief',
      'intention',
      'attitude',
      'decree',
      'perception',
      'evidence',
    ),
    choice('medium', 'Medium', true, 'speech', 'writing', 'thought', 'unclear'),
    choice('polarity', 'Polarity', true, 'affirmed', 'negated'),
  ],
  roles: [
    {
      id: 'source',
      label: 'source',
      description: 'Who is quoted: a speaker, or the words that name one.',
      targets: ['speaker', 'spans', 'annotation', 'author'],
      layers: ['speaker'],
      expected: true,
    },
    {
      id: 'cue',
      label: 'cue',
      description: 'The words that attribute it: “told”, “according to”, a colon.',
      targets: ['spans'],
      max: 1,
      contiguous: true,
    },
    { id: 'addressee', label: 'to', targets: ['speaker', 'spans', 'annotation'], layers: ['speaker'] },
    {
      id: 'nested-in',
      label: 'nested in',
      targets: ['annotation'],
      layers: ['quote'],
      max: 1,
      acyclic: true,
    },
  ],
};

const claim: Layer = {
  id: 'claim',
  label: 'Claim',
  description: 'A clause or sentence that asserts something which could be disputed.',
  colour: 'claim',
  form: 'tint',
  key: 'c',
  on: true,
  attributes: [
    choice(
      'kind',
      'Kind',
      true,
      'factual',
      'allegation',
      'denial',
      'opinion',
      'prediction',
      'call to action',
      'other',
    ),
    choice('verifiable', 'Verifiable', false, 'yes', 'no', 'cannot judge'),
    choice('check-worthiness', 'Check-worthiness', false, 'not factual', 'unimportant', 'check-worthy'),
    choice(
      'verdict',
      'Verdict',
      true,
      'unchecked',
      'supported',
      'refuted',
      'not enough evidence',
      'disputed',
    ),
  ],
  roles: [
    {
      id: 'made-by',
      label: 'made by',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      expected: true,
      inherits: { layer: 'quote', role: 'source' },
    },
    { id: 'same-claim', label: 'same as', targets: ['claim'], max: 1 },
    { id: 'supports', label: 'supports', targets: ['annotation', 'claim'], layers: ['claim'] },
    { id: 'contradicts', label: 'contradicts', targets: ['annotation', 'claim'], layers: ['claim'] },
  ],
};

const speaker: Layer = {
  id: 'speaker',
  label: 'Speaker',
  description: 'A mention of someone who speaks or is spoken of: a name, a description, a pronoun.',
  colour: 'speaker',
  form: 'underline',
  key: 's',
  on: true,
  attributes: [],
  roles: [{ id: 'is', label: 'is', targets: ['speaker'], max: 1, expected: true }],
};

const sentiment: Layer = {
  id: 'sentiment',
  label: 'Sentiment',
  description: 'An expression of feeling or judgement towards a target. Bad news is not bad sentiment.',
  colour: 'sentiment',
  form: 'edge',
  key: 'm',
  on: true,
  wholeArticle: true,
  attributes: [
    { id: 'polarity', label: 'Polarity', kind: 'scale', min: -3, max: 3, default: 0, diverging: true },
    choice('mixed', 'Mixed', true, 'no', 'yes'),
    choice('intensity', 'Intensity', false, 'low', 'medium', 'high', 'extreme'),
    choice('explicitness', 'Explicitness', true, 'explicit', 'implied by facts'),
  ],
  roles: [
    {
      id: 'target',
      label: 'about',
      targets: ['speaker', 'spans', 'annotation'],
      layers: ['speaker'],
      max: 1,
      expected: true,
    },
    {
      id: 'holder',
      label: 'held by',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      max: 1,
      inherits: { layer: 'quote', role: 'source', elseAuthor: true },
    },
  ],
};

const stance: Layer = {
  id: 'stance',
  label: 'Stance',
  colour: 'stance',
  form: 'edge',
  key: 'w',
  on: false,
  attributes: [
    choice(
      'position',
      'Position',
      false,
      'explicit pro',
      'implicit pro',
      'neutral',
      'implicit anti',
      'explicit anti',
    ),
    { id: 'issue', label: 'Issue', kind: 'text' },
  ],
  roles: [
    {
      id: 'holder',
      label: 'held by',
      targets: ['speaker', 'author', 'annotation'],
      layers: ['speaker'],
      max: 1,
      inherits: { layer: 'quote', role: 'source', elseAuthor: true },
    },
  ],
};

const argument: Layer = {
  id: 'argument-unit',
  label: 'Argument unit',
  colour: 'argument',
  form: 'tint',
  key: 'a',
  on: false,
  attributes: [
    choice(
      'kind',
      'Kind',
      false,
      'common ground',
      'assumption',
      'testimony',
      'statistics',
      'anecdote',
      'other',
    ),
  ],
  roles: [{ id: 'supports', label: 'supports', targets: ['annotation'] }],
};

/** The fifteen dimensions of the Media Frames Corpus (Card et al. 2015). */
const FRAMES = [
  'economic',
  'capacity and resources',
  'morality',
  'fairness and equality',
  'legality and constitutionality',
  'policy prescription and evaluation',
  'crime and punishment',
  'security and defence',
  'health and safety',
  'quality of life',
  'cultural identity',
  'public opinion',
  'political',
  'external regulation and reputation',
  'other',
];

const frame: Layer = {
  id: 'frame',
  label: 'Frame',
  colour: 'frame',
  form: 'tint',
  key: 'f',
  on: false,
  wholeArticle: true,
  attributes: [
    choice('dimension', 'Dimension', false, ...FRAMES),
    choice('scope', 'Scope', false, 'span', 'headline', 'primary frame'),
  ],
  roles: [],
};

const about: Layer = {
  id: 'article',
  label: 'Article',
  description: 'What is judged of the article as a whole.',
  colour: 'neutral',
  form: 'edge',
  key: 'e',
  on: false,
  wholeArticle: true,
  attributes: [
    choice('relevance', 'Relevance', false, 'relevant', 'partly relevant', 'not relevant'),
    choice('genre', 'Genre', false, 'hard news', 'analysis', 'opinion', 'interview', 'other'),
    { id: 'wire-credit', label: 'Wire credit', kind: 'text' },
    choice('valence', 'News valence', false, 'bad', 'neutral', 'good'),
  ],
  roles: [],
};

/**
 * The built-in codebook, "News close reading 1.0". Drawn from PARC 3.0, PolNeAR and RiQuA (attribution),
 * ClaimBuster and CheckThat! (claims), MPQA and NewsMTSC (sentiment) and the Media Frames Corpus.
 */
export const DEFAULT_CODEBOOK: Codebook = {
  id: 'news-close-reading',
  name: 'News close reading',
  version: '1.0',
  layers: [claim, quote, speaker, sentiment, stance, argument, frame, about],
};
