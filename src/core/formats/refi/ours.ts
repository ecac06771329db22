import type { XmlElement } from '../uima/xml-read';

const TARGET = 'marginalia';

/**
 * What only we understand of an element, as a processing instruction in it: XML’s own place for the notes of one
 * program. Every other program passes over it, and the schema of REFI-QDA has nothing against it.
 */
export function printOurs(value: object): string {
  const json = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  const safe = json.replace(/[>\x7f-\x9f\u2028\u2029\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `<?${TARGET} ${safe}?>`;
}

/** Elements whose notes were read: several readers ask for the same. */
const known = new WeakMap<XmlElement, Readonly<Record<string, unknown>>>();

/** What printOurs wrote in this element; undefined when there is nothing, or nothing that can be read. */
export function readOurs(element: XmlElement): Readonly<Record<string, unknown>> | undefined {
  const own = element.instructions.find(({ target }) => target === TARGET);
  if (!own) return undefined;
  const before = known.get(element);
  if (before) return before;
  try {
    const value: unknown = JSON.parse(own.body);
    if (typeof value !== 'object' || value === null) return undefined;
    known.set(element, { ...value });
    return known.get(element);
  } catch {
    return undefined;
  }
}
