import { parseArgs } from 'node:util';
import type { Format, Reader } from '../../core/formats/format';
import type { OptionValues } from '../../core/formats/options';
import { FORMATS, formatById, READERS, VARIANTS } from '../../core/formats/registry';
import { layerOf } from '../../core/project/codebook';
import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import type { Scope } from '../../core/project/scope';
import { Misuse } from './streams';

/** What was typed: words without a dash, and the options that the command knows. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Options of the format, each typed as --option name=value. */
  readonly chosen: OptionValues;
  readonly json: boolean;
  /** Which of the command's own switches were given. */
  readonly flags: ReadonlySet<string>;
}

/** The words that name a format to be written. */
const OF_FORMATS = ['format', 'to'];
const OPTION = { option: { type: 'string', multiple: true } } as const;

/** Reads what was typed after a command's name. Throws Misuse for an option that it does not know. */
export function typed(
  args: readonly string[],
  options: readonly string[],
  flags: readonly string[] = [],
): Typed {
  try {
    const known = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ...(options.some((name) => OF_FORMATS.includes(name)) ? OPTION : {}),
        ...known,
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    const { json, option, ...rest } = values as Readonly<Record<string, unknown>>;
    const chosen = Object.fromEntries(((option as readonly string[] | undefined) ?? []).map(nameAndValue));
    return {
      words: positionals,
      options: rest as Typed['options'],
      chosen,
      json: json === true,
      flags: new Set(flags.filter((name) => rest[name] === true)),
    };
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** The one word that a command needs. Throws Misuse when there is none, or more. */
export function oneWord({ words }: Typed, what: string): string {
  if (words.length !== 1) throw new Misuse(`${what} is needed, and nothing else`);
  return words[0]!;
}

function nameAndValue(typed: string): readonly [string, string] {
  const at = typed.indexOf('=');
  if (at <= 0) throw new Misuse(`--option needs a name and a value such as pseudonyms=yes, not “${typed}”`);
  return [typed.slice(0, at), typed.slice(at + 1)];
}

/**
 * The format that an option names, with the options that were chosen for the one to be written. Throws Misuse when it
 * is missing or unknown, or has no such options.
 */
export function formatNamed({ options, chosen }: Typed, option: string): Format {
  const id = options[option] ?? '';
  const ids = [...FORMATS.map((known) => known.id), ...Object.keys(VARIANTS)];
  if (!ids.includes(id)) throw new Misuse(`--${option} needs one of ${ids.join(', ')}`);
  try {
    return formatById(id, OF_FORMATS.includes(option) ? chosen : {});
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** The format that an option names, to be read. Throws Misuse when it is missing, unknown, or only written. */
export function readerNamed(
  { options }: Typed,
  option: string,
): Pick<Reader, 'extensions' | 'parse'> & Partial<Format> {
  const id = options[option];
  const format = FORMATS.find((known) => known.id === id);
  const reader = format?.parse
    ? { ...format, parse: format.parse }
    : READERS.find((known) => known.id === id);
  if (format && !reader) throw new Misuse(`${format.label} is only written, not read`);
  if (!reader) throw new Misuse(`--${option} needs one of ${readable().join(', ')}`);
  return reader;
}

function readable(): readonly string[] {
  const ids = [...FORMATS.filter(({ parse }) => parse), ...READERS].map(({ id }) => id);
  return [...new Set(ids)];
}

/** The part of a project that the options mean. Throws Misuse for what is not in the project. */
export function scopeOf({ options }: Typed, project: Project): Scope {
  const { status } = options;
  const articles = options.articles?.split(',');
  const layers = options.layers?.split(',');
  const nowhere = articles?.find((id) => !project.articles.has(id));
  if (nowhere !== undefined) throw new Misuse(`there is no article “${nowhere}” in this project`);
  const used = new Set(layers && [...allAnnotations(project)].map(({ layer }) => layer));
  const strange = layers?.find((id) => !used.has(id) && !layerOf(project.codebook, id));
  if (strange !== undefined) {
    const ids = project.codebook.layers.map(({ id }) => id).join(', ');
    throw new Misuse(`there is no layer “${strange}” in this project, but ${ids}`);
  }
  if (status !== undefined && status !== 'draft' && status !== 'final') {
    throw new Misuse('--status is draft or final');
  }
  return {
    ...(articles === undefined ? {} : { articles }),
    ...(layers === undefined ? {} : { layers }),
    ...(status === undefined ? {} : { statuses: [status] }),
  };
}
