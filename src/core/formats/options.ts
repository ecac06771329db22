import type { Format } from './format';

interface Asked {
  /** One or two words before the field. */
  readonly label: string;
  /** A sentence on what it does. */
  readonly hint?: string;
}

/** One of a few values. */
export interface ChoiceOption extends Asked {
  readonly kind: 'choice';
  readonly values: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly standard: string;
}

/** Yes or no. */
export interface FlagOption extends Asked {
  readonly kind: 'flag';
  readonly standard: boolean;
}

/** Words of whoever exports. */
export interface TextOption extends Asked {
  readonly kind: 'text';
  readonly standard: string;
  /** What an empty field stands for. */
  readonly empty?: string;
  /** Values that are often wanted. */
  readonly suggestions?: readonly string[];
  /** Why a value cannot be taken, as a sentence; null when it can. */
  readonly problem?: (value: string) => string | null;
}

/** One thing that a format leaves to whoever exports. */
export type FormatOption = ChoiceOption | FlagOption | TextOption;

/** The options of a format by name, in the order in which they are asked. */
export type FormatOptions = Readonly<Record<string, FormatOption>>;

/** Values by the names of options, as they are typed, sent and remembered: a flag is "yes" or "no". */
export type OptionValues = Readonly<Record<string, string>>;

/** The values of options as a format takes them. */
export type ValuesOf<Options extends FormatOptions> = {
  readonly [Name in keyof Options]: Options[Name] extends FlagOption
    ? boolean
    : Options[Name] extends {
          readonly kind: 'choice';
          readonly values: readonly { readonly value: infer Value }[];
        }
      ? Value
      : string;
};

/** What is wrong with one value, as a sentence; null when it can be taken. */
export function optionProblem(option: FormatOption, value: string): string | null {
  if (option.kind === 'text') return option.problem?.(value) ?? null;
  const known = option.kind === 'flag' ? ['yes', 'no'] : option.values.map((each) => each.value);
  return known.includes(value) ? null : `${option.label} is ${known.join(' or ')}, not “${value}”.`;
}

/** The value that an option has when nobody says otherwise. */
export function standardValue(option: FormatOption): string {
  if (option.kind !== 'flag') return option.standard;
  return option.standard ? 'yes' : 'no';
}

/** A format made by a function of its options, as it is when none is given, with the way to others. */
export function withOptions<const Options extends FormatOptions>(
  options: Options,
  make: (values: ValuesOf<Options>) => Format,
): Format {
  const given = (values: OptionValues): Format => ({
    ...make(valuesOf(options, values)),
    options,
    with: given,
  });
  return given({});
}

/**
 * The format with these options. Throws an Error that says so for options that it has not and for values that they
 * do not take.
 */
export function formatWith(format: Format, values: OptionValues): Format {
  if (Object.keys(values).length === 0) return format;
  const known = Object.keys(format.options ?? {});
  for (const name of Object.keys(values)) {
    if (known.includes(name)) continue;
    const has = known.length === 0 ? 'has no options' : `has the options ${known.join(', ')}`;
    throw new Error(`${format.label} ${has}, and none named “${name}”.`);
  }
  return format.with?.(values) ?? format;
}

/** Of the values, those that the format still takes: what was remembered may be of an earlier version. */
export function valuesFor({ options = {} }: Format, values: OptionValues): OptionValues {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      const value = values[name];
      return value === undefined || optionProblem(option, value) !== null ? [] : [[name, value]];
    }),
  );
}

function valuesOf<Options extends FormatOptions>(options: Options, given: OptionValues): ValuesOf<Options> {
  const entries = Object.entries(options).map(([name, option]) => {
    const value = given[name] ?? standardValue(option);
    const problem = optionProblem(option, value);
    if (problem !== null) throw new Error(problem);
    return [name, option.kind === 'flag' ? value === 'yes' : value];
  });
  return Object.fromEntries(entries) as ValuesOf<Options>;
}
