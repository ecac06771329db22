import { readBackWritten } from '../../src/core/formats/read-back';
import { formatById } from '../../src/core/formats/registry';
import { writingOf } from '../../src/core/formats/writing';
import { writeStage } from '../../src/main/import/export-files';
import { handedOver, takeJob } from '../../src/main/import/export-job';
import { filesOnDisk } from '../../src/main/import/files-on-disk';
import { serveJobs } from '../../src/main/import/serve-jobs';
import { workerPort } from '../../src/main/import/worker-port';
import { realDisk } from '../../src/main/store/disk';

/** What the app's worker does for an export, with a clock beside it. */
export interface ExportTimes {
  /** Writing all files durably, ms. */
  readonly written: number;
  /** Reading them from the disk and comparing, ms; null where the format is not read. */
  readonly read: number | null;
  /** The most memory that the process ever had, in bytes. */
  readonly peak: number;
}

serveJobs(workerPort(), {
  take: takeJob,
  async export({ stage, formatId, options, scope }) {
    const project = handedOver();
    const format = formatById(formatId, options);
    const began = performance.now();
    const staged = await writeStage(realDisk, stage, writingOf(format, project, scope));
    const written = performance.now() - began;
    const back = readBackWritten(format, project, scope, filesOnDisk(stage.folder, staged.files));
    const read = back ? performance.now() - began - written : null;
    const times: ExportTimes = { written, read, peak: process.resourceUsage().maxRSS * 1024 };
    return { ...staged, readBack: back, ...times };
  },
});
