import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../format';
import { NotPlain, QuickXml } from './xml-quick';
import { carefully, readXml, type XmlElement, xmlParts } from './xml-read';
import { xmlText } from './xml-text';
import { XmlTree } from './xml-tree';

const runs = { numRuns: 1000 };

/** The document in pieces of so many characters, and the rest. */
function cut(data: string, lengths: readonly number[]): readonly string[] {
  const characters = [...data];
  return [...lengths.map((length) => characters.splice(0, length).join('')), characters.join('')];
}

/** What the quick reader makes of it, or null when it leaves it to the other. */
function quickly(data: string, lengths: readonly number[] = []): XmlElement | null {
  const tree = new XmlTree();
  const quick = new QuickXml(tree);
  try {
    for (const piece of cut(data, lengths)) quick.write(piece);
    quick.close();
    return tree.root!;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

function slowly(data: string): XmlElement | null {
  try {
    const next = carefully({ path: 'a.xml', data }, () => undefined).next();
    return next.done ? next.value : null;
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    return null;
  }
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
const document = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '\n'), element)
  .map(([head, root]) => `${head}<r xmlns:x="urn:x" xmlns:y="urn:y">${root}</r>\n`);
const lengths = fc.array(fc.nat(30), { maxLength: 20 });

describe('reading XML quickly', () => {
  it('is done with what programs write, and gives what a reader gives that knows all of XML', () => {
    fc.assert(
      fc.property(document, lengths, (data, cuts) => {
        const found = quickly(data, cuts);
        expect(found && plain(found)).toEqual(plain(slowly(data)!));
      }),
      runs,
    );
  });

  it('takes nothing that the other refuses, nor anything for something else', () => {
    const odd = fc.constantFrom(
      ...['<', '>', '&', '"', "'", '/', '=', ' ', ':', '?', '!', '\r', '\0', '\u0085', '\ufffe', '\ud800'],
      ...[']]>', '<!--x-->', '<![CDATA[<]]>', '<!DOCTYPE a>', '&x;', '&#0;', '<?xml?>', ' xmlns:z=""', 'ü'],
      ...['</r>', '<a/>', ' id="2"', 'x:', ' xmlns:x="urn:y"', '\ufeff', "<b q='>'/>", '&#65', '<1/>'],
    );
    const change = fc.record({ at: fc.nat(), gone: fc.nat(3), odd });
    fc.assert(
      fc.property(
        document,
        fc.array(change, { minLength: 1, maxLength: 2 }),
        lengths,
        (data, changes, cuts) => {
          let changed = data;
          for (const { at, gone, odd } of changes) {
            const place = at % changed.length;
            changed = changed.slice(0, place) + odd + changed.slice(place + gone);
          }
          const found = quickly(changed, cuts);
          if (found) expect(plain(found)).toEqual(plain(slowly(changed)!));
        },
      ),
      { numRuns: 5000 },
    );
  });

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
        // A comment somewhere makes the careful reader begin anew.
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
