import { parseArgs } from 'node:util';
import type { Format } from '../../core/formats/format';
import { FORMATS } from '../../core/formats/registry';
import type { Scope } from '../../core/project/scope';
import { Misuse } from './streams';

/** What was typed: words without a dash, and the options that the command knows. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /** Which of the command's own switches were given. */
  readonly flags: ReadonlySet<string>;
}

/** Reads what was typed after a command's name. Throws Misuse for an option that it does not know. */
export function typed(
  args: readonly string[],
  options: readonly string[],
  flags: readonly string[] = [],
): Typed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    const { json, ...rest } = values as Record<string, string | boolean | undefined>;
    const given = new Set(flags.filter((name) => rest[name] === true));
    return { words: positionals, options: rest as Typed['options'], json: json === true, flags: given };
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** The one word that a command needs. Throws Misuse when there is none, or more. */
export function oneWord({ words }: Typed, what: string): string {
  if (words.length !== 1) throw new Misuse(`${what} is needed, and nothing else`);
  return words[0]!;
}

/** The format that an option names. Throws Misuse when it is missing or unknown. */
export function formatNamed({ options }: Typed, option: string): Format {
  const id = options[option];
  const format = FORMATS.find((known) => known.id === id);
  if (!format) {
    throw new Misuse(`--${option} needs one of ${FORMATS.map((known) => known.id).join(', ')}`);
  }
  return format;
}

/** The part of a project that the options mean. */
export function scopeOf({ options }: Typed): Scope {
  const { articles, layers, status } = options;
  if (status !== undefined && status !== 'draft' && status !== 'final') {
    throw new Misuse('--status is draft or final');
  }
  return {
    ...(articles === undefined ? {} : { articles: articles.split(',') }),
    ...(layers === undefined ? {} : { layers: layers.split(',') }),
    ...(status === undefined ? {} : { statuses: [status] }),
  };
}
