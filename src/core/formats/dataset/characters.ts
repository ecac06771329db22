/**
 * The characters (code points) of a text, as Python has them: counted on its own here, and not by the code that wrote
 * the offsets, so that a mistake there would be seen.
 */
export class Characters {
  readonly #text: string;
  /** Where each character begins (UTF-16), and the end; null where every one is one unit. */
  readonly #starts: Uint32Array | null;

  constructor(text: string) {
    this.#text = text;
    this.#starts = null;
    let wide = 0;
    for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) wide++;
    if (wide === 0) return;
    const starts = new Uint32Array(text.length - wide + 1);
    let next = 0;
    let at = 0;
    for (const character of text) {
      starts[next++] = at;
      at += character.length;
    }
    starts[next] = at;
    this.#starts = starts;
  }

  /** `text[start:end]`, or null where there is no such place. */
  slice(start: unknown, end: unknown): string | null {
    const [from, to] = [this.utf16(start), this.utf16(end)];
    return from === null || to === null || from > to ? null : this.#text.slice(from, to);
  }

  /** The UTF-16 offset of a character, or null where there is none. */
  utf16(offset: unknown): number | null {
    const length = this.#starts ? this.#starts.length - 1 : this.#text.length;
    if (!Number.isInteger(offset) || (offset as number) < 0 || (offset as number) > length) return null;
    return this.#starts ? this.#starts[offset as number]! : (offset as number);
  }
}
