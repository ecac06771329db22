import { useEffect, useState } from 'react';
import type { ExportDone, ExportRequest } from '../../shared/api';

/** Where an export is. */
export type Running =
  | { readonly kind: 'choosing'; readonly said: string | null; readonly failed: boolean }
  /** `total` 0: the folder is being chosen, or nothing is written yet. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly done: ExportDone };

const CHOOSING: Running = { kind: 'choosing', said: null, failed: false };

/** Runs an export in main and follows it; a failure leaves everything as it was chosen. */
export function useExportRun() {
  const [now, setNow] = useState<Running>(CHOOSING);
  useEffect(
    () =>
      window.desktop.on('exportProgress', ({ done, total }) =>
        setNow((before) => (before.kind === 'running' ? { ...before, done, total } : before)),
      ),
    [],
  );
  const start = async (request: ExportRequest) => {
    setNow({ kind: 'running', done: 0, total: 0, stopping: false });
    const result = await window.desktop.runExport(request);
    if (!result.ok) setNow({ kind: 'choosing', said: result.message, failed: true });
    else if (result.value) setNow({ kind: 'done', done: result.value });
    else setNow({ kind: 'choosing', said: 'Nothing was written.', failed: false });
  };
  const cancel = () => {
    setNow((before) => (before.kind === 'running' ? { ...before, stopping: true } : before));
    void window.desktop.cancelExport();
  };
  return { now, start, cancel, forget: () => setNow(CHOOSING) };
}
