import type { Instruction, XmlElement, XmlValue } from './xml-read';

/** What is told of a document, in its order. `line` and `column` are where an opening tag ends, from 1. */
export interface XmlSink {
  open(name: string, namespace: string, attributes: readonly XmlValue[], line: number, column: number): void;
  text(text: string): void;
  instruct(target: string, body: string): void;
  close(): void;
}

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

/** Makes elements of what is told of a document. */
export class XmlTree implements XmlSink {
  readonly #open: Element[] = [];
  readonly #isPart: (above: readonly XmlElement[]) => boolean;
  root: XmlElement | undefined;
  /** Parts that are complete. */
  parts: XmlElement[] = [];

  /** `isPart`: is an element below these a part, which is no child of its parent but stands by itself? */
  constructor(isPart: (above: readonly XmlElement[]) => boolean = () => false) {
    this.#isPart = isPart;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  open(name: string, namespace: string, attributes: readonly XmlValue[], line: number, column: number): void {
    const element = new Element(name, namespace, attributes, line, column);
    if (!this.#isPart(this.#open)) this.#open.at(-1)?.add(element);
    this.#open.push(element);
    this.root ??= element;
  }

  text(text: string): void {
    this.#open.at(-1)?.add(text);
  }

  instruct(target: string, body: string): void {
    this.#open.at(-1)?.instruct({ target, body });
  }

  close(): void {
    const element = this.#open.pop()!;
    if (this.#isPart(this.#open)) this.parts.push(element);
  }
}
