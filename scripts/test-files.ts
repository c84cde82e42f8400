import { statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 * 1024 ** 3;

/**
 * Lets the tests keep their files in memory, where the machine has a folder for that with 2 GB to spare: an engagement
 * waits for the disk at each change, and the tests make thousands. Whoever set TMPDIR has chosen already.
 */
export const keepTestFilesInMemory = (): void => {
  if (process.env.TMPDIR === undefined && freeBytes(MEMORY) >= ENOUGH_BYTES) process.env.TMPDIR = MEMORY;
};

const freeBytes = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
};
