import { FORMATS, READERS } from '../../core/formats/registry';

const formats = FORMATS.map(
  ({ id, label, parse }) => `  ${id.padEnd(18)}${label}${parse ? '' : ' (writing only)'}`,
);
const others = READERS.filter(({ id }) => !FORMATS.some((format) => format.id === id)).map(
  ({ id, label }) => `  ${id.padEnd(18)}${label} (reading only)`,
);

/** What `marginalia --help` prints. */
export const HELP = `marginalia: projects of Marginalia, for scripts

  marginalia info <project> [--json]
      What is in a project.
  marginalia validate <project or file> [--format ID] [--json]
      Reads everything and says what is wrong; exit code 1 when anything is.
  marginalia export <project> --format ID --out <folder> [--articles ID,…] [--layers ID,…] [--status draft|final] [--json]
      Writes a part of a project and reads it back; exit code 1 when it did not come back in its place.
  marginalia import <project> <files…> [--from ID|articles] [--mapping FILE] [--annotator NAME] [--json]
      Adds articles, or annotations of another tool, to a project that no window has open. What files are is found
      out where --from does not say. The mapping says what becomes of each layer; with --json it is told, too.
  marginalia convert --from ID --to ID [<file>… | -] [--out <folder> | -] [--json]
      From one format to another. With - it reads lines and writes lines, one article each, as they come.

A project that is open in the app is read without touching its lock.
Exit codes: 0 done; 1 done, look at what was said; 2 called wrongly; 3 could not be done.

Formats:
${[...formats, ...others].join('\n')}
`;
