import type { SaxesTagNS } from 'saxes';
import { SaxesParser } from 'saxes';
import { damaged, Refusal } from '../problem';

/** An element as its start tag has it. */
export interface XmlTag {
  /** Without prefix. */
  readonly name: string;
  /** The namespace's address, or the empty string. */
  readonly space: string;
  /** The value of an attribute by its name without prefix; the empty string when there is none. */
  attribute(name: string): string;
}

export interface XmlVisitor {
  open?(tag: XmlTag): void;
  text?(value: string): void;
  close?(tag: XmlTag): void;
}

/** No document of a word processor comes near; deeper ones are made to exhaust their readers. */
const DEEPEST = 256;

/**
 * Reads strict XML 1.0 with namespaces, in document order, without building a tree. Throws a Refusal for what
 * is not well-formed, nested too deep, or declares a document type: entities are never expanded or fetched.
 */
export function readXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal(
      'unsupported',
      'This file declares XML entities, which can be used to harm a reader; it was not opened. Open it in its own program, save it again, and import that.',
    );
  });
  parser.on('error', (error) => {
    throw damaged(`its XML is broken (${error.message.slice(0, 120)})`);
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw damaged(`its parts are nested more than ${DEEPEST} deep`);
    visitor.open?.(tagOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth--;
    visitor.close?.(tagOf(tag));
  });
  if (visitor.text) {
    const hear = visitor.text.bind(visitor);
    parser.on('text', hear);
    parser.on('cdata', hear);
  }
  parser.write(xml).close();
}

function tagOf({ local, uri, attributes }: SaxesTagNS): XmlTag {
  return {
    name: local,
    space: uri,
    attribute(name) {
      for (const attribute of Object.values(attributes)) if (attribute.local === name) return attribute.value;
      return '';
    },
  };
}
