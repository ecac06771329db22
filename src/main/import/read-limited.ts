import type { ReadJobResult, ReadRequest } from './jobs';
import { stopped } from './stopped';
import { twice } from './twice';
import type { JobLimits, WorkerHost } from './worker-host';

/** Reads one file in the worker, within its limits; what goes wrong is told as a problem. */
export async function readLimited(
  host: WorkerHost,
  request: ReadRequest,
  { onProgress: _ofFiles, ...limits }: JobLimits,
): Promise<ReadJobResult> {
  const { remembered, ...plain } = request;
  const outcome = await twice(() => host.run('read', request, limits));
  if (outcome.kind === 'done')
    return 'code' in outcome.result ? { articles: [], problems: [outcome.result] } : outcome.result;
  // A pattern that did no harm to one file may not come back from another.
  if (outcome.kind === 'stopped' && outcome.reason === 'time' && remembered && remembered.splits.length > 0)
    return readLimited(host, plain, limits);
  return { articles: [], problems: [stopped(request.fileName ?? 'Pasted text', outcome)] };
}
