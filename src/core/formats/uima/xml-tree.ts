import type { Instruction, XmlElement, XmlValue } from './xml-read';

const NONE: readonly never[] = [];

/** A file may have millions of elements, and most have nothing of one kind or another in them: that takes no room. */
class Element implements XmlElement {
  content: readonly (XmlElement | string)[] = NONE;
  children: readonly XmlElement[] = NONE;
  instructions: readonly Instruction[] = NONE;

  constructor(
    readonly name: string,
    readonly namespace: string,
    readonly attributes: readonly XmlValue[],
    readonly line: number,
    readonly column: number,
  ) {}

  get text(): string {
    let text = '';
    for (const part of this.content) if (typeof part === 'string') text += part;
    return text;
  }

  add(part: Element | string): void {
    this.content = grown(this.content, part);
    if (typeof part !== 'string') this.children = grown(this.children, part);
  }

  instruct(instruction: Instruction): void {
    this.instructions = grown(this.instructions, instruction);
  }
}

/** The list with one more item; only NONE is not grown itself. */
function grown<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list === NONE) return [item];
  (list as Item[]).push(item);
  return list;
}

/**
 * What becomes of an element below these: a child of its parent (undefined), a part, which stands by itself, or nothing.
 */
export type PartOf = (above: readonly XmlElement[]) => 'part' | 'nothing' | undefined;

/** Makes elements of what is told of a document. */
export class XmlTree {
  readonly #open: Element[] = [];
  readonly #partOf: PartOf;
  /** How many elements are open that are dropped. */
  #dropped = 0;
  root: XmlElement | undefined;
  /** Parts that are complete and were not taken yet. */
  #parts: XmlElement[] = [];

  constructor(partOf: PartOf = () => undefined) {
    this.#partOf = partOf;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length + this.#dropped;
  }

  /** The parts that became complete since this was asked last. */
  taken(): readonly XmlElement[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** `line` and `column` are where the opening tag ends, from 1. */
  open(name: string, namespace: string, attributes: readonly XmlValue[], line: number, column: number): void {
    const part = this.#dropped > 0 ? 'nothing' : this.#partOf(this.#open);
    if (part === 'nothing') {
      this.#dropped++;
      return;
    }
    const element = new Element(name, namespace, attributes, line, column);
    if (!part) this.#open.at(-1)?.add(element);
    this.#open.push(element);
    this.root ??= element;
  }

  text(text: string): void {
    if (this.#dropped > 0) return;
    this.#open.at(-1)?.add(text);
  }

  instruct(target: string, body: string): void {
    if (this.#dropped > 0) return;
    this.#open.at(-1)?.instruct({ target, body });
  }

  close(): void {
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    const element = this.#open.pop()!;
    if (this.#partOf(this.#open)) this.#parts.push(element);
  }
}
