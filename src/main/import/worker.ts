import { annotationsJob, recogniseJob } from './annotations-job';
import { collectFiles } from './collect-files';
import { exportJob, takeJob } from './export-job';
import { readFileJob, readFilesJob } from './read-file';
import { serveJobs } from './serve-jobs';
import { unzipArticles } from './unzip';
import { workerPort } from './worker-port';

/**
 * Entry of the process in which untrusted files are read. It can hang, balloon or crash: the host
 * (worker-host.ts) kills it and only the file at hand is lost. One job at a time comes in; each is answered.
 */
serveJobs(workerPort(), {
  collect: ({ paths }) => collectFiles(paths),
  unzip: unzipArticles,
  read: readFileJob,
  readSome: (requests) => readFilesJob(requests),
  take: takeJob,
  export: exportJob,
  annotations: annotationsJob,
  recognise: recogniseJob,
});
