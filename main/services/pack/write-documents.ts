import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { readContent } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import { copyOut } from '../evidence/copy-out.ts';
import { startComposer } from './compose-worker.ts';
import type { PlannedDocument } from './preview.ts';

/** Of the PDFs and the index together; a larger one needs more memory than a laptop has to spare. */
const mostCombined = 150_000_000;
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

type How = {
  readonly isNumbered: boolean;
  readonly marking: string;
  readonly label: string;
  readonly onBytes: (count: number) => void;
};

/** Writes each document under its neutral name: as it is, or, where pages are numbered, a copy of a PDF with its numbers. */
export async function writeDocuments(
  ctx: Context,
  folder: string,
  documents: readonly PlannedDocument[],
  { isNumbered, marking, label, onBytes }: How,
): Promise<readonly Written[]> {
  const composer = isNumbered ? startComposer() : null;
  const written: Written[] = [];
  let next = 1;
  try {
    for (const document of documents) {
      const { item, neutralName } = document;
      const path = join(folder, neutralName);
      const numbered =
        composer && item.type === 'pdf' && item.size <= mostNumbered
          ? await composer.number({ bytes: wholeContent(ctx, item.sha256), first: next, marking, label })
          : null;
      if (!numbered) {
        await copyOut(ctx.db, item.sha256, path, { onBytes });
        written.push({ document, sha256: item.sha256, size: item.size, pages: null });
        continue;
      }
      await writeFile(path, numbered.bytes, { flag: 'wx', flush: true });
      onBytes(item.size);
      const pages = { first: next, last: next + numbered.pages - 1 };
      written.push({ document, sha256: hashOf(numbered.bytes), size: numbered.bytes.length, pages });
      next += numbered.pages;
    }
    return written;
  } finally {
    await composer?.end();
  }
}

function wholeContent({ db }: Context, sha256: string): Uint8Array {
  if (!db.open) throw new AppError('vault/locked');
  const bytes = readContent(db, sha256);
  if (hashOf(bytes) !== sha256) throw new AppError('vault/damaged');
  return bytes;
}

/**
 * Puts the PDFs into one, which takes their place; what cannot be opened stays a file of its own. Fails with
 * `pack/too-large-to-combine`. Null where there is no PDF.
 */
export async function combineFiles(
  folder: string,
  written: readonly Written[],
  { title, marking }: { readonly title: string; readonly marking: string },
): Promise<{
  readonly file: { readonly sha256: string; readonly size: number };
  readonly held: ReadonlySet<Written>;
} | null> {
  const pdfs = written.filter(({ document }) => document.item.type === 'pdf');
  if (pdfs.length === 0) return null;
  if (pdfs.reduce((sum, { size }) => sum + size, 0) > mostCombined)
    throw new AppError('pack/too-large-to-combine');
  const pathOf = ({ document }: Written) => join(folder, document.neutralName);
  const composer = startComposer();
  try {
    const parts = pdfs.map((one) => ({
      title: `${one.document.number} ${one.document.neutralTitle}`,
      path: pathOf(one),
    }));
    const to = join(folder, combinedName);
    const refused = new Set(await composer.combine({ parts, to, title, marking }));
    const held = new Set(pdfs.filter((one) => !refused.has(pathOf(one))));
    for (const one of held) await rm(pathOf(one));
    const bytes = await readFile(to);
    return { file: { sha256: hashOf(bytes), size: bytes.length }, held };
  } finally {
    await composer.end();
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
