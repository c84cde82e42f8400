import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pendingNotes } from '../../../shared/domain/availability/pending.ts';
import { counted } from '../../../shared/domain/counted.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import {
  headerSignature,
  missingFields,
  refusedColumns,
  rememberMapping,
} from '../../../shared/domain/import/mapping.ts';
import { readPastedPeople as readPeopleIn } from '../../../shared/domain/import/people-paste.ts';
import { type Row, tableLimits } from '../../../shared/domain/import/table.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type {
  ImportPreview,
  ImportResult,
  ImportTarget,
  importsChannels,
} from '../../../shared/ipc/imports.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { importMappings, people } from '../../db/tables.ts';
import { insertRow, updateRow } from '../../db/write.ts';
import { readAvailability } from '../availability.ts';
import { type Context, write } from '../context.ts';
import { readTimetable } from '../timetable.ts';
import { actionsKind } from './actions-kind.ts';
import { childrenKind } from './children-kind.ts';
import { chooseColumns, chooseSheet, columnNames, columnsFor } from './columns.ts';
import { previewGrid, readKeptGrid, settleGrid as settle } from './grid-import.ts';
import { type Importer, importerOf } from './importer.ts';
import { type KeptImport, keepImport, keptImport, letGoOf, type Remark } from './kept-imports.ts';
import { meetingsKind } from './meetings-kind.ts';
import { peopleKind } from './people-kind.ts';
import { placesKind } from './places-kind.ts';
import { readTable } from './read-table.ts';

type Input<Name extends keyof typeof importsChannels> = ParsedInputOf<(typeof importsChannels)[Name]>;

const importers: Readonly<Record<ImportTarget, Importer>> = {
  people: importerOf(peopleKind),
  places: importerOf(placesKind),
  meetings: importerOf(meetingsKind),
  children: importerOf(childrenKind),
  actions: importerOf(actionsKind),
};

const filters = [{ name: 'Spreadsheets', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] }];

/**
 * Reads the spreadsheet that was dropped or that the user chooses, and guesses what its columns mean; null when they
 * close the dialog. Writes nothing. Fails as `readTable` does, and with `disk/cannot-read`.
 */
export async function readImport(
  ctx: Context,
  { target, token }: Input<'imports:readImport'>,
): Promise<ImportPreview | null> {
  const path =
    token === undefined
      ? (await ctx.outside.chooseFiles('Choose a spreadsheet', filters))[0]
      : ctx.outside.droppedPath(token);
  if (path === null) throw new AppError('disk/cannot-read');
  if (path === undefined) return null;
  const fileName = basename(path);
  const table = await readTable(await readBytes(path), fileName);
  const chosen = chooseSheet(ctx.db, table, importers[target].target);
  if (!chosen) throw new AppError('import/empty');
  const grid = target === 'meetings' ? readKeptGrid(ctx, table) : null;
  const kept = {
    token: ctx.newId(),
    target,
    fileName,
    isPasted: false,
    table,
    ...chosen,
    ...(grid ? { grid } : {}),
    remarks: new Map(),
  };
  return previewOf(ctx, keepImport(ctx.db, kept));
}

/** Reads a kept file again: another sheet with a fresh guess, or the same sheet with the user's own mapping. */
export function remapImport(
  ctx: Context,
  { token, sheet: name, mapping }: Input<'imports:remapImport'>,
): ImportPreview {
  const kept = keptImport(ctx.db, token);
  const { target } = importers[kept.target];
  // To choose a sheet of a grid is to say that it is a list after all.
  const { grid: _, ...list } = kept;
  const sheet = kept.table.sheets.find((one) => one.name === name);
  if (!sheet) throw new AppError('record/not-found');
  const chosen =
    sheet === kept.sheet && !kept.grid
      ? { columns: columnsFor(kept.header, mapping, target), wasRemembered: false }
      : chooseColumns(ctx.db, sheet, target);
  return previewOf(ctx, keepImport(ctx.db, { ...list, ...chosen }));
}

/** Takes what the user says part of a grid means, and shows it again. Fails with `record/not-found` for what is gone. */
export function settleGrid(ctx: Context, { token, ...said }: Input<'imports:settleGrid'>): ImportPreview {
  const kept = keptImport(ctx.db, token);
  if (!kept.grid) throw new AppError('record/not-found');
  return previewOf(ctx, keepImport(ctx.db, { ...kept, grid: settle(ctx.db, kept.grid, said) }));
}

/** Reads people out of text pasted from an e-mail. Writes nothing; no piece of the text is lost from the preview. */
export function readPastedPeople(ctx: Context, { text }: Input<'imports:readPastedPeople'>): ImportPreview {
  const { people, unread } = readPeopleIn(text);
  const pieces = [
    ...people.map((person) => ({ ...person, remark: remarkOf(person) })),
    ...unread.map((piece) => ({ at: piece.at, remark: { text: piece.text, isNobody: true, isSure: false } })),
  ].sort((a, b) => a.at - b.at);
  if (pieces.length === 0) throw new AppError('import/empty');
  const headings = ['Name', 'Role', 'Organisation', 'E-mail', 'Phone', 'Notes', 'Text'];
  const rows = pieces.map(
    (piece): Row =>
      'name' in piece
        ? [piece.name, piece.role, piece.organisation, piece.email, piece.phone, piece.remainder || null]
        : [null, null, null, null, null, null, piece.remark.text],
  );
  const sheet = { name: 'Pasted text', rows };
  const header = { rowIndex: 0, rowCount: 1, headings, firstDataRow: 0, width: headings.length } as const;
  const columns = { name: 0, role: 1, organisation: 2, email: 3, phone: 4, notes: 5 };
  const kept: KeptImport = {
    ...{ token: ctx.newId(), target: 'people', fileName: 'a pasted text', isPasted: true },
    ...{ table: { sheets: [sheet] }, sheet, header, columns, wasRemembered: false },
    remarks: new Map(pieces.map(({ remark }, at) => [at + 1, remark])),
  };
  return previewOf(ctx, keepImport(ctx.db, kept));
}

