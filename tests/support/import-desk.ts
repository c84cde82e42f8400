import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsx from 'write-excel-file/node';
import type { Context } from '../../main/services/context.ts';
import { confirmImport, readImport } from '../../main/services/import/imports.ts';
import { invariant } from '../../shared/assert.ts';
import type { ImportPreview, ImportResult, ImportRow, ImportTarget } from '../../shared/ipc/imports.ts';
import { type TempEngagement, tempEngagement } from './temp-engagement.ts';

type CellValue = string | number | boolean | Date | null;

/** An engagement whose user chooses the file that the test has just written. */
export type ImportDesk = TempEngagement & {
  /** Writes a file and reads it as the wizard does. */
  readonly read: (target: ImportTarget, name: string, content: string | Uint8Array) => Promise<ImportPreview>;
};

/** A new engagement with somewhere to put spreadsheets. */
export async function importDesk(frameworkId?: string): Promise<ImportDesk> {
  let chosen = '';
  const engagement = await tempEngagement({
    ...(frameworkId === undefined ? {} : { frameworkId }),
    outside: { chooseFiles: async () => [chosen] },
  });
  return {
    ...engagement,
    read: async (target, name, content) => {
      chosen = join(engagement.folder, name);
      await writeFile(chosen, content);
      const preview = await readImport(engagement.ctx, { target });
      invariant(preview, 'a file was chosen');
      return preview;
    },
  };
}

/** A workbook of one sheet. */
export async function workbook(rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  const data = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value };
    }),
  );
  return writeXlsx([{ sheet: 'Sheet1', data }]).toBuffer();
}

/** Lines of values parted by commas. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

/** Confirms what starts chosen, and merges what is asked for. */
export function confirmChosen(
  ctx: Context,
  preview: ImportPreview,
  merge: readonly number[] = [],
): ImportResult {
  const rows = preview.rows.filter((row) => row.startsChosen).map((row) => row.rowNumber);
  return confirmImport(ctx, { token: preview.token, rows, merge: [...merge] });
}

/** The row of this number. */
export function rowAt(preview: ImportPreview, rowNumber: number): ImportRow {
  const row = preview.rows.find((one) => one.rowNumber === rowNumber);
  invariant(row, `the preview has a row ${rowNumber}`);
  return row;
}
