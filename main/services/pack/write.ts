import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BagFile, bagDeclaration, bagInfo, hashList } from '../../../shared/domain/pack-bag.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { copyOut } from '../evidence/copy-out.ts';
import { isThere, moveIntoPlace } from '../move-into-place.ts';
import type { PlannedDocument } from './preview.ts';

export const packJob = 'packs:exportPack';
const indexName = '000 Index.pdf';

export type PackParts = {
  readonly documents: readonly Pick<PlannedDocument, 'neutralName' | 'item'>[];
  readonly index: Uint8Array;
  readonly passphrase: string;
  readonly name: string;
  readonly info: Parameters<typeof bagInfo>[0];
  /** Called when everything is in its place; what it throws takes the pack away again. */
  readonly onWritten: (written: PackWritten) => void;
};

export type PackWritten = {
  readonly folderName: string;
  readonly bytes: number;
  readonly manifestSha256: string;
};

/**
 * Writes the pack as a bag in a new folder, and as an encrypted zip beside it, a piece at a time. Both are called
 * unfinished until they are whole, so that nothing cut short can be taken for a pack. Whatever goes wrong, neither is
 * left. Fails with `disk/full`, `disk/cannot-write`, `vault/locked`, or `evidence/cancelled` when the user stops it.
 */
export async function writePack(ctx: Context, into: string, parts: PackParts): Promise<PackWritten> {
  const { folder, unfinished } = await newFolder(into, parts.name);
  const ours = [unfinished, zipOf(unfinished)];
  try {
    const { bytes, manifestSha256 } = await fill(ctx, unfinished, basename(folder), parts);
    for (const [from, to] of [
      [unfinished, folder],
      [zipOf(unfinished), zipOf(folder)],
    ] as const) {
      await moveIntoPlace(from, to);
      ours.push(to);
    }
    const written = { folderName: basename(folder), bytes, manifestSha256 };
    parts.onWritten(written);
    return written;
  } catch (error) {
    await Promise.all(ours.map((path) => rm(path, { recursive: true, force: true, maxRetries: 5 })));
    throw diskError(error) ?? error;
  } finally {
    ctx.outside.progressEnd(packJob);
  }
}

async function fill(
  ctx: Context,
  folder: string,
  name: string,
  { documents, index, passphrase, info }: PackParts,
): Promise<Omit<PackWritten, 'folderName'>> {
  const total = documents.reduce((sum, { item }) => sum + item.size * 2, 0);
  let done = 0;
  const advance = (label: string) => (count: number) => {
    if (!ctx.db.open) throw new AppError('vault/locked');
    done += count;
    ctx.outside.progress(packJob, Math.min(done, total), total, label);
  };
  const copied = advance('Writing the pack');
  copied(0);
  await mkdir(join(folder, 'data'));
  await writeNew(join(folder, 'data', indexName), index);
  for (const { neutralName, item } of documents) {
    await copyOut(ctx.db, item.sha256, join(folder, 'data', neutralName), { onBytes: copied });
  }
  const payload: readonly BagFile[] = [
    fileOf(`data/${indexName}`, index),
    ...documents.map(({ neutralName, item }) => ({
      path: `data/${neutralName}`,
      sha256: item.sha256,
      size: item.size,
    })),
  ];
  const manifest = hashList(payload);
  const tags = {
    'bagit.txt': bagDeclaration,
    'bag-info.txt': bagInfo(info, payload),
    'manifest-sha256.txt': manifest,
  };
  const tagFiles = Object.entries(tags).map(([path, text]) => fileOf(path, Buffer.from(text)));
  const texts = { ...tags, 'tagmanifest-sha256.txt': hashList(tagFiles) };
  for (const [path, text] of Object.entries(texts)) await writeNew(join(folder, path), text);

  const paths = [...Object.keys(texts), ...payload.map((file) => file.path)];
  // Loaded here because reading the log of packs, at every opening, has no use for a packer of zips.
  const { writeEncryptedZip } = await import('./zip.ts');
  await writeEncryptedZip(
    zipOf(folder),
    paths.map((path) => ({ path: `${name}/${path}`, file: join(folder, path) })),
    { passphrase, date: new Date(ctx.clock()), onBytes: advance('Encrypting the zip') },
  );
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  return { bytes, manifestSha256: sha256(Buffer.from(manifest)) };
}

/** Finds a name that is free for folder and zip, with a number after it where it is taken, and holds it. */
async function newFolder(
  into: string,
  name: string,
): Promise<{ readonly folder: string; readonly unfinished: string }> {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const folder = join(into, attempt === 1 ? name : `${name} (${attempt})`);
    const unfinished = `${folder} (unfinished)`;
    const isTaken = await Promise.all([folder, zipOf(folder), zipOf(unfinished)].map(isThere));
    if (isTaken.includes(true)) continue;
    try {
      await mkdir(unfinished);
      return { folder, unfinished };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskError(error) ?? error;
    }
  }
  throw new AppError('pack/not-empty');
}

const zipOf = (folder: string): string => `${folder}.zip`;

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx', flush: true });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (path: string, bytes: Uint8Array): BagFile => ({
  path,
  sha256: sha256(bytes),
  size: bytes.length,
});
