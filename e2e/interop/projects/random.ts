import { builder } from './build';

const PIECES = [
  ...[
    'the ferry ',
    'said ',
    'Sen. J. Ek ',
    '“we knew” ',
    'a',
    ' ',
    '. ',
    '\n',
    '\n\n',
    '\t',
    '7,5 %',
    '-3',
    "'",
    '"',
  ],
  ...[
    ',;|\\',
    '😀',
    '🇩🇪 ',
    '👩‍👩‍👧',
    'Cafe\u0301',
    'Café ',
    'שלום ',
    'مرحبا ',
    '漢字',
    '\u2028',
    '\u00a0',
    '&<b>',
    'No. ',
  ],
] as const;

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Numbers below a bound, the same every time (a linear congruential generator; Numerical Recipes' constants). */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Many annotations anywhere in texts of everything that goes wrong in texts, never within a character as people see it. */
export function random() {
  const { article, mark, proof } = builder('random');
  const roll = dice(1);
  for (let n = 0; n < 24; n++) {
    const made = article(Array.from({ length: 40 }, () => PIECES[roll(PIECES.length)]).join(''));
    const edges = [...Array.from(clusters.segment(made.text), ({ index }) => index), made.text.length];
    for (let m = 0; m < 16; m++) {
      const cuts = Array.from({ length: 2 * (1 + roll(3)) }, () => edges[roll(edges.length)]!).sort(
        (a, b) => a - b,
      );
      // Passages are not empty and do not touch.
      if (cuts.some((cut, at) => at > 0 && cuts[at - 1] === cut)) continue;
      const passages = cuts.flatMap((start, at) => (at % 2 === 0 ? [[start, cuts[at + 1]!] as const] : []));
      const layer = ['claim', 'quote', 'speaker', 'sentiment'][roll(4)]!;
      mark(made, passages, { layer, ...(layer === 'claim' ? {} : { attributes: {} }) });
    }
  }
  return proof('random');
}
