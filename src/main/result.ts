import type { Result } from '../shared/api';
import { codeOf, sayWhy } from './store/disk-errors';

/** What was asked for, as the contract carries it. */
export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** What is said of an error; `what` begins the sentence where it is the disk that refused. */
export function failed(error: unknown, what = 'This could not be done'): { ok: false; message: string } {
  if (codeOf(error) !== undefined) return { ok: false, message: `${what}: ${sayWhy(error)}.` };
  return { ok: false, message: error instanceof Error ? error.message : String(error) };
}

/** Does a task a person may see fail. */
export async function asked<Value>(task: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await task());
  } catch (error) {
    return failed(error);
  }
}