const remarkOf = ({ remainder, confidence }: { remainder: string; confidence: number }): Remark => ({
  text: remainder,
  isNobody: false,
  isSure: confidence >= 0.5,
});

/**
 * Writes the chosen rows as one step that Undo takes back whole, and remembers what the columns meant. Clashes are not
 * refused. Fails with `import/nothing-chosen` without a row, and with `record/not-found` for an import that is gone.
 */
export function confirmImport(ctx: Context, input: Input<'imports:confirmImport'>): ImportResult {
  const kept = keptImport(ctx.db, input.token);
  const importer = importers[kept.target];
  const { counts, put } = importer.plan(ctx.db, kept, {
    rows: input.rows,
    merge: new Set(input.merge),
    clearsDays: input.clearsDays,
  });
  if (counts.added + counts.merged === 0) throw new AppError('import/nothing-chosen');
  const summary = summaryOf(kept, importer, counts);
  const notes = write(ctx, { action: 'confirmImport', summary }, (tx) => {
    if (!kept.isPasted && !kept.grid) remember(ctx, tx, kept);
    return put(ctx, tx);
  });
  letGoOf(ctx.db, input.token);
  return {
    ...counts,
    notes: [
      ...notes,
      ...(kept.target === 'meetings' ? clashNotes(ctx) : []),
      ...(kept.target === 'people' ? availabilityNotes(ctx) : []),
    ],
  };
}

/** Forgets a file that the user decided not to import. */
export function dropImport(ctx: Context, { token }: Input<'imports:dropImport'>): null {
  letGoOf(ctx.db, token);
  return null;
}

function summaryOf(
  kept: KeptImport,
  { noun, isAboutChildren }: Importer,
  { added, merged }: { readonly added: number; readonly merged: number },
): string {
  const what =
    added === 0
      ? `Merged ${counted(merged, noun.one, noun.many)}`
      : `Imported ${counted(added, noun.one, noun.many)}${merged > 0 ? ` and merged ${merged}` : ''}`;
  return isAboutChildren ? what : `${what} from ${kept.fileName}`;
}

function remember(ctx: Context, tx: WritableDb, { target, header, columns }: KeptImport): void {
  if (header.headings.every((heading) => heading === '')) return;
  const signature = headerSignature(header.headings);
  const mapping = { ...rememberMapping(header.headings, columns) };
  const known = listRows(tx, importMappings, { target, signature })[0];
  if (known) updateRow(tx, importMappings, known.id, { mapping });
  else insertRow(tx, importMappings, { id: ctx.newId() as RowId, target, signature, mapping });
}

function clashNotes(ctx: Context): readonly string[] {
  const hard = readTimetable(ctx).clashes.filter(({ severity }) => severity === 'hard').length;
  if (hard === 0) return [];
  return [`The timetable now has ${hard} ${hard === 1 ? 'clash' : 'clashes'} to settle.`];
}

function availabilityNotes(ctx: Context): readonly string[] {
  const { checked, firstDay } = readAvailability(ctx);
  const { length } = pendingNotes(listRows(ctx.db, people), checked, firstDay);
  if (length === 0) return [];
  return [
    length === 1
      ? '1 person has an availability note to check.'
      : `${length} people have availability notes to check.`,
  ];
}

function previewOf(ctx: Context, kept: KeptImport): ImportPreview {
  const importer = importers[kept.target];
  const { target } = importer;
  const names = columnNames(kept.header);
  const mapping = Object.entries(kept.columns).flatMap(([field, column]) => {
    const name = column === null ? undefined : names[column];
    return name === undefined ? [] : [[field, name] as const];
  });
  return {
    token: kept.token,
    fileName: kept.fileName,
    target: kept.target,
    isPasted: kept.isPasted,
    sheets: kept.table.sheets.map(({ name }) => name),
    sheet: kept.sheet.name,
    headings: names,
    fields: target.fields.map(({ field, label }) => ({
      field,
      label,
      isRequired: target.needsOneOf.includes(field),
    })),
    mapping: Object.fromEntries(mapping),
    wasRemembered: kept.wasRemembered,
    missing: kept.grid ? [] : missingFields(target, kept.columns),
    refusedColumns: refusedColumns(kept.header.headings, target, kept.columns).map(
      ({ column, heading, reason }) => ({ heading: names[column] ?? heading, reason }),
    ),
    ...importer.preview(ctx.db, kept),
    grid: kept.grid ? previewGrid(ctx.db, kept.grid) : null,
  };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > tableLimits.unpackedBytes) throw new AppError('import/too-large', 'It is more than 200 MB.');
    return await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('disk/cannot-read');
  }
}
