import type { Attribute, AttributeKind, Colour, Form, TargetKind } from '../../core/project/codebook';

export const COLOUR_NAMES: Readonly<Record<Colour, string>> = {
  claim: 'Amber',
  speaker: 'Blue',
  quote: 'Violet',
  sentiment: 'Rust',
  stance: 'Plum',
  argument: 'Olive',
  frame: 'Petrol',
  neutral: 'Grey',
};

export const FORM_NAMES: Readonly<Record<Form, string>> = {
  tint: 'Tint',
  underline: 'Underline',
  bracket: 'Bracket',
  edge: 'Double line',
};

export const KIND_NAMES: Readonly<Record<AttributeKind, readonly [label: string, description: string]>> = {
  choice: ['One of several', 'One value of a list'],
  multiple: ['Several', 'Any number of values of a list'],
  scale: ['Scale', 'A step between two whole numbers'],
  text: ['Text', 'Words of your own'],
  number: ['Number', 'Any number'],
  date: ['Date', 'A day'],
};

export const TARGET_NAMES: Readonly<Record<TargetKind, readonly [label: string, description: string]>> = {
  speaker: ['speaker', 'An entry of the speaker register'],
  spans: ['passage', 'Words of the article'],
  annotation: ['annotation', 'Another annotation of the article'],
  claim: ['claim', 'An entry of the claim register'],
  author: ['author', 'The author of the article'],
};

/** What an attribute may be, in a few words: "factual, allegation, denial …", "−3 to +3", "text". */
export function rangeOf(attribute: Attribute): string {
  if ('values' in attribute) {
    const labels = attribute.values.map(({ label }) => label);
    return labels.length === 0 ? 'no values yet' : labels.join(', ');
  }
  if (attribute.kind !== 'scale') return KIND_NAMES[attribute.kind][0].toLowerCase();
  const { min, max, diverging } = attribute;
  const step = (value: number) =>
    value < 0 ? `−${-value}` : diverging && value > 0 ? `+${value}` : `${value}`;
  return `${step(min)} to ${step(max)}`;
}
