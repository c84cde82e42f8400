import { isNamedRightly, typeFacts } from '../../../shared/domain/file-type.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import { getRow } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { copyOut } from './copy-out.ts';
import { titleMasker } from './known-children.ts';

/** Writes a copy of the document's bytes where the user says, under a name that names no child unless the user makes it so. */
export async function saveOriginal(
  ctx: Context,
  { id }: ParsedInputOf<Contract['evidence:saveOriginal']>,
): Promise<{ readonly saved: boolean }> {
  const item = getRow(ctx.db, evidenceItems, id);
  const { label, extension } = typeFacts[item.type];
  const masked = titleMasker(ctx.db)(item.fileName);
  const isFit = isNamedRightly(masked, item.type) && /\.[A-Za-z0-9]{1,5}$/.test(masked);
  const name = isFit ? masked : `${masked.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${extension}`;
  const path = await ctx.outside.chooseSavePath('Save the original', name, [
    { name: label, extensions: [extension] },
  ]);
  if (!path) return { saved: false };
  await copyOut(ctx.db, item.sha256, path, { overwrite: true });
  return { saved: true };
}
