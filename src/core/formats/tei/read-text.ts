import type { Span } from '../../text/span';
import type { XmlElement } from '../uima/xml-read';
import { xmlAttributeOf } from './elements';

/** Elements that stand in paragraphs of their own. */
const BLOCKS = new Set(
  `text front body back group div div1 div2 div3 div4 div5 div6 div7 p ab head l lg list item label table row cell
  quote cit sp speaker stage byline opener closer salute signed dateline epigraph argument trailer postscript figure
  titlePage docTitle titlePart docAuthor docImprint docDate u`.split(/\s+/),
);
/** Elements that stand in a paragraph of their own only where they are in none. */
const EITHER = new Set(['quote', 'cit', 'stage', 'figure', 'label']);
const PARAGRAPHS = new Set(['p', 'ab', 'head', 'l', 'item', 'byline', 'cell']);
/** Elements that a reader of the text would not read with it. */
const ASIDE = new Set(['note', 'fw', 'figDesc', 'standOff']);
const NOWHERE = 0xffffffff;

/** The text of a document, and where each element and each of its characters is in it. UTF-16 throughout. */
export class TeiText {
  readonly #out: string[] = [];
  #length = 0;
  readonly #raw: string;
  readonly #map: Uint32Array;
  readonly #places = new Map<XmlElement, Span>();
  #at = 0;
  #space = '';
  /** Elements whose text is left out: notes, running heads, other readings. */
  leftOut = 0;

  /** `root` holds all that pointers may point into, `texts` what is to be read. */
  constructor(root: XmlElement, texts: readonly XmlElement[]) {
    const raw: string[] = [];
    this.#gather(root, raw);
    this.#raw = raw.join('');
    this.#map = new Uint32Array(this.#raw.length).fill(NOWHERE);
    for (const text of texts) {
      this.#at = this.#places.get(text)!.start;
      this.#break();
      this.#read(text, isPreserved(text, false), false);
    }
  }

  /** The text as it is to be read. */
  get text(): string {
    return this.#out.join('');
  }

  /** All text of an element as the file has it, which is what offsets of pointers count. */
  rawOf(element: XmlElement): string {
    const { start, end } = this.#places.get(element)!;
    return this.#raw.slice(start, end);
  }

  /** Where an element's raw text is among all raw text. */
  placeOf(element: XmlElement): Span {
    return this.#places.get(element)!;
  }

  /** The span of the text that a span of all raw text is, without space at its ends; null when nothing is left. */
  spanOf({ start, end }: Span): Span | null {
    let from = Math.max(0, start);
    let to = Math.min(end, this.#map.length);
    while (from < to && this.#map[from] === NOWHERE) from++;
    while (to > from && this.#map[to - 1] === NOWHERE) to--;
    return from < to ? { start: this.#map[from]!, end: this.#map[to - 1]! + 1 } : null;
  }

  #gather(element: XmlElement, raw: string[]): void {
    const start = this.#at;
    for (const part of element.content) {
      if (typeof part !== 'string') this.#gather(part, raw);
      else {
        raw.push(part);
        this.#at += part.length;
      }
    }
    this.#places.set(element, { start, end: this.#at });
  }

  #read(element: XmlElement, preserve: boolean, within: boolean): void {
    const { name } = element;
    const block = BLOCKS.has(name) && !(within && EITHER.has(name));
    const inside = PARAGRAPHS.has(name) || (within && !block);
    if (block && !preserve) this.#break();
    else if (name === 'lb' && !preserve && this.#space === '') this.#space = ' ';
    let readings = 0;
    for (const part of element.content) {
      if (typeof part === 'string') this.#put(part, preserve);
      else if (ASIDE.has(part.name) || (name === 'choice' && readings++ > 0)) {
        this.leftOut++;
        this.#at = this.#places.get(part)!.end;
      } else this.#read(part, isPreserved(part, preserve), inside);
    }
    if (block && !preserve) this.#break();
  }

  #put(part: string, preserve: boolean): void {
    let from = 0;
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at);
      if (preserve || !(code === 32 || code === 10 || code === 9 || code === 13)) {
        if (this.#space !== '') this.#flush();
        this.#map[this.#at + at] = this.#length++;
        continue;
      }
      this.#push(part.slice(from, at));
      from = at + 1;
      if (this.#space === '') this.#space = ' ';
    }
    this.#push(part.slice(from));
    this.#at += part.length;
  }

  #push(words: string): void {
    if (words !== '') this.#out.push(words);
  }

  /** Space that was waiting for something to follow it; none at the beginning of the text. */
  #flush(): void {
    if (this.#length > 0) {
      this.#out.push(this.#space);
      this.#length += this.#space.length;
    }
    this.#space = '';
  }

  #break(): void {
    this.#space = '\n\n';
  }
}

function isPreserved(element: XmlElement, before: boolean): boolean {
  const said = xmlAttributeOf(element, 'space');
  return said === undefined ? before : said === 'preserve';
}
