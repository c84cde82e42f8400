import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackExport } from '../../../shared/domain/pack.ts';
import { compareHashes, type Hashes, readHashList, sharedFiles } from '../../../shared/domain/pack-verify.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackVerdict } from '../../../shared/ipc/packs.ts';
import { listRows } from '../../db/table.ts';
import { packExports } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { type FoundPack, readPackZip } from './read-pack-zip.ts';

const manifestName = 'manifest-sha256.txt';
const tagManifestName = 'tagmanifest-sha256.txt';
/** What systems leave in folders that somebody has looked into. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/**
 * Checks a pack that the user chooses, a folder or an encrypted zip, against its own list of hashes and against the log
 * of this engagement. Null when the user closes the dialog; fails with `pack/not-a-pack`, or `pack/wrong-passphrase`.
 */
export async function verifyPack(
  ctx: Context,
  { from, passphrase }: ParsedInputOf<Contract['packs:verifyPack']>,
): Promise<PackVerdict | null> {
  if (from === 'folder') {
    const folder = await ctx.outside.chooseFolder('The folder of the pack');
    return folder ? judge(ctx, await findInFolder(folder)) : null;
  }
  const [zip] = await ctx.outside.chooseFiles('The zip of the pack', [{ name: 'Zip', extensions: ['zip'] }]);
  return zip ? judge(ctx, await readPackZip(zip, passphrase)) : null;
}

async function judge({ db }: Context, { name, hashes, text }: FoundPack): Promise<PackVerdict> {
  const manifest = await text(manifestName);
  const listed = manifest === null ? null : readHashList(manifest);
  const mask = titleMasker(db);
  const exports = listRows(db, packExports, {}, ['at']);
  const manifestSha256 = manifest === null ? '' : createHash('sha256').update(manifest).digest('hex');
  const logged = exports.find((one) => one.manifestSha256 === manifestSha256) ?? null;
  const like = logged ?? closest(exports, hashes);
  if (!listed && !like) throw new AppError('pack/not-a-pack');
  const tags = (await text(tagManifestName)) ?? '';
  const expected = new Map([...(readHashList(tags) ?? []), ...(listed ?? [])]);
  // The log is the better witness: a list of hashes can be changed together with the files.
  if (!logged && like) for (const [path, hash] of contentsOf(like)) expected.set(path, hash);
  const found = new Map([...hashes].filter(([path]) => path !== tagManifestName && !litter.test(path)));
  if (!expected.has(manifestName)) found.delete(manifestName);
  const { same, missing, changed, extra } = compareHashes(expected, found);
  return {
    name: mask(name),
    manifestSha256,
    same,
    missing: missing.map(mask),
    changed: changed.map(mask),
    extra: extra.map(mask),
    log: logged ? 'same' : like ? 'differs' : 'none',
    made: like && { at: like.at, subject: mask(like.subject), recipient: mask(like.recipient) },
  };
}

/** The logged pack with the most files in common. */
function closest(exports: readonly PackExport[], found: Hashes): PackExport | null {
  const scored = exports
    .map((one) => ({ one, score: sharedFiles(contentsOf(one), found) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return scored[0]?.one ?? null;
}

const contentsOf = ({ contents }: PackExport): Hashes =>
  new Map(contents.map(({ path, sha256 }) => [path, sha256]));

async function findInFolder(folder: string): Promise<FoundPack> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new AppError('disk/cannot-read');
  });
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await hashOf(path));
  }
  return {
    name: basename(folder),
    hashes,
    text: async (path) => {
      const info = await stat(join(folder, path)).catch(() => null);
      return info?.isFile() ? readFile(join(folder, path), 'utf8') : null;
    },
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash).catch(() => {
    throw new AppError('disk/cannot-read');
  });
  return hash.digest('hex');
}
