import { readdir } from 'node:fs/promises';
import { isUnfinishedPack } from '../../../shared/domain/pack-names.ts';

/**
 * What packs that were cut short, by a crash or a power cut, have left in a folder, by name. It is only told, never
 * deleted: on a shared drive a colleague's app may be writing it at this moment.
 */
export async function unfinishedPacksIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isUnfinishedPack).toSorted();
}
