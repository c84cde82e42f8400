import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../../main/app/log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lano-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openLog', () => {
  it('writes where a fault happened under the reference it answers with, and nothing of its message', () => {
    const log = openLog(folder, { echo: false });

    const reference = log.report(
      new TypeError('Cannot read “Amelia Fernsby”\n    at Amelia Fernsby’s review'),
    );

    const written = readFileSync(join(folder, 'faults.log'), 'utf8');
    expect(written).toContain(`${reference} TypeError`);
    expect(written).toContain('log.test.ts');
    expect(written).not.toContain('Fernsby');
  });
});
