import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement, xmlParts } from './xml-read';
import { xmlText } from './xml-text';

const runs = { numRuns: 1000 };

/** The document in pieces of so many characters, and the rest. */
function cut(data: string, lengths: readonly number[]): readonly string[] {
  const characters = [...data];
  return [...lengths.map((length) => characters.splice(0, length).join('')), characters.join('')];
}

/** An element as plain data, so that two that were read in different ways can be compared. */
const plain = (element: XmlElement): unknown => ({
  ...element,
  content: element.content.map((part) => (typeof part === 'string' ? part : plain(part))),
  children: element.children.length,
  text: element.text,
});

const name = fc.constantFrom('a', 'b', 'Token', 'x:a', 'x:b-1', 'y:_.c');
const text = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\t', '<', '>', '&', '"', "'", 'é', '😀', ']', '?', '=', '/'),
  maxLength: 8,
});
const safe = text.map(xmlText);
const reference = fc.constantFrom('&#x1F600;', '&#65;', '&apos;', '&amp;quot;', '&#xd;');
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('id', 'n', 'x:id', 'xml:space', 'y:n'), safe), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map((list) => list.map(([key, value]) => ` ${key}="${value}"`).join(''));
const binding = fc.constantFrom('', ' xmlns="urn:d"', ' xmlns:x="urn:e"', ' xmlns="urn:f" xmlns:y="urn:g"');
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, binding, tie('content'))
    .map(([called, said, bound, inner]) =>
      inner === '' ? `<${called}${bound}${said}/>` : `<${called}${said}${bound}\n>${inner}</${called}>`,
    ),
  content: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        safe,
        reference,
        fc.constantFrom('<?note {"a":1} ?>', '<?t?>', '\n  '),
        tie('element'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));
const lengths = fc.array(fc.nat(30), { maxLength: 20 });

describe('reading XML in parts', () => {
  it('gives parts by themselves, all of them once, and the rest without them', () => {
    const isPart = (above: readonly XmlElement[]) => (above.length === 1 ? ('part' as const) : undefined);
    const gathered = (reading: Generator<XmlElement, XmlElement>) => {
      const parts: unknown[] = [];
      for (;;) {
        const next = reading.next();
        if (next.done) return { parts, root: plain(next.value) };
        parts.push(plain(next.value));
      }
    };
    fc.assert(
      fc.property(fc.array(element), fc.nat(), lengths, (elements, at, cuts) => {
        const odd = elements.map((each, index) => (index === at % 5 ? `${each}<!-- -->` : each));
        for (const parts of [elements, odd]) {
          const data = `<r xmlns:x="urn:x" xmlns:y="urn:y">.${parts.join('.')}</r>`;
          const whole = readXml({ path: 'a.xml', data });
          const found = gathered(xmlParts({ path: 'a.xml', data, pieces: () => cut(data, cuts) }, isPart));
          expect(found.parts).toEqual(whole.children.map(plain));
          const file = { path: 'a.xml', data, pieces: () => cut(data, cuts) };
          const without = gathered(xmlParts(file, (above) => isPart(above) && 'nothing'));
          expect(without).toEqual({ parts: [], root: found.root });
          expect(found.root).toEqual({
            ...(plain(whole) as object),
            content: whole.content.filter((part) => typeof part === 'string'),
            children: 0,
          });
        }
      }),
      runs,
    );
  });

  it('says where a malformed document is so', () => {
    for (const pieces of [undefined, () => ['<a>\n<b', '></a>']]) {
      const file = { path: 'a.xml', data: '<a>\n<b></a>', ...(pieces ? { pieces } : {}) };
      expect(() => [...xmlParts(file, () => undefined)]).toThrow(/^a\.xml:2:\d+: /);
    }
  });
});
