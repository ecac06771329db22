/** As many examples are told. */
const MOST_EXAMPLES = 3;
const LONGEST = 60;

/** What the note of an annotation says whose words are a little different in the text here. */
export function roughNote(quote: string): string {
  return `Found roughly, to be checked. In the file: “${quote}”`;
}

/** Counts passages that were found roughly, to be told in a warning. */
export class FoundRoughly {
  #count = 0;
  readonly #examples: string[] = [];

  /** `quote`: the words in the file; `here`: those in the text. */
  add(quote: string, here: string): void {
    this.#count++;
    if (this.#examples.length < MOST_EXAMPLES) this.#examples.push(`“${short(quote)}” is “${short(here)}”`);
  }

  /** A sentence when there are any. */
  warnings(): readonly string[] {
    if (this.#count === 0) return [];
    const passages =
      this.#count === 1
        ? '1 passage was found roughly: check it'
        : `${this.#count} passages were found roughly: check them`;
    const more = this.#count > this.#examples.length ? ' …' : '';
    return [`${passages} (${this.#examples.join('; ')}${more})`];
  }
}

function short(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
