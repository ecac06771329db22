import { serveJobs } from '../import/serve-jobs';
import { workerPort } from '../import/worker-port';
import { searchJobs } from './search-jobs';

/**
 * Entry of the process that holds the texts of the open project and searches them. A pattern can keep it busy
 * for ever: the host kills it after a time and starts another, and nothing but the search is lost.
 */
serveJobs(workerPort(), searchJobs());
