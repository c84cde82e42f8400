import { constants, copyFile, open } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';

/** Copies a file at rest byte for byte and forces it to the disk; never writes over anything. */
export async function copyWholeFile(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    await copy.sync();
    await copy.close();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new AppError('vault/already-exists');
    throw new AppError(code === 'ENOSPC' ? 'disk/full' : 'disk/cannot-write');
  }
}
