import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from '../../../scripts/file-lock.ts';

const NO_SUCH_PROCESS = 2 ** 30;

describe('withFileLock', () => {
  let folder = '';
  let lockFile = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    lockFile = join(folder, 'some', 'work.lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one piece of work finish before the next begins', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await pause(20);
      events.push(`${name} ends`);
    };

    await Promise.all(['a', 'b', 'c'].map((name) => withFileLock(lockFile, 'Waiting.', work(name))));

    const order = events.filter((event) => event.endsWith('begins')).map((event) => event[0]);
    expect(events).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('leaves no lock behind when the work fails', async () => {
    const failing = withFileLock(lockFile, 'Waiting.', async () => {
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await readdir(join(folder, 'some'))).toEqual([]);
  });

  it('takes over the lock of a process that is gone', async () => {
    await withFileLock(lockFile, 'Waiting.', async () => undefined);
    await writeFile(lockFile, String(NO_SUCH_PROCESS));

    await expect(withFileLock(lockFile, 'Waiting.', async () => 'done')).resolves.toBe('done');
  });
});
