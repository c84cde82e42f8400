import { access, rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Gives what is whole its name, in the same folder. Fails with `pack/not-empty` rather than write over anything. Virus
 * scanners hold on to new files for a moment, so it tries again.
 */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  if (await isThere(to)) throw new AppError('pack/not-empty');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(code) || attempt === 10) throw error;
      await wait(100 * attempt);
    }
  }
}
