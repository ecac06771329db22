import fc from 'fast-check';

const WORDS =
  'ferry harbour kiosk council pilot timetable storm engine ticket bridge mayor crew 🛟 winter lantern Ærø brød cargo'.split(
    ' ',
  );

/** A text of sentences, no two the same, so that the surroundings of every passage are of that place alone. */
export const article = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 9 }), { minLength: 6, maxLength: 14 })
  .map((sentences) =>
    sentences.map((words, at) => `${at * 7919}${words[0]} ${words.join(' ')} ${at * 104729}x.`).join(' '),
  );

export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly put: string;
}

/** The text with edits made, from the end on, and where its offsets are then. */
export function edited(text: string, edits: readonly Edit[]) {
  let now = text;
  const made: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => b.at - a.at)) {
    if (made.some(({ at }) => edit.at + edit.remove >= at)) continue;
    now = now.slice(0, edit.at) + edit.put + now.slice(edit.at + edit.remove);
    made.push(edit);
  }
  const moved = (offset: number) =>
    made.reduce((sum, { at, remove, put }) => {
      if (at + remove <= offset) return sum + put.length - remove;
      return at < offset ? sum - Math.min(offset - at, remove) : sum;
    }, offset);
  return { now, moved, count: made.reduce((sum, { remove, put }) => sum + Math.max(remove, put.length), 0) };
}

/** A small edit within so many units. */
export const edit = (length: number) =>
  fc.record({
    at: fc.nat(length - 3),
    remove: fc.nat(2),
    put: fc.string({ unit: fc.constantFrom('a', 'e', ' ', '-', 'ø', 'Q'), maxLength: 2 }),
  });
