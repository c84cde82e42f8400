import { createHash } from 'node:crypto';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { type BagFile, bagDeclaration, bagInfo, hashList } from '../../../shared/domain/pack-bag.ts';
import { AppError } from '../../../shared/errors.ts';
import { readChunks } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { copyOut } from '../evidence/copy-out.ts';
import type { PackPlan } from './preview.ts';
import { writeEncryptedZip, type ZipPart } from './zip.ts';

export const packJob = 'packs:exportPack';
const indexName = '000 Index.pdf';

/** Files of these kinds are packed by themselves; doing it again takes long and saves nothing. */
const loose: ReadonlySet<EvidenceType> = new Set(['txt', 'csv', 'html', 'eml', 'rtf', 'msg', 'tiff']);

export type PackParts = {
  readonly plan: PackPlan;
  readonly index: Uint8Array;
  readonly passphrase: string;
  readonly name: string;
  readonly info: Parameters<typeof bagInfo>[0];
};

export type PackWritten = {
  readonly folderName: string;
  readonly bytes: number;
  readonly manifestSha256: string;
};

/**
 * Writes the pack as a bag in a new folder, and as an encrypted zip beside it, a piece at a time, and has it logged.
 * Whatever goes wrong, neither is left: no pack goes out that is not in the log. Fails with `disk/full`, `disk/cannot-write`, or `evidence/cancelled` when the user stops it.
 */
export async function writePack(
  ctx: Context,
  into: string,
  parts: PackParts,
  log: (written: PackWritten) => void,
): Promise<PackWritten> {
  const folder = await newFolder(into, parts.name);
  const zip = `${folder}.zip`;
  try {
    const written = await fill(ctx, folder, zip, parts);
    log(written);
    return written;
  } catch (error) {
    await Promise.all([folder, zip].map((path) => rm(path, { recursive: true, force: true })));
    throw diskError(error) ?? error;
  } finally {
    ctx.outside.progressEnd(packJob);
  }
}

async function fill(
  ctx: Context,
  folder: string,
  zip: string,
  { plan, index, passphrase, info }: PackParts,
): Promise<PackWritten> {
  const { documents } = plan;
  const total = documents.reduce((sum, { bytes }) => sum + bytes * 2, 0);
  let done = 0;
  const advance = (label: string) => (count: number) => {
    done += count;
    ctx.outside.progress(packJob, Math.min(done, total), total, label);
  };
  const copied = advance('Writing the pack');
  copied(0);
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', indexName), index);
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
  const tagFiles = Object.entries(tags).map(([name, text]) => fileOf(name, Buffer.from(text)));
  const all = { ...tags, 'tagmanifest-sha256.txt': hashList(tagFiles) };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);

  const root = basename(folder);
  const small = (path: string, bytes: Uint8Array): ZipPart => ({
    path: `${root}/${path}`,
    size: bytes.length,
    isPacked: false,
    bytes: () => [bytes],
  });
  await writeEncryptedZip(
    zip,
    [
      ...Object.entries(all).map(([name, text]) => small(name, Buffer.from(text))),
      small(`data/${indexName}`, index),
      ...documents.map(
        ({ neutralName, item }): ZipPart => ({
          path: `${root}/data/${neutralName}`,
          size: item.size,
          isPacked: !loose.has(item.type),
          bytes: () => readChunks(ctx.db, item.sha256),
        }),
      ),
    ],
    {
      innerName: `${root}.zip`,
      passphrase,
      date: new Date(ctx.clock()),
      onBytes: (count) => advance('Encrypting the zip')(count),
    },
  );
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  return { folderName: root, bytes, manifestSha256: sha256(Buffer.from(manifest)) };
}

/** Makes a folder that was not there before, with a number after its name where that is taken. */
async function newFolder(into: string, name: string): Promise<string> {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const path = join(into, attempt === 1 ? name : `${name} (${attempt})`);
    const isZipThere = await access(`${path}.zip`).then(
      () => true,
      () => false,
    );
    if (isZipThere) continue;
    try {
      await mkdir(path);
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskError(error) ?? error;
    }
  }
  throw new AppError('pack/not-empty');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (path: string, bytes: Uint8Array): BagFile => ({
  path,
  sha256: sha256(bytes),
  size: bytes.length,
});
