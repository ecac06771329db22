/**
 * V8's own switch against `eval` and `new Function`. A process that reads files from strangers is started with it, so
 * that no text of theirs becomes code through a parser's oversight (pdf.js had such ones, CVE-2024-4367 among them).
 */
export const WORKER_FLAGS: readonly string[] = ['--disallow-code-generation-from-strings'];

/** Whether this process would run text as code. */
export function runsText(): boolean {
  try {
    new Function('');
    return true;
  } catch {
    return false;
  }
}
