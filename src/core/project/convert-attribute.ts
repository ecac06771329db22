import type { Attribute, AttributeKind, CodebookValue } from './codebook';
import { valueLabel } from './codebook';
import { idFrom } from './codebook-ids';
import type { AttributeValue } from './model';
import { isPossible } from './possible-value';

/** More different texts than this are not made the values of a choice. */
const MOST_VALUES = 40;

/** An attribute of another kind, and what becomes of a value; a value with no meaning in it stays as it is. */
export interface Conversion {
  readonly attribute: Attribute;
  readonly value: (before: AttributeValue) => AttributeValue;
}

/**
 * The attribute as another kind. `used` are the values that annotations have: texts and numbers among them
 * become the values of a choice.
 */
export function convert(from: Attribute, kind: AttributeKind, used: readonly AttributeValue[]): Conversion {
  const { id, label, description, examples } = from;
  const base = {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
  };
  if (kind === 'choice' || kind === 'multiple') {
    const values = 'values' in from ? from.values : valuesFrom(from, used);
    const idOf = (text: string) => values.find((next) => next.id === text || next.label === text)?.id;
    return conversion({ ...base, kind, values }, (before) => {
      const ids = [before].flat().map((one) => idOf(textOf(from, one as AttributeValue)) ?? '');
      return kind === 'multiple' ? ids : ids.length === 1 ? ids[0]! : before;
    });
  }
  const attribute: Attribute =
    kind === 'scale'
      ? { ...base, kind, min: 1, max: 5 }
      : ({ ...base, kind } satisfies { kind: 'text' | 'number' | 'date' } as Attribute);
  return conversion(attribute, (before) => {
    const text = textOf(from, before);
    if (kind === 'text' || kind === 'date') return text;
    return text.trim() === '' ? before : Number(text);
  });
}

/** A value that would not fit the new kind is left alone. */
function conversion(attribute: Attribute, value: Conversion['value']): Conversion {
  return {
    attribute,
    value: (before) => {
      const after = value(before);
      return isPossible(attribute, after) ? after : before;
    },
  };
}

/** The plain text of a value: labels of a choice, digits of a number. */
function textOf(from: Attribute, value: AttributeValue): string {
  if ('values' in from) {
    return valueLabel({ ...from, kind: 'multiple' } as Attribute, [value].flat());
  }
  return String(value);
}

/** The steps of a scale, or what was written so far, as values. */
function valuesFrom(from: Attribute, used: readonly AttributeValue[]): readonly CodebookValue[] {
  const texts = new Set(
    from.kind === 'scale'
      ? Array.from({ length: from.max - from.min + 1 }, (_, at) => String(from.min + at))
      : used.flatMap((value) => (String(value).trim() === '' ? [] : String(value))),
  );
  if (texts.size > MOST_VALUES) return [];
  const taken = new Set<string>();
  return [...texts].map((label) => {
    const id = idFrom(label, taken, 'value');
    taken.add(id);
    return { id, label };
  });
}
