import { convertCommand } from './convert';
import { doctorCommand } from './doctor';
import { exportCommand } from './export';
import { HELP } from './help';
import { importCommand } from './import';
import { infoCommand } from './info';
import type { Streams } from './streams';
import { Misuse, processStreams, sayError } from './streams';
import { validateCommand } from './validate';

/** A command: what was typed after its name, and where it reads and writes. Resolves with the exit code. */
export type Command = (args: readonly string[], streams: Streams) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  info: infoCommand,
  validate: validateCommand,
  export: exportCommand,
  convert: convertCommand,
  import: importCommand,
  doctor: doctorCommand,
};

/**
 * `marginalia` for scripts: the core and the store without a window. Exit codes: 0 done; 1 done, and something
 * was found that a person should look at; 2 called wrongly; 3 could not be done, nothing was changed.
 */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || name === '--help' || name === 'help' || rest.includes('--help')) {
    await streams.write(HELP);
    return name === undefined ? 2 : 0;
  }
  try {
    if (!command) throw new Misuse(`there is no command “${name}”`);
    return await command(rest, streams);
  } catch (error) {
    streams.complain(`marginalia: ${sayError(error)}`);
    if (error instanceof Misuse) streams.complain('Try: marginalia --help');
    return error instanceof Misuse ? 2 : 3;
  }
}

if (process.argv[1]?.endsWith('cli.js')) {
  process.exitCode = await runCli(process.argv.slice(2), processStreams());
}
