import { describe, expect, it } from 'vitest';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countVitest,
  noTests,
} from '../../../scripts/test-counts.ts';

describe('closingLine', () => {
  it('names what passed and failed, and nothing else when nothing was skipped', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('adds what was skipped', () => {
    expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});

describe('countVitest', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  };

  it('counts skipped and planned tests as skipped', () => {
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const withFailedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };

    expect(countVitest({ ...report, testResults: [broken, withFailedTest] }).failed).toBe(2);
  });
});

describe('countPlaywright', () => {
  it('counts an error outside any test as a failure', () => {
    const report = { errors: [{}], stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } };

    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});

describe('addCounts', () => {
  it('sums each column', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };

    expect(addCounts(addCounts(noTests, one), one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
