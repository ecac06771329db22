import { builder, find } from './build';

/** How annotations can lie to each other, and what can hang on them. */
export function shapes() {
  const { article, mark, proof } = builder('shape');
  const nested = article('The 😀 ferry had no working brakes, the union said on Monday.');
  mark(nested, [[0, nested.text.length]], { layer: 'quote', attributes: {} });
  mark(nested, ['ferry had no working brakes']);
  mark(nested, ['no working']);
  mark(nested, ['brakes, the union']);
  mark(nested, ['ferry had'], { layer: 'sentiment', attributes: { polarity: -3 } });
  mark(nested, ['brakes']);
  mark(nested, ['brakes']);
  mark(nested, ['brakes'], { layer: 'speaker', attributes: {} });
  mark(nested, [], { layer: 'sentiment', attributes: { polarity: 2 } });

  const apart = article('😀 We knew, said Ek 👩‍👩‍👧, nothing at all.\nNot “one” thing,\nhe\tsaid.');
  mark(apart, ['We knew', 'nothing', 'all.\nNot']);
  mark(apart, ['knew', 'at', 'thing,\nhe\tsaid']);
  mark(apart, ['Ek 👩‍👩‍👧'], { layer: 'speaker', attributes: {} });
  mark(apart, ['said Ek'], { layer: 'quote', attributes: {} });
  mark(apart, ['W', 'k', 'said', 'Not']);

  const told = article('“The brakes 😀 failed,” said Ada Ek. “They did not,” the company answered.');
  const heard = mark(told, ['Ada Ek'], {
    layer: 'speaker',
    attributes: {},
    roles: { is: [{ speaker: 'ek' }] },
  });
  const quote = mark(told, ['“The brakes 😀 failed,”'], {
    layer: 'quote',
    attributes: { form: 'direct' },
    roles: { source: [{ annotation: heard.id }], cue: [{ spans: [find(told.text, 'said')] }] },
    note: 'Tab\there, “quotes”; a | b [c] \\ d_e -> f * #1 = <g> & h\nand a second line 😀.',
    certainty: 'somewhat uncertain',
    status: 'final',
  });
  const heardClaim = mark(told, ['The brakes 😀 failed'], {
    roles: { 'same-claim': [{ claim: 'c1' }], 'made-by': [{ annotation: heard.id }] },
  });
  mark(told, ['They did not'], {
    attributes: { kind: 'denial' },
    roles: { 'made-by': [{ speaker: 'orr' }], contradicts: [{ annotation: heardClaim.id }] },
  });
  mark(told, ['They did not,'], {
    layer: 'quote',
    attributes: {},
    roles: {
      source: [{ spans: [find(told.text, 'the company')] }],
      cue: [{ spans: [find(told.text, 'answered')] }],
      'nested-in': [{ annotation: quote.id }],
    },
  });
  mark(told, ['answered'], { roles: { 'made-by': [{ author: true }] } });

  const edges = article('ab cd\n\nef gh');
  mark(edges, ['ab']);
  mark(edges, ['gh']);
  mark(edges, [[2, 3]]);
  mark(edges, [[0, 12]]);
  mark(edges, ['cd\n\nef']);
  mark(edges, [[3, 5]]);
  mark(edges, [[5, 7]]);
  return proof('shapes');
}
