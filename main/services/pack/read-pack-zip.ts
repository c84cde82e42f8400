import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import {
  configure,
  ERR_ENCRYPTED,
  ERR_INVALID_PASSWORD,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js';
import type { Hashes } from '../../../shared/domain/pack-verify.ts';
import { AppError } from '../../../shared/errors.ts';
import { innerName } from './zip.ts';

/** The files of a pack as they are now. */
export type FoundPack = {
  readonly name: string;
  readonly hashes: Hashes;
  readonly text: (path: string) => Promise<string | null>;
};

/** Its files are only ever in memory, so that nothing readable is left on the disk. */
const mostBytes = 500_000_000;

/** Opens the zip of a pack in memory. Fails with `pack/wrong-passphrase`, `pack/not-a-pack` or `pack/zip-too-large`. */
export async function readPackZip(path: string, passphrase: string): Promise<FoundPack> {
  configure({ useWebWorkers: false });
  if ((await stat(path)).size > mostBytes) throw new AppError('pack/zip-too-large');
  const outer = await unzip(await readFile(path), passphrase);
  const inside = outer.get(innerName);
  const files = inside ? await unzip(inside, '') : outer;
  const plain = new Map([...files].map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), bytes]));
  return {
    name: basename(path, extname(path)),
    hashes: new Map(
      [...plain].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
    ),
    text: async (name) => {
      const bytes = plain.get(name);
      return bytes ? Buffer.from(bytes).toString('utf8') : null;
    },
  };
}

async function unzip(bytes: Uint8Array, password: string): Promise<Map<string, Uint8Array>> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), password ? { password } : {});
  try {
    const files = new Map<string, Uint8Array>();
    for (const entry of await zip.getEntries()) {
      if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
    }
    return files;
  } catch (error) {
    const said = (error as Error).message;
    if (said === ERR_INVALID_PASSWORD || said === ERR_ENCRYPTED) throw new AppError('pack/wrong-passphrase');
    throw new AppError('pack/not-a-pack');
  } finally {
    await zip.close();
  }
}
