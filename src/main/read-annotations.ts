import type { Change } from '../core/change/change';
import type { Arrival } from '../core/import-annotations/arrive';
import type { Result } from '../shared/api';
import type { AnnotationsTask } from './import/jobs';
import type { StopReason, WorkerHost } from './import/worker-host';

const STOPPED: Readonly<Record<Exclude<StopReason, 'cancelled'>, string>> = {
  time: 'Reading these files took longer than 30 seconds and was stopped.',
  memory: 'Reading these files took more than 1 GB of memory and was stopped.',
  crash: 'Reading these files failed and was stopped.',
};

/** Reads annotations in the worker; null when cancelled. What is said of a failure is a sentence. */
export async function readAnnotations(
  worker: WorkerHost,
  task: AnnotationsTask,
  signal: AbortSignal,
): Promise<Result<{ readonly part: Arrival; readonly files: number } | null>> {
  const outcome = await worker.run('annotations', task, { signal });
  if (outcome.kind === 'done') {
    const { result } = outcome;
    return 'problem' in result ? { ok: false, message: result.problem } : { ok: true, value: result };
  }
  if (outcome.kind === 'stopped' && outcome.reason === 'cancelled') return { ok: true, value: null };
  const said =
    outcome.kind === 'stopped'
      ? STOPPED[outcome.reason as keyof typeof STOPPED]
      : `These files could not be read: ${outcome.message}.`;
  return { ok: false, message: `${said} Nothing was changed; try fewer of them at once.` };
}

/** The texts of the articles that a change adds, as bytes, where the text is all there was of them. */
export function textsOfNew({ articles }: Change): ReadonlyMap<string, Uint8Array> {
  const texts = new Map<string, Uint8Array>();
  for (const [id, [before, after]] of Object.entries(articles ?? {})) {
    if (before || !after || after.origin.bytesSha256 !== after.sha256) continue;
    texts.set(id, Buffer.from(after.text, 'utf8'));
  }
  return texts;
}
