import { folded } from '../text/folded';

/** A name as it is compared: no case, accents, word breaks or signs; "webanno.custom.DirectQuote" is "directquote". */
export function plainName(name: string): string {
  const last = /^[\w.]+$/.test(name) ? (name.split('.').at(-1) ?? name) : name;
  return folded(last).replace(/[^\p{L}\p{N}+-]+|(?<=\p{L})-/gu, '');
}

/** Usual names, in other tools and corpora, of layers that the built-in codebook has: id -> plain names. */
export const LAYER_NAMES: Readonly<Record<string, readonly string[]>> = {
  speaker:
    `per pers person people persons org orgs organisation organization norp group actor agent politician mention
    speakermention namedentity entity source stakeholder individual`.split(/\s+/),
  quote:
    `quotation quotations quotes directquote directspeech indirectquote indirectspeech reportedspeech speech
    attribution content utterance said citation`.split(/\s+/),
  claim: `claims assertion factualclaim checkworthy checkworthyclaim allegation proposition`.split(/\s+/),
  sentiment:
    `sentiments emotion opinion polarity evaluation judgement judgment appraisal attitude affect dse ese
    feeling tone`.split(/\s+/),
  stance: `stances standpoint position favor favour`.split(/\s+/),
  'argument-unit': `argument argumentunit adu premise premises evidence argumentcomponent reason`.split(
    /\s+/,
  ),
  frame: `frames framing mediaframe issueframe`.split(/\s+/),
  article: `document text doc wholetext`.split(/\s+/),
};

/** Names of layers that stand, in other tools, for a role of an annotation they are linked with. */
export const ROLE_NAMES: Readonly<Record<string, { readonly role: string; readonly of: string }>> = {
  cue: { role: 'cue', of: 'quote' },
  attributioncue: { role: 'cue', of: 'quote' },
  reportingverb: { role: 'cue', of: 'quote' },
  speechverb: { role: 'cue', of: 'quote' },
  source: { role: 'source', of: 'quote' },
  attributionsource: { role: 'source', of: 'quote' },
  addressee: { role: 'addressee', of: 'quote' },
  holder: { role: 'holder', of: 'sentiment' },
  opinionholder: { role: 'holder', of: 'sentiment' },
  target: { role: 'target', of: 'sentiment' },
  opiniontarget: { role: 'target', of: 'sentiment' },
};

/** The same for roles and links: id of our role -> plain names. */
export const LINK_NAMES: Readonly<Record<string, readonly string[]>> = {
  source: ['speaker', 'saidby', 'agent', 'sayer', 'attributionsource', 'hassource'],
  cue: ['cuespan', 'verb', 'trigger', 'hascue', 'reportingverb'],
  addressee: ['to', 'receiver', 'hearer', 'saidto'],
  'made-by': ['speaker', 'by', 'claimer', 'claimant', 'author', 'source'],
  target: ['about', 'towards', 'aspect', 'object', 'hastarget', 'opiniontarget'],
  holder: ['heldby', 'experiencer', 'source', 'hasholder', 'opinionholder'],
  is: ['sameas', 'entity', 'refersto', 'coref'],
  supports: ['support', 'for', 'pro'],
  contradicts: ['attacks', 'attack', 'against', 'con', 'contradicts', 'rebuts'],
  'nested-in': ['nested', 'within', 'partof'],
};

/** The same for attributes. */
export const ATTRIBUTE_NAMES: Readonly<Record<string, readonly string[]>> = {
  polarity: ['sentiment', 'valence', 'orientation', 'value', 'polar', 'tone'],
  kind: ['type', 'claimtype', 'category', 'class'],
  form: ['type', 'quotetype', 'directness', 'kind'],
  position: ['stance', 'side'],
  'check-worthiness': ['checkworthy', 'checkworthiness'],
  explicitness: ['explicit', 'implicit'],
  dimension: ['frame', 'frametype', 'type'],
  intensity: ['strength', 'degree'],
};

/** Words for steps of a scale from bad to good, from -3 to +3. */
export const SCALE_WORDS: Readonly<Record<string, number>> = {
  positive: 1,
  pos: 1,
  '+': 1,
  negative: -1,
  neg: -1,
  '-': -1,
  neutral: 0,
  neu: 0,
  none: 0,
  verypositive: 2,
  strongpositive: 2,
  stronglypositive: 2,
  verynegative: -2,
  strongnegative: -2,
  stronglynegative: -2,
};
