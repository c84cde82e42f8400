import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PackChoices, PackedFile } from '../../../shared/domain/pack.ts';
import { type BagFile, bagDeclaration, bagInfo, hashList } from '../../../shared/domain/pack-bag.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { isThere, moveIntoPlace } from '../move-into-place.ts';
import type { PlannedDocument } from './preview.ts';
import { combinedName, combineFiles, type Written, writeDocuments } from './write-documents.ts';

export const packJob = 'packs:exportPack';
export const coverName = 'Cover sheet.pdf';

export type PackParts = {
  readonly documents: readonly PlannedDocument[];
  readonly choices: Pick<PackChoices, 'isNumbered' | 'isCombined'>;
  readonly marking: string;
  /** Stands beside each page number. */
  readonly label: string;
  /** The index in each form wanted, by its file's name, once it is known on which pages each document is. */
  readonly index: (written: readonly Written[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly cover: (manifestSha256: string) => Promise<Uint8Array>;
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
  readonly contents: readonly PackedFile[];
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
    const filled = await fill(ctx, unfinished, basename(folder), parts);
    for (const [from, to] of [
      [unfinished, folder],
      [zipOf(unfinished), zipOf(folder)],
    ] as const) {
      await moveIntoPlace(from, to);
      ours.push(to);
    }
    const written = { folderName: basename(folder), ...filled };
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
  parts: PackParts,
): Promise<Omit<PackWritten, 'folderName'>> {
  const { documents, choices, marking, label, index, cover, passphrase, info } = parts;
  const total = documents.reduce((sum, { item }) => sum + item.size * 2, 0);
  let done = 0;
  const advance = (words: string) => (count: number) => {
    if (!ctx.db.open) throw new AppError('vault/locked');
    done += count;
    ctx.outside.progress(packJob, Math.min(done, total), total, words);
  };
  const copied = advance('Writing the pack');
  copied(0);
  const data = join(folder, 'data');
  await mkdir(data);
  const documentsWritten = await writeDocuments(ctx, data, documents, {
    ...{ isNumbered: choices.isNumbered, marking, label, onBytes: copied },
  });
  const indexes = await index(documentsWritten);
  for (const [file, bytes] of indexes) await writeNew(join(data, file), bytes);
  const combined = choices.isCombined
    ? await combineFiles(data, documentsWritten, { title: info.description, marking })
    : null;

  const contents: PackedFile[] = [...indexes].map(([file, bytes]) => ({
    ...{ path: `data/${file}`, sha256: sha256(bytes), original: null },
  }));
  const payload: BagFile[] = [...indexes].map(([file, bytes]) => fileOf(`data/${file}`, bytes));
  if (combined) payload.push({ path: `data/${combinedName}`, ...combined.file });
  for (const written of documentsWritten) {
    const original = written.document.item.sha256;
    if (combined?.held.has(written)) {
      contents.push({ path: `data/${combinedName}`, sha256: combined.file.sha256, original });
      continue;
    }
    const path = `data/${written.document.neutralName}`;
    payload.push({ path, sha256: written.sha256, size: written.size });
    contents.push({ path, sha256: written.sha256, original });
  }

  const manifest = hashList(payload);
  const manifestSha256 = sha256(Buffer.from(manifest));
  const tags = {
    'bagit.txt': Buffer.from(bagDeclaration),
    'bag-info.txt': Buffer.from(bagInfo(info, payload)),
    'manifest-sha256.txt': Buffer.from(manifest),
    [coverName]: await cover(manifestSha256),
  };
  const tagFiles = Object.entries(tags).map(([path, bytes]) => fileOf(path, bytes));
  const files = { ...tags, 'tagmanifest-sha256.txt': Buffer.from(hashList(tagFiles)) };
  for (const [path, bytes] of Object.entries(files)) await writeNew(join(folder, path), bytes);

  const paths = [...Object.keys(files), ...payload.map((file) => file.path)];
  // Loaded here because reading the log of packs, at every opening, has no use for a packer of zips.
  const { writeEncryptedZip } = await import('./zip.ts');
  await writeEncryptedZip(
    zipOf(folder),
    paths.map((path) => ({ path: `${name}/${path}`, file: join(folder, path) })),
    { passphrase, date: new Date(ctx.clock()), onBytes: advance('Encrypting the zip') },
  );
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  return { bytes, manifestSha256, contents };
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

async function writeNew(path: string, content: Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx', flush: true });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (path: string, bytes: Uint8Array): BagFile => ({
  path,
  sha256: sha256(bytes),
  size: bytes.length,
});
