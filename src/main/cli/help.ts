import type { Format } from '../../core/formats/format';
import type { FormatOption } from '../../core/formats/options';
import { standardValue } from '../../core/formats/options';
import { FORMATS, READERS, VARIANTS } from '../../core/formats/registry';

const formats = FORMATS.flatMap((format) => [nameOf(format), ...optionsOf(format)]);

function nameOf({ id, label, parse }: Format): string {
  return `  ${id.padEnd(22)}${label}${parse ? '' : ' (writing only)'}`;
}

function optionsOf({ options = {} }: Format): readonly string[] {
  return Object.entries(options).map(([name, option]) => {
    const standard = standardValue(option);
    return `      ${`${name}=${valuesOf(option)}`.padEnd(28)}${option.hint ?? option.label}${standard === '' ? '' : ` (${standard})`}`;
  });
}

function valuesOf(option: FormatOption): string {
  if (option.kind === 'flag') return 'yes|no';
  return option.kind === 'text' ? '…' : option.values.map(({ value }) => value).join('|');
}

const written = new Set(FORMATS.map(({ id }) => id));
const readOnly = READERS.filter(({ id }) => !written.has(id)).map(
  ({ id, label }) => `  ${id.padEnd(22)}${label} (reading only)`,
);

const variants = Object.entries(VARIANTS).map(
  ([id, [format, values]]) =>
    `  ${id.padEnd(22)}${format} with ${Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
);

/** What `marginalia --help` prints. */
export const HELP = `marginalia: projects of Marginalia, for scripts

  marginalia info <project> [--json]
      What is in a project.
  marginalia validate <project or file> [--format ID] [--json]
      Reads everything and says what is wrong; exit code 1 when anything is.
  marginalia export <project> --format ID --out <folder | -> [--option NAME=VALUE …] [--articles ID,…] [--layers ID,…] [--status draft|final] [--json]
      Writes a part of a project and reads it back; exit code 1 when it did not come back in its place.
      With - the main file goes to the output as it is made, and nothing is read back.
  marginalia import <project> <files…> [--from ID|articles] [--mapping FILE] [--annotator NAME] [--json]
      Adds articles, or annotations of another tool, to a project that no window has open. What files are is found
      out where --from does not say. The mapping says what becomes of each layer; with --json it is told, too.
  marginalia doctor <project> [--repair] [--json]
      Looks a project through: seals, schemas, history, places, links. With --repair it is mended, and nothing deleted.
  marginalia convert --from ID --to ID [--option NAME=VALUE …] [<file>… | -] [--out <folder> | -] [--json]
      From one format to another. With - it reads lines and writes lines, one article each, as they come.

A project that is open in the app is read without touching its lock. An export that is stopped leaves nothing behind.
Exit codes: 0 done; 1 done, look at what was said; 2 called wrongly; 3 could not be done.

Formats, with their options:
${[...formats, ...readOnly].join('\n')}

Other names of formats:
${variants.join('\n')}
`;
