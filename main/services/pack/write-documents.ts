import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { readContent } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import { copyOut } from '../evidence/copy-out.ts';
import { startComposer } from './compose-worker.ts';
import type { PackWriter } from './pack-writer.ts';
import type { PlannedDocument } from './plan-rows.ts';

/** A larger PDF goes out without numbers, since it would have to be in memory several times. */
const mostNumbered = 40_000_000;
export const combinedName = '000 Combined.pdf';

/** A document as it stands in the pack. */
export type Written = {
  readonly document: PlannedDocument;
  readonly sha256: string;
  readonly size: number;
  /** Its first and last page of the whole set; null where its pages carry no numbers. */
  readonly pages: { readonly first: number; readonly last: number } | null;
};

/** What stands at the foot of each numbered page, beside its number. */
type Stamp = { readonly marking: string; readonly label: string };

type How = {
  /** Null where pages carry no running numbers. */
  readonly stamp: Stamp | null;
  /** The number of the first page. */
  readonly first: number;
  /** Where PDFs wait to be put into one; null where they stay on their own. */
  readonly aside: string | null;
  readonly onBytes: (count: number) => void;
};

/** Writes each document under its neutral name: as it is, or, where pages are numbered, a copy of a PDF with its numbers. */
export async function writeDocuments(
  ctx: Context,
  writer: PackWriter,
  documents: readonly PlannedDocument[],
  { stamp, first, aside, onBytes }: How,
): Promise<readonly Written[]> {
  const composer = stamp && startComposer();
  const written: Written[] = [];
  let next = first;
  try {
    for (const document of documents) {
      const { item, neutralName } = document;
      const isPdf = item.type === 'pdf';
      const numbered =
        composer && isPdf && item.size <= mostNumbered
          ? await composer.number({ bytes: wholeContent(ctx, item.sha256), first: next, ...stamp })
          : null;
      const kept = { sha256: item.sha256, size: item.size };
      const changed = numbered && { sha256: hashOf(numbered.bytes), size: numbered.bytes.length };
      const pages = numbered && { first: next, last: next + numbered.pages - 1 };
      written.push({ document, pages, ...(changed ?? kept) });
      next += numbered?.pages ?? 0;
      if (aside !== null && isPdf) {
        const path = join(aside, neutralName);
        if (numbered) await writeFile(path, numbered.bytes, { flag: 'wx' });
        else await copyOut(ctx.db, item.sha256, path);
      } else if (numbered) {
        await writer.put(`data/${neutralName}`, { bytes: numbered.bytes });
      } else {
        await writer.put(`data/${neutralName}`, { document: item.sha256, size: item.size }, onBytes);
        continue;
      }
      onBytes(item.size);
    }
    return written;
  } finally {
    await composer?.end();
  }
}

/** The paper that a pack is about with its pages numbered, and how many there are; as it is, without a stamp. */
export async function numberPaper(
  bytes: Uint8Array,
  stamp: Stamp | null,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  if (!stamp) return { bytes, pages: 0 };
  const composer = startComposer();
  try {
    return (await composer.number({ bytes, first: 1, ...stamp })) ?? { bytes, pages: 0 };
  } finally {
    await composer.end();
  }
}

function wholeContent({ db }: Context, sha256: string): Uint8Array {
  if (!db.open) throw new AppError('vault/locked');
  const bytes = readContent(db, sha256);
  if (hashOf(bytes) !== sha256) throw new AppError('vault/damaged');
  return bytes;
}

/** The PDFs put into one, where it is, and which of them it holds. */
export type Combined = { readonly path: string; readonly held: ReadonlySet<Written> };

/** Puts the PDFs into one; what cannot be opened is not held by it. Null where there is no PDF. */
export async function combineFiles(
  aside: string,
  written: readonly Written[],
  { title, marking }: { readonly title: string; readonly marking: string },
): Promise<Combined | null> {
  const pdfs = written.filter(({ document }) => document.item.type === 'pdf');
  if (pdfs.length === 0) return null;
  const pathOf = ({ document }: Written) => join(aside, document.neutralName);
  const composer = startComposer();
  try {
    const parts = pdfs.map((one) => ({
      title: `${one.document.number} ${one.document.neutralTitle}`,
      path: pathOf(one),
    }));
    const path = join(aside, combinedName);
    const refused = new Set(await composer.combine({ parts, to: path, title, marking }));
    return { path, held: new Set(pdfs.filter((one) => !refused.has(pathOf(one)))) };
  } finally {
    await composer.end();
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
