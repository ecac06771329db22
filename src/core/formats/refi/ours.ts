import { scanJson } from '../scan-json';
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

/** What printOurs wrote in this element; undefined when there is nothing, or nothing that can be read. */
export function readOurs({ instructions }: XmlElement): Readonly<Record<string, unknown>> | undefined {
  const own = instructions.find(({ target }) => target === TARGET);
  if (!own) return undefined;
  try {
    scanJson(own.body); // refuses what is nested too deep
    const value: unknown = JSON.parse(own.body);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
