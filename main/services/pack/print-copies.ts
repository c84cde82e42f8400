import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { printDocument } from '../evidence/print-document.ts';
import { packJob } from './write.ts';

/**
 * Makes the printed forms that a pack still lacks. Each is kept beside its document, so that it is checked as every
 * document is, and goes again the next time. Fails with `evidence/cancelled`, `vault/locked` or `pack/cannot-print`.
 */
export async function printCopies(ctx: Context, originals: readonly EvidenceItem[]): Promise<void> {
  const mask = titleMasker(ctx.db);
  try {
    for (const [at, item] of originals.entries()) {
      const label = `Making PDF copy ${at + 1} of ${originals.length}`;
      ctx.outside.progress(packJob, at, originals.length, label);
      const title = mask(item.title);
      const about = { action: 'printDocument', summary: `Printed “${title}” to PDF` };
      await printDocument(ctx, item, about, () => {}).catch((error: unknown) => {
        throw error instanceof AppError && isOfTheDocument.has(error.code)
          ? new AppError(
              'pack/cannot-print',
              `“${title}”: leave it out, or name a PDF of it as its printed form.`,
            )
          : error;
      });
    }
  } finally {
    ctx.outside.progressEnd(packJob);
  }
}

const isOfTheDocument: ReadonlySet<string> = new Set([
  'redaction/no-pages',
  'pack/cannot-print',
  'evidence/unreadable',
]);
