import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { auditKindLabels } from '../../../shared/domain/audit.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { readChronologySheet } from '../../../shared/domain/chronology-paste.ts';
import type { ChildId, RowId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { ChronologyFile, childrenChannels } from '../../../shared/ipc/children.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { auditFindings, children, chronologyEntries } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';

type Input<Name extends keyof typeof childrenChannels> = ParsedInputOf<(typeof childrenChannels)[Name]>;

const labelOf = (db: ReadableDb, childId: ChildId): string => childLabel(getRow(db, children, childId));

/** Adds or changes one entry of a child's chronology. */
export function saveChronologyEntry(
  ctx: Context,
  { id, ...fields }: Input<'children:saveChronologyEntry'>,
): null {
  const summary = `${id ? 'Changed' : 'Added'} an entry in the chronology of ${labelOf(ctx.db, fields.childId)}`;
  write(ctx, { action: 'saveChronologyEntry', summary }, (tx) =>
    id
      ? updateRow(tx, chronologyEntries, id, fields)
      : insertRow(tx, chronologyEntries, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes one entry of a child's chronology. */
export function removeChronologyEntry(ctx: Context, { id }: Input<'children:removeChronologyEntry'>): null {
  const { childId } = getRow(ctx.db, chronologyEntries, id);
  const summary = `Removed an entry from the chronology of ${labelOf(ctx.db, childId)}`;
  write(ctx, { action: 'removeChronologyEntry', summary }, (tx) => deleteRow(tx, chronologyEntries, id));
  return null;
}

/** Adds entries of one or more agencies as one step; what is there already, word for word on the same day, is left out. */
export function addChronology(
  ctx: Context,
  { childId, entries }: Input<'children:addChronology'>,
): { readonly added: number; readonly left: number } {
  const keyOf = ({ date, what, source }: { date: string; what: string; source: string }) =>
    [date, what, source].join('\n').toLowerCase();
  const known = new Set(listRows(ctx.db, chronologyEntries, { childId }).map(keyOf));
  const fresh = entries.filter((entry) => !known.has(keyOf(entry)) && known.add(keyOf(entry)));
  const count = fresh.length === 1 ? '1 entry' : `${fresh.length} entries`;
  const summary = `Added ${count} to the chronology of ${labelOf(ctx.db, childId)}`;
  write(ctx, { action: 'addChronology', summary }, (tx) => {
    for (const entry of fresh)
      insertRow(tx, chronologyEntries, { ...entry, childId, id: ctx.newId() as RowId });
  });
  return { added: fresh.length, left: entries.length - fresh.length };
}

const filters = [{ name: 'Spreadsheets', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] }];

/**
 * Reads dated events out of the spreadsheet that was dropped or that the user chooses; null when they close the dialog.
 * Writes nothing. Fails with `import/empty` where no sheet has headings for a date and an event.
 */
export async function readChronologyFile(
  ctx: Context,
  { token }: Input<'children:readChronologyFile'>,
): Promise<ChronologyFile | null> {
  const path =
    token === undefined
      ? (await ctx.outside.chooseFiles('Choose a chronology', filters))[0]
      : ctx.outside.droppedPath(token);
  if (path === null) throw new AppError('disk/cannot-read');
  if (path === undefined) return null;
  const fileName = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new AppError('disk/cannot-read');
  });
  // Loaded here because nothing else on a child's page reads workbooks.
  const { readTable } = await import('../import/read-table.ts');
  const { sheets } = await readTable(bytes, fileName);
  const read = sheets.flatMap((sheet) => readChronologySheet(sheet, '') ?? []);
  if (read.length === 0) throw new AppError('import/empty');
  return {
    fileName,
    entries: read.flatMap(({ entries }) => entries),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Adds or changes what the agencies together found about a child's case. */
export function saveAuditFinding(ctx: Context, { id, ...fields }: Input<'children:saveAuditFinding'>): null {
  const kind = auditKindLabels[fields.kind].toLowerCase();
  const article = fields.kind === 'action' ? 'an' : 'a';
  const summary = `${id ? 'Changed' : 'Added'} ${article} ${kind} in the audit of ${labelOf(ctx.db, fields.childId)}`;
  write(ctx, { action: 'saveAuditFinding', summary }, (tx) =>
    id
      ? updateRow(tx, auditFindings, id, fields)
      : insertRow(tx, auditFindings, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes one finding of a child's audit. */
export function removeAuditFinding(ctx: Context, { id }: Input<'children:removeAuditFinding'>): null {
  const { childId } = getRow(ctx.db, auditFindings, id);
  const summary = `Removed a finding from the audit of ${labelOf(ctx.db, childId)}`;
  write(ctx, { action: 'removeAuditFinding', summary }, (tx) => deleteRow(tx, auditFindings, id));
  return null;
}
