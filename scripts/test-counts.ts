// Reads how many tests ran from the JSON that Vitest and Playwright write.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export type TestCounts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (one: TestCounts, other: TestCounts): TestCounts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** The line that ends a run: what passed and failed, and what was skipped if anything was. */
export const closingLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** Counts a Vitest report; a file that failed before any of its tests did counts as one failure. */
export const countVitest = (report: unknown): TestCounts => {
  const parsed = vitestReport.parse(report);
  const brokenFiles = parsed.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + brokenFiles.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
  };
};

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Counts a Playwright report; an error outside any test counts as one failure. */
export const countPlaywright = (report: unknown): TestCounts => {
  const { errors, stats } = playwrightReport.parse(report);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
};

/** Counts a report file, or nothing where the run ended before it was written. */
export const readCounts = async (
  file: string,
  count: (report: unknown) => TestCounts,
): Promise<TestCounts> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? noTests : count(JSON.parse(text));
};
