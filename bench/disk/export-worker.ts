import { formatById } from '../../src/core/formats/registry';
import { writeStage } from '../../src/main/import/export-files';
import { handedOver, takeJob } from '../../src/main/import/export-job';
import { readBackJob } from '../../src/main/import/read-back-job';
import { serveJobs } from '../../src/main/import/serve-jobs';
import { workerPort } from '../../src/main/import/worker-port';
import { packed } from '../../src/main/pack';
import { realDisk } from '../../src/main/store/disk';

/** What the app's worker does for an export, with a clock beside it. */
export interface ExportTimes {
  /** Writing all files durably, ms. */
  readonly written: number;
  /** Reading them from the disk and comparing, ms; null where the format is not read, or files of this size cannot be. */
  readonly read: number | null;
  /** Processor time of the process from the first byte written to the last compared, s: it does not depend on who else is at work. */
  readonly cpu: number;
  /** The most memory that the process ever had, in bytes. */
  readonly peak: number;
}

serveJobs(workerPort(), {
  take: takeJob,
  async export({ stage, formatId, options, scope }) {
    const project = handedOver();
    const format = formatById(formatId, options);
    const began = performance.now();
    const before = process.cpuUsage();
    const staged = await writeStage(realDisk, stage, packed(format, project, scope));
    const written = performance.now() - began;
    const meant = { formatId, options, scope, project, folder: stage.folder, files: staged.files };
    const back = await readBackJob(meant);
    const read = back && !('problem' in back) ? performance.now() - began - written : null;
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1e6;
    const times: ExportTimes = { written, read, cpu, peak: process.resourceUsage().maxRSS * 1024 };
    return { ...staged, readBack: back, ...times };
  },
});
