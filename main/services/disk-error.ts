import { AppError } from '../../shared/errors.ts';

/** Says in our terms what went wrong while writing to a disk; null where that was not it. */
export function diskError(error: unknown): AppError | null {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk/full');
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY') return new AppError('disk/cannot-write');
  return /^E(ACCES|PERM|ROFS|IO|NOENT|NOTDIR|NAMETOOLONG|BUSY|EXIST|MFILE|NXIO|INVAL)$/.test(code)
    ? new AppError('disk/cannot-write')
    : null;
}

/** Runs something that writes, with a full or failing disk told as `disk/full` or `disk/cannot-write`. */
export function explainingDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskError(error) ?? error;
  }
}
