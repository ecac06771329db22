import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from './format';
import { readJson } from './read-json';
import { JsonFault, MAX_DEPTH, scanJson } from './scan-json';

const accepts = (run: () => unknown, fault: new (...args: never[]) => Error) => {
  try {
    run();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(fault);
    return false;
  }
};

/** JSON text with something in it changed, so that about half of it is still JSON. */
const almostJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(200),
    fc.nat(2),
    fc.constantFrom(
      '',
      ',',
      '"',
      '\\',
      '1',
      '-',
      '.',
      'e',
      '}',
      ']',
      '{',
      '\n',
      '\u0001',
      'null',
      ':',
      '\\u00e9',
      '😀',
      '\ufeff',
    ),
  )
  .map(([text, at, cut, put]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + cut);
  });

describe('scanning JSON', () => {
  it('accepts exactly what JSON.parse accepts', () => {
    fc.assert(
      fc.property(almostJson, (text) => {
        expect(accepts(() => scanJson(text), JsonFault)).toBe(accepts(() => JSON.parse(text), SyntaxError));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds every value by its path', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const walk = (node: unknown, path: (string | number)[]) => {
          const at = scanJson(text, path).found!;
          expect(text.slice(at).startsWith(JSON.stringify(node)[0]!)).toBe(true);
          if (typeof node !== 'object' || node === null) {
            expect(text.slice(at).startsWith(JSON.stringify(node))).toBe(true);
          } else {
            const entries: [string | number, unknown][] = Array.isArray(node)
              ? [...node.entries()]
              : Object.entries(node);
            for (const [key, child] of entries) walk(child, [...path, key]);
          }
        };
        walk(JSON.parse(text), []);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells which keys an object has twice', () => {
    const text = '{"a": 1, "b": {"a": 2, "\\u0061": 3}, "a": 4}';
    expect(scanJson(text).duplicateKeys).toEqual([text.indexOf('"\\u0061"'), text.lastIndexOf('"a"')]);
  });

  it(`takes ${MAX_DEPTH} levels and no more, whatever the size`, () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => scanJson(nested(MAX_DEPTH))).not.toThrow();
    expect(() => scanJson(nested(MAX_DEPTH + 1))).toThrow('levels deep');
    expect(() => scanJson('['.repeat(5_000_000))).toThrow('levels deep');
  });
});

describe('reading JSON', () => {
  it.each([
    ['{\n  "a": 1,\n  b\n}', 3, 3],
    ['', 1, 1],
    ['[1,\n2', 2, 2],
    ['{"a": "x\n"}', 1, 9],
    ['[1]\n\n]', 3, 1],
    ['{"a": 01}', 1, 8],
  ])('says where %j is wrong', (text, line, column) => {
    try {
      readJson('x.json', text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      expect(error).toMatchObject({ path: 'x.json', line, column });
    }
  });

  it('passes over a byte order mark and counts lines from where the text begins in its file', () => {
    expect(readJson('x', '\ufeff{"a": 1}').value).toEqual({ a: 1 });
    expect(readJson('x', '{"a":\n 2}', 7).faultAt(['a'], 'no')).toMatchObject({ line: 8, column: 2 });
  });
});
