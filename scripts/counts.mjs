/**
 * Reads vitest's JSON report into `{ passed, failed, skipped }`. A file that could not even be loaded holds
 * no tests, and counts as one that failed.
 */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads Playwright's JSON report into `{ passed, failed, skipped }`; a test that passed on a retry passed. */
export function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * The result of a tool that ran tests: what its report says, or one failure when the tool failed without
 * any failed test (a broken configuration, an error outside a test, no report at all).
 */
export function countsOf(code, counts) {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && known.failed === 0 ? { ...known, failed: 1 } : known;
}

/** Adds up `{ passed, failed, skipped }`. */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const each of all) for (const key of Object.keys(total)) total[key] += each[key];
  return total;
}

/** The closing line: `N passed, N failed`, with `, N skipped` when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
