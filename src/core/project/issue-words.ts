import type { z } from 'zod';

/** What a schema asks for, as people call it. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** Why a value is not what its schema asks for, in words of people; undefined where the schema says it itself. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'it is missing'
        : `${KINDS[issue.expected] ?? issue.expected} was expected`;
    case 'invalid_value':
      return `${issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))).join(' or ')} was expected`;
    case 'invalid_union':
      return 'it is nothing that can stand here';
    case 'unrecognized_keys':
      return `nothing is known of ${issue.keys.map((name) => `“${name}”`).join(', ')}`;
    case 'invalid_key':
      return 'something in it has a name that cannot be used';
    case 'too_small':
      return issue.origin === 'number' ? `it is less than ${issue.minimum}` : 'it is empty';
    case 'too_big':
      return issue.origin === 'number'
        ? `it is more than ${issue.maximum}`
        : `it is longer than ${issue.maximum}`;
    default:
      return undefined;
  }
}
