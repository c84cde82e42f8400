import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PackChoices, PackedFile } from '../../../shared/domain/pack.ts';
import { type BagFile, bagDeclaration, bagInfo, hashList } from '../../../shared/domain/pack-bag.ts';
import { unfinishedName } from '../../../shared/domain/pack-names.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { isThere, moveIntoPlace } from '../move-into-place.ts';
import { type PackFile, type PackWriter, startPackWriter } from './pack-writer.ts';
import type { PlannedDocument } from './plan-rows.ts';
import { combinedName, combineFiles, numberPaper, type Written, writeDocuments } from './write-documents.ts';

export const packJob = 'packs:exportPack';
export const coverName = 'Cover sheet.pdf';

export type PackParts = {
  readonly documents: readonly PlannedDocument[];
  readonly choices: Pick<PackChoices, 'isNumbered' | 'isCombined' | 'saveAs'>;
  readonly marking: string;
  /** Stands beside each page number. */
  readonly label: string;
  /** What the pack is about, printed: it comes before the documents, and its pages are numbered first. */
  readonly paper: { readonly name: string; readonly bytes: Uint8Array } | null;
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
  /** Of the folder, and without its ending of the zip. */
  readonly name: string;
  readonly bytes: number;
  readonly manifestSha256: string;
  readonly contents: readonly PackedFile[];
};

/**
 * Writes the pack as a bag in a new folder, as an encrypted zip, or both at once, a piece at a time. Each is called
 * unfinished until it is whole, so that nothing cut short can be taken for a pack. Whatever goes wrong, neither is left.
 * Fails with `disk/full`, `disk/cannot-write`, `vault/locked`, or `evidence/cancelled` when the user stops it.
 */
export async function writePack(ctx: Context, into: string, parts: PackParts): Promise<PackWritten> {
  const { saveAs } = parts.choices;
  const { folder, unfinished } = await newFolder(into, parts.name);
  const ours = [unfinished, zipOf(unfinished)];
  try {
    const filled = await fill(ctx, unfinished, basename(folder), parts);
    for (const [from, to, isWanted] of [
      [unfinished, folder, saveAs !== 'zip'],
      [zipOf(unfinished), zipOf(folder), saveAs !== 'folder'],
    ] as const) {
      if (!isWanted) continue;
      await moveIntoPlace(from, to);
      ours.push(to);
    }
    if (saveAs === 'zip') await rm(unfinished, { recursive: true, force: true, maxRetries: 5 });
    if (!ctx.db.open) throw new AppError('vault/locked');
    const written = { name: basename(folder), ...filled };
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
  unfinished: string,
  name: string,
  parts: PackParts,
): Promise<Omit<PackWritten, 'name'>> {
  const { choices, passphrase } = parts;
  const zip = { path: zipOf(unfinished), passphrase, name, madeAt: ctx.clock() };
  const writer = startPackWriter(ctx.db, {
    folder: choices.saveAs === 'zip' ? null : unfinished,
    zip: choices.saveAs === 'folder' ? null : zip,
  });
  try {
    const payload = await writePayload(ctx, writer, unfinished, parts);
    const manifestSha256 = await writeTags(writer, payload, parts);
    await writer.finish();
    const bytes = payload.reduce((sum, { size }) => sum + size, 0);
    return { bytes, manifestSha256, contents: payload.flatMap(contentsOf) };
  } finally {
    await writer.end();
  }
}

/** A file of the bag, and the documents of the engagement that are in it. */
type Payload = BagFile & { readonly originals: readonly string[] };

const contentsOf = ({ path, sha256, originals }: Payload): readonly PackedFile[] =>
  (originals.length === 0 ? [null] : originals).map((original) => ({ path, sha256, original }));

async function writePayload(
  ctx: Context,
  writer: PackWriter,
  unfinished: string,
  { documents, choices, marking, label, paper, index, info }: PackParts,
): Promise<readonly Payload[]> {
  const put = async (name: string, file: PackFile, originals: readonly string[]): Promise<Payload> => {
    const path = `data/${name}`;
    return { path, ...(await writer.put(path, file)), originals };
  };
  const aside = choices.isCombined ? join(unfinished, 'parts') : null;
  if (aside !== null) await mkdir(aside);
  const stamp = choices.isNumbered ? { marking, label } : null;
  const first = paper && (await numberPaper(paper.bytes, stamp));
  const written = await writeDocuments(ctx, writer, documents, {
    ...{ stamp, first: (first?.pages ?? 0) + 1, aside, onBytes: progressOf(ctx, documents) },
  });
  const payload: Payload[] = [];
  for (const [file, bytes] of await index(written)) payload.push(await put(file, { bytes }, []));
  if (paper && first) payload.push(await put(paper.name, { bytes: first.bytes }, []));
  const combined =
    aside === null ? null : await combineFiles(aside, written, { title: info.description, marking });
  if (combined) {
    const originals = [...combined.held].map(({ document }) => document.item.sha256);
    payload.push(await put(combinedName, { file: combined.path }, originals));
  }
  for (const one of written) {
    if (combined?.held.has(one)) continue;
    const { item, neutralName } = one.document;
    const isAside = aside !== null && item.type === 'pdf';
    payload.push(
      isAside
        ? await put(neutralName, { file: join(aside, neutralName) }, [item.sha256])
        : { path: `data/${neutralName}`, sha256: one.sha256, size: one.size, originals: [item.sha256] },
    );
  }
  if (aside !== null) await rm(aside, { recursive: true, maxRetries: 5 });
  return payload;
}

function progressOf(ctx: Context, documents: readonly PlannedDocument[]): (count: number) => void {
  const total = documents.reduce((sum, { item }) => sum + item.size, 0);
  let done = 0;
  const advance = (count: number): void => {
    if (!ctx.db.open) throw new AppError('vault/locked');
    done += count;
    ctx.outside.progress(packJob, Math.min(done, total), total, 'Writing the pack');
  };
  advance(0);
  return advance;
}

/** Writes what makes the folder a bag, and the cover; gives the hash of its list of hashes. */
async function writeTags(
  writer: PackWriter,
  payload: readonly BagFile[],
  { info, cover }: PackParts,
): Promise<string> {
  const manifest = Buffer.from(hashList(payload));
  const manifestSha256 = createHash('sha256').update(manifest).digest('hex');
  const tags = {
    'bagit.txt': Buffer.from(bagDeclaration),
    'bag-info.txt': Buffer.from(bagInfo(info, payload)),
    'manifest-sha256.txt': manifest,
    [coverName]: await cover(manifestSha256),
  };
  const files: BagFile[] = [];
  for (const [path, bytes] of Object.entries(tags))
    files.push({ path, ...(await writer.put(path, { bytes })) });
  await writer.put('tagmanifest-sha256.txt', { bytes: Buffer.from(hashList(files)) });
  return manifestSha256;
}

/** Finds a name that is free for folder and zip, with a number after it where it is taken, and holds it. */
async function newFolder(
  into: string,
  name: string,
): Promise<{ readonly folder: string; readonly unfinished: string }> {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const folder = join(into, attempt === 1 ? name : `${name} (${attempt})`);
    const unfinished = unfinishedName(folder);
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
