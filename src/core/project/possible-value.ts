import type { Attribute } from './codebook';
import type { AttributeValue } from './model';

/**
 * Is this a value that the attribute can have as the codebook now defines it? Values that are not are kept
 * where they stand, and told as hints.
 */
export function isPossible(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.kind) {
    case 'choice':
      return attribute.values.some(({ id }) => id === value);
    case 'multiple':
      return Array.isArray(value) && value.every((one) => attribute.values.some(({ id }) => id === one));
    case 'scale':
      return Number.isInteger(value) && Number(value) >= attribute.min && Number(value) <= attribute.max;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    default:
      return typeof value === 'string';
  }
}
