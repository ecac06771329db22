import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { FormatFile } from '../format';
import { FormatError } from '../format';

/** An element with what is in it; `line` and `column` are where its opening tag ends. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlValue[];
  /** Elements and the text between them, in the order of the file. */
  readonly content: readonly (XmlElement | string)[];
  readonly children: readonly XmlElement[];
  /** Processing instructions directly in it: notes of one program to itself. */
  readonly instructions: readonly Instruction[];
  /** The text that is directly in it. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlValue {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

export interface Instruction {
  readonly target: string;
  readonly body: string;
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

/** Nothing we read is nested deeper than ten. */
const MAX_DEPTH = 64;

/**
 * Reads well-formed XML with namespaces into its elements. Strict: throws FormatError with line and column for
 * anything malformed, and for a document type, so that no entity is ever expanded.
 */
export function readXml({ path, data }: FormatFile): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const fault = (message: string): never => {
    throw new FormatError(message, path, parser.line, Math.max(1, parser.columnIndex));
  };
  const open: Element[] = [];
  let root: Element | undefined;
  /** Names come again and again: each is held once. */
  const names = new Map<string, string>();
  const once = (name: string) => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  parser.on('error', (error) => fault(error.message.replace(/^(?:\d+:\d+: )/, '')));
  parser.on('doctype', () => fault('a document type is not read: it could define entities'));
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    if (open.length === MAX_DEPTH) fault(`nested more than ${MAX_DEPTH} levels deep`);
    const values: XmlValue[] = [];
    for (const key in attributes) {
      const { local, uri, value } = attributes[key]!;
      values.push({ name: once(local), namespace: once(uri), value });
    }
    const { line, columnIndex } = parser;
    const element = new Element(once(local), once(uri), values, line, Math.max(1, columnIndex));
    open.at(-1)?.add(element);
    open.push(element);
    root ??= element;
  });
  const add = (text: string) => open.at(-1)?.add(text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('processinginstruction', ({ target, body }) => open.at(-1)?.instruct({ target, body }));
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(data).close();
  return root ?? fault('there is no element');
}
