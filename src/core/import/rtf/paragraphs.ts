import type { StyleMeaning } from '../docx/styles';
import type { RichParagraph } from '../rich/rich-text';
import type { DecodeBytes } from './document';
import type { GroupState } from './state';

/** Collects what an RTF file says: its paragraphs, and the fonts and styles they refer to. */
export class RtfParagraphs {
  /** The document's own code page. */
  codePage = 1252;
  /** The font whose description is being read. */
  font = -1;
  readonly fonts = new Map<number, number | undefined>();
  /** The style of the paragraph, or the one whose description is being read. */
  style = Number.NaN;
  /** 1 … 9 for a heading by its outline level, else 0. */
  outline = 0;
  title = '';
  readonly #decode: DecodeBytes;
  readonly #styles = new Map<number, string>();
  readonly #done: (Omit<RichParagraph, 'style' | 'level'> & { style: number; outline: number })[] = [];
  #waiting = '';
  #waitingState: GroupState | null = null;
  #name = '';
  #parts: string[] = [];
  #ink = { all: 0, bold: 0 };

  constructor(decode: DecodeBytes) {
    this.#decode = decode;
  }

  /** Takes bytes; those of one run are decoded together, since a character may take two. */
  bytes(bytes: string, state: GroupState): void {
    if (this.#waitingState && this.#pageOf(this.#waitingState) !== this.#pageOf(state)) this.#flush();
    if (this.#waitingState && !sameLook(this.#waitingState, state)) this.#flush();
    this.#waiting += bytes;
    this.#waitingState = { ...state };
  }

  /** Takes characters. */
  text(text: string, state: GroupState): void {
    this.#flush();
    this.#add(text, state);
  }

  /** Ends a paragraph; the next one has its style, unless told otherwise. */
  end({ destination }: GroupState): void {
    this.#flush();
    if (destination !== 'text') return;
    const { all, bold } = this.#ink;
    const text = this.#parts.join('');
    this.#done.push({ text, bold: all > 0 && all === bold, style: this.style, outline: this.outline });
    this.#parts = [];
    this.#ink = { all: 0, bold: 0 };
  }

  /** Back to no style (`\pard`). */
  beginStyle(): void {
    this.style = Number.NaN;
    this.outline = 0;
  }

  /** A style's description ends with its group. */
  closeGroup({ destination }: GroupState): void {
    this.#flush();
    if (destination !== 'styles' || this.#name === '') return;
    this.#styles.set(this.style, this.#name.replace(/;\s*$/u, ''));
    this.#name = '';
    this.beginStyle();
  }

  finish(meaningOf: (name: string) => StyleMeaning): readonly RichParagraph[] {
    this.end({ destination: 'text', bold: false, hidden: false, font: -1, fallback: 1 });
    return this.#done.map(({ text, bold, style, outline }) => {
      const meaning = meaningOf(this.#styles.get(style) ?? '');
      if (meaning.style === 'body' && outline > 0) return { text, bold, style: 'heading', level: outline };
      return { text, bold, ...meaning };
    });
  }

  #pageOf({ font }: GroupState): number {
    return this.fonts.get(font) ?? this.codePage;
  }

  #flush(): void {
    const state = this.#waitingState;
    if (!state) return;
    const bytes = this.#waiting;
    this.#waiting = '';
    this.#waitingState = null;
    this.#add(this.#decode(bytes, this.#pageOf(state)), state);
  }

  #add(text: string, { destination, bold, hidden }: GroupState): void {
    if (destination === 'styles') this.#name += text;
    if (destination === 'title') this.title += text;
    if (destination !== 'text' || hidden) return;
    this.#parts.push(text);
    const length = text.trim().length;
    this.#ink.all += length;
    if (bold) this.#ink.bold += length;
  }
}

function sameLook(a: GroupState, b: GroupState): boolean {
  return a.destination === b.destination && a.bold === b.bold && a.hidden === b.hidden;
}
