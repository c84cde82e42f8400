import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEntries } from '../../../scripts/build-entries.ts';
import { fingerprint } from '../../../scripts/build-stamp.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
  await mkdir(join(folder, 'workers'));
  await writeFile(join(folder, 'index.ts'), '');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('findEntries', () => {
  it('bundles the start of the app and each worker under its own name', async () => {
    await writeFile(join(folder, 'workers', 'read-document.ts'), '');
    await writeFile(join(folder, 'workers', 'notes.md'), '');

    const { entries, preload } = await findEntries(folder);

    expect(entries).toEqual({
      index: join(folder, 'index.ts'),
      'workers/read-document': join(folder, 'workers', 'read-document.ts'),
    });
    expect(preload).toBe(join(folder, 'preload.ts'));
  });
});

describe('fingerprint', () => {
  it('changes when a file changes, moves or appears, and not otherwise', async () => {
    const look = () => fingerprint(folder, ['index.ts', 'workers', 'absent']);
    const first = await look();
    expect(await look()).toBe(first);

    await writeFile(join(folder, 'index.ts'), 'export {};');
    const second = await look();
    await writeFile(join(folder, 'workers', 'a.ts'), '');
    const third = await look();

    expect(new Set([first, second, third]).size).toBe(3);
  });
});
