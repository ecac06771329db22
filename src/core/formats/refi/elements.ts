import type { XmlElement } from '../uima/xml-read';
import { xmlAttribute, xmlText } from '../uima/xml-text';
import { plainGuid } from './guid';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element on a line of its own, its children on lines below it. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const open = tagOf(name, attributes);
  if (children.length === 0) return `${open}/>`;
  // Where the schema has an element empty, line breaks in it would be content, and notes of ours are not.
  if (children.every((child) => child.startsWith('<?'))) return `${open}>${children.join('')}</${name}>`;
  return `${open}>\n${children.join('\n')}\n</${name}>`;
}

/** How an element begins, without what closes its tag. */
export function tagOf(name: string, attributes: Attributes): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) open += xmlAttribute(key, value);
  }
  return open;
}

/** An element that holds a text and nothing else, which keeps its white space. */
export function textElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** The value of an attribute without a namespace; '' when there is none. */
export function attribute({ attributes }: XmlElement, name: string): string {
  for (const next of attributes) if (next.name === name && next.namespace === '') return next.value;
  return '';
}

/** The GUID that an attribute holds, in the form in which we compare them. */
export function guidIn(from: XmlElement, name: string): string {
  return plainGuid(attribute(from, name));
}

/** Children of this name. */
export function all({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The children of this name within the first child called `list`: `each(project, 'Users', 'User')`. */
export function each(from: XmlElement, list: string, name: string): readonly XmlElement[] {
  return all(from, list).flatMap((child) => all(child, name));
}

/** The text of the first child of this name, trimmed of white space that only indents; '' when there is none. */
export function textIn(from: XmlElement, name: string): string {
  return all(from, name)[0]?.text ?? '';
}

/** The GUIDs that children such as <NoteRef targetGUID="…"/> refer to. */
export function refsIn(from: XmlElement, name: string): readonly string[] {
  return all(from, name).map((child) => guidIn(child, 'targetGUID'));
}

/** A time as XML Schema has it, or undefined when it is none. */
export function xmlTime(time: string): string | undefined {
  const full = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time);
  return full && !Number.isNaN(Date.parse(time)) ? time : undefined;
}

/** A time of a file in our form (ISO 8601, UTC), or undefined; one without a zone is taken for UTC. */
export function timeIn(from: XmlElement, name: string): string | undefined {
  const said = attribute(from, name).trim();
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(said) ? said : `${said}Z`;
  const time = new Date(said === '' ? Number.NaN : zoned);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
