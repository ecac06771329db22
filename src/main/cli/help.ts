import { FORMATS } from '../../core/formats/registry';

const formats = FORMATS.map(
  ({ id, label, parse }) => `  ${id.padEnd(18)}${label}${parse ? '' : ' (writing only)'}`,
);

/** What `marginalia --help` prints. */
export const HELP = `marginalia: projects of Marginalia, for scripts

  marginalia info <project> [--json]
      What is in a project.
  marginalia validate <project or file> [--format ID] [--json]
      Reads everything and says what is wrong; exit code 1 when anything is.
  marginalia export <project> --format ID --out <folder> [--articles ID,…] [--layers ID,…] [--status draft|final] [--json]
      Writes a part of a project and reads it back; exit code 1 when it did not come back in its place.
  marginalia import <project> <files…> [--json]
      Adds articles to a project that no window has open.
  marginalia doctor <project> [--repair] [--json]
      Looks a project through: seals, schemas, history, places, links. With --repair it is mended, and nothing deleted.
  marginalia convert --from ID --to ID [<file>… | -] [--out <folder> | -] [--json]
      From one format to another. With - it reads lines and writes lines, one article each, as they come.

A project that is open in the app is read without touching its lock.
Exit codes: 0 done; 1 done, look at what was said; 2 called wrongly; 3 could not be done.

Formats:
${formats.join('\n')}
`;
