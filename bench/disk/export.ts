import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FORMATS } from '../../src/core/formats/registry';
import { allAnnotations } from '../../src/core/project/query';
import { electronWorker } from '../../src/main/import/electron-worker';
import type { WorkerHost } from '../../src/main/import/worker-host';
import { createWorkerHost } from '../../src/main/import/worker-host';
import { runExport } from '../../src/main/run-export';
import { exportProject } from '../sample/export-project';
import { heldUp } from './blocking';
import type { ExportTimes } from './export-worker';

export interface Exporting extends ExportTimes {
  readonly format: string;
  readonly label: string;
  readonly annotations: number;
  /** All of it, from asking to the files in their place, ms. */
  readonly took: number;
  /** The longest time between two turns of main's event loop meanwhile, ms. */
  readonly blocked: number;
}

/** Exports a project in every format, or in those named, as the app does, each in a process of its own. */
export async function measureExports(
  folder: string,
  articles: number,
  only: readonly string[],
  told: (line: string) => void,
): Promise<readonly Exporting[]> {
  const project = exportProject(articles);
  const annotations = [...allAnnotations(project)].length;
  const found: Exporting[] = [];
  const unknown = only.find((name) => !FORMATS.some(({ id }) => id === name));
  if (unknown !== undefined) throw new Error(`there is no format ${unknown}`);
  for (const { id, label } of FORMATS) {
    if (only.length > 0 && !only.includes(id)) continue;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const host = createWorkerHost(electronWorker('export-worker'));
    let times: ExportTimes | undefined;
    // Lets the result by, which has more in it than the app asks for.
    const listening: WorkerHost = {
      ...host,
      async run(kind, request, limits) {
        const outcome = await host.run(kind, request, limits);
        if (kind === 'export' && outcome.kind === 'done') times = outcome.result as unknown as ExportTimes;
        return outcome;
      },
    };
    try {
      const meant = { formatId: id, options: {}, scope: {} };
      const running = { signal: new AbortController().signal, onProgress: () => {} };
      const { took, blocked } = await heldUp(async () => {
        const result = await runExport(listening, project, meant, join(folder, 'out'), running);
        if (!result.ok) throw new Error(`${label}: ${result.message}`);
      });
      found.push({ format: id, label, annotations, ...times!, took, blocked });
      told(`export ${label}: ${Math.round(took)} ms, ${times!.cpu.toFixed(1)} s of processor time`);
    } finally {
      host.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return found;
}
