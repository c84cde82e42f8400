import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tooManySentence, withFolderFiles } from '../../../../../main/services/evidence/folder-files.ts';
import { cannotRead } from '../../../../../main/services/evidence/inspect-path.ts';
import { AppError, sentenceFor } from '../../../../../shared/errors.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lano-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withFolderFiles', () => {
  it('takes the first of a folder that holds too many, and says of which there are more', async () => {
    const full = join(folder, 'Full');
    await mkdir(full);
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) await writeFile(join(full, name), name);
    await writeFile(join(folder, 'one.txt'), 'One');

    const chosen = await withFolderFiles([full, join(folder, 'one.txt')], 3);

    expect(chosen).toEqual({
      paths: [...['a.txt', 'b.txt', 'c.txt'].map((name) => join(full, name)), join(folder, 'one.txt')],
      tooMany: [{ folder: full, files: 4 }],
    });
    expect(tooManySentence(2314)).toBe(
      'This folder holds 2,314 files, and only the first 2,000 by name are taken in at once. Add the others a folder at a time; what is here already is not added twice.',
    );
  });
});

describe('cannotRead', () => {
  it.each([
    ['ENOENT', 'It is no longer where it was. Find it and add it again.'],
    ['EBUSY', 'Another program has it open. Close it there and add it again.'],
    ['EACCES', 'You may not open it. Ask whoever keeps it, and add it again.'],
    ['EIO', 'The disk or drive it is on did not give it. Add it again once that can be reached.'],
  ])('says what to do about a file that gives %s', (code, advice) => {
    expect(sentenceOf(() => cannotRead({ code }))).toBe(`The file could not be read. ${advice}`);
  });
});

function sentenceOf(work: () => never): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return sentenceFor(error);
    throw error;
  }
}
