import { writeFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { makeTemplate } from './make-template.ts';
import { templateFilter } from './template-filter.ts';

/**
 * Saves the template for the next engagement where the user says; false when they close the dialog. Fails with
 * `disk/full` or `disk/cannot-write`.
 */
export async function saveTemplate(ctx: Context): Promise<{ readonly saved: boolean }> {
  const text = JSON.stringify(makeTemplate(ctx.db), null, 2);
  const path = await ctx.outside.chooseSavePath(
    'Save the template',
    'next-time.lanotemplate',
    templateFilter,
  );
  if (!path) return { saved: false };
  await writeFile(path, text).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}
