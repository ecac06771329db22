import type { JobKind } from './jobs';
import type { JobOutcome } from './worker-host';

/** A process that died may have been killed from outside: what it was doing is tried once more. */
export async function twice<Kind extends JobKind>(
  run: () => Promise<JobOutcome<Kind>>,
): Promise<JobOutcome<Kind>> {
  const outcome = await run();
  return outcome.kind === 'stopped' && outcome.reason === 'crash' ? run() : outcome;
}
