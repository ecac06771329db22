import type { ImportProblem } from '../../core/import/draft';
import { importProblem } from '../../core/import/problem';
import type { StopReason } from './worker-host';

const SAID: Readonly<Record<StopReason, string>> = {
  time: 'Reading this file took too long and was stopped.',
  memory: 'Reading this file took too much memory and was stopped.',
  crash: 'Reading this file failed and was stopped.',
  cancelled: 'Reading this file was cancelled.',
};

/** What is said of a file whose reading was stopped, or failed by a mistake of ours. */
export function stopped(
  fileName: string,
  outcome:
    | { readonly kind: 'stopped'; readonly reason: StopReason }
    | { readonly kind: 'failed'; readonly message: string },
): ImportProblem {
  const said =
    outcome.kind === 'stopped' ? SAID[outcome.reason] : `This file could not be read: ${outcome.message}.`;
  return importProblem(
    fileName,
    'stopped',
    `${said} The others are not affected; copy its text and paste it instead.`,
  );
}
