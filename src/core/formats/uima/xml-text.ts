/** Control characters and other code units that XML 1.0 forbids, however written; half characters are not meant. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** The text with a space for every character that XML cannot hold: as long as before. */
export function xmlSafe(text: string): string {
  return text.replace(FORBIDDEN, ' ');
}

/** How many characters of the text XML cannot hold. */
export function countForbidden(text: string): number {
  return text.match(FORBIDDEN)?.length ?? 0;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What no text for an attribute can have as it is: a quick look, for most have none of it. */
const ODD = /[&<>"\0-\x1f\x7f-\x9f\u2028\ufffe\uffff]/;

/**
 * A text for an attribute or an element. White space other than the space is written by its number, as parsers must
 * make spaces of it in attributes, and newlines of returns anywhere.
 */
export function xmlText(text: string): string {
  if (!ODD.test(text)) return text;
  return xmlSafe(text).replace(
    /[&<>"\t\n\r\x7f-\x9f\u2028]/g,
    (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`,
  );
}

/** ` name="value"` */
export function xmlAttribute(name: string, value: string | number | boolean): string {
  return ` ${name}="${typeof value === 'string' ? xmlText(value) : value}"`;
}

/** JSON without the characters that XML forbids. */
export function jsonForXml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text between tags whose line breaks are to be seen as such. */
export function xmlContent(text: string): string {
  return xmlSafe(text).replace(
    /[&<>\r\x7f-\x9f\u2028]/g,
    (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`,
  );
}
