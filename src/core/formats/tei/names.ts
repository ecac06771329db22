/**
 * Names of ours as XML names and ids can hold them: letters and digits of ASCII and hyphens stay, anything else
 * becomes its UTF-16 code units in hexadecimal between underscores. readName is the way back.
 */
export function teiName(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`);
  return /^[A-Za-z_]/.test(plain)
    ? plain
    : `_${plain === '' ? '' : plain.charCodeAt(0).toString(16)}_${plain.slice(1)}`;
}

export function readName(name: string): string {
  return name.replace(/_([0-9a-f]*)_/g, (_, hex: string) =>
    hex === '' ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export type IdKind = 'annotation' | 'annotator' | 'speaker' | 'claim' | 'layer' | 'value' | 'mark';

/** An xml:id (an NCName): its kind, and what it names, with dots between. */
export function xmlId(kind: IdKind, ...parts: readonly string[]): string {
  return [kind, ...parts.map(teiName)].join('.');
}

/** What an id of ours names, or null when it is not one. */
export function readXmlId(id: string): { readonly kind: string; readonly parts: readonly string[] } | null {
  const [kind, ...parts] = id.split('.');
  return kind !== undefined && parts.length > 0 ? { kind, parts: parts.map(readName) } : null;
}

/** The element that holds the text of an article: pointers count from its beginning. */
export const TEXT_ID = 'text';
/** The author of an article. */
export const AUTHOR_ID = 'author';
/** How our files say that they are ours. */
export const APPLICATION = 'marginalia';
export const TEI = 'http://www.tei-c.org/ns/1.0';
