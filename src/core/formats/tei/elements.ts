import type { XmlElement } from '../uima/xml-read';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** The value of an attribute without a namespace, or undefined. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((next) => next.name === name && next.namespace === '')?.value;
}

/** xml:id, xml:space, xml:lang. */
export function xmlAttributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((next) => next.name === name && next.namespace === XML)?.value;
}

/** The pointers of an attribute that lists them; commas and spaces within brackets do not part them. */
export function pointersOf(element: XmlElement, name: string): readonly string[] {
  return attributeOf(element, name)?.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
}

/** Elements of a name at any depth, in the order of the file; what is in one that was found is not looked at. */
export function* within(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (names.includes(child.name)) yield child;
    else yield* within(child, ...names);
  }
}

/** All text of an element as it is. */
export function rawText(element: XmlElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : rawText(part))).join('');
}

/** The text of an element as a person reads it: white space counts as one space, unless it is to be preserved. */
export function plainText(element: XmlElement): string {
  const text = rawText(element);
  return xmlAttributeOf(element, 'space') === 'preserve' ? text : text.replace(/[ \t\r\n]+/g, ' ').trim();
}
