import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/capabilities.md'), 'utf8');
const lines = text.split('\n').filter((line) => /^\| \d/.test(line));

describe('the table of capabilities', () => {
  it('lists each of the 103 once, paper by paper', () => {
    const counts = [23, 17, 29, 20, 14];
    const wanted = counts.flatMap((count, at) =>
      Array.from({ length: count }, (_, nth) => `${at + 1}.${nth + 1}`),
    );

    expect(wanted).toHaveLength(103);
    expect(lines.map((line) => /^\| (\d+\.\d+) /.exec(line)?.[1])).toEqual(wanted);
  });

  it('names for each a test that there is, or says that it is not in the app', () => {
    for (const line of lines) {
      const [, , what, where, shownBy] = line.split('|').map((cell) => cell.trim());
      const tests = [...(shownBy ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      expect(what, line).not.toBe('');
      if (tests.length === 0) expect(where, line).toMatch(/^Not in the app/);
      for (const test of tests) expect(existsSync(join(root, test)), `${test} of ${line}`).toBe(true);
    }
  });

  it('is linked from the README', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(docs/capabilities.md)');
  });
});
