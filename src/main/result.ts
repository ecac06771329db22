import type { Result } from '../shared/api';

/** What went wrong, as the contract carries it. */
export const failed = (error: unknown): { ok: false; message: string } => ({
  ok: false,
  message: error instanceof Error ? error.message : String(error),
});

/** What was asked for, as the contract carries it. */
export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** Does a task a person may see fail. */
export async function asked<Value>(task: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await task());
  } catch (error) {
    return failed(error);
  }
}
