import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Told } from './told';
import { TOLD } from './told';

/** One line for each kind of fault, as it is done. */
export default class FaultReporter implements Reporter {
  #failed = 0;
  #skipped = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    const seconds = (result.duration / 1000).toFixed(0);
    if (result.status === 'skipped') {
      this.#skipped++;
      const why = result.annotations.find(({ type }) => type === 'skip')?.description ?? 'skipped';
      this.#say(`  –  ${test.title}: ${why}`);
      return;
    }
    const ok = result.status === 'passed';
    if (!ok) this.#failed++;
    for (const { type, description } of result.annotations) {
      if (type === TOLD) this.#say(`  ${ok ? '✓' : '✗'}  ${lineOf(JSON.parse(description!) as Told)}`);
    }
    this.#say(`  ${ok ? '✓' : '✗'}  ${test.title} (${seconds} s)`);
    for (const { message, stack } of ok ? [] : result.errors) process.stdout.write(`${stack ?? message}\n`);
  }

  onError(error: { message?: string; stack?: string }): void {
    process.stdout.write(`${error.stack ?? error.message}\n`);
  }

  onEnd(result: FullResult): void {
    process.stdout.write(
      `\n${result.status === 'passed' ? 'No fault did harm' : `${this.#failed} failed`}` +
        `${this.#skipped > 0 ? `, ${this.#skipped} skipped` : ''}; ${(result.duration / 60_000).toFixed(1)} min.\n`,
    );
  }

  #say(line: string): void {
    process.stdout.write(`${line}\n`);
  }
}

function lineOf({ tried, times, acknowledged, lost, opened }: Told): string {
  const counted = acknowledged === undefined ? '' : `, ${acknowledged} acknowledged, ${lost} lost`;
  return `${tried}: ${times} ×${counted}; ${opened}`;
}
