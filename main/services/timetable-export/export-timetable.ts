import { writeFile } from 'node:fs/promises';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { ExportSheet, timetableChannels } from '../../../shared/ipc/timetable.ts';
import type { Context, Outside } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { renderCsv } from './csv.ts';
import { renderDocx } from './docx.ts';
import { renderIcs } from './ics.ts';
import { type Paper, renderPdf } from './pdf.ts';
import { personSheets, roomSheets, type SheetOfOne } from './sheets.ts';
import { renderSheets, type SheetKind } from './sheets-pdf.ts';
import { exportView, type TimetableExport } from './view.ts';
import { renderXlsx } from './xlsx.ts';

type Input = ParsedInputOf<(typeof timetableChannels)['timetable:exportTimetable']>;
export type TimetableFormat = Input['format'];

const labels: Readonly<Record<TimetableFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  docx: 'Word document',
  ics: 'Calendar',
  csv: 'Comma-separated values',
};

const fileNames: Readonly<Record<ExportSheet, string>> = {
  timetable: 'timetable',
  people: 'person-sheets',
  rooms: 'room-sheets',
  doors: 'door-signs',
};

/**
 * Writes the timetable of a day, or of all days, or sheets of it, where the user says; false when they close the
 * dialog. Fails with `timetable/empty` when nothing is scheduled, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportTimetable(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const view = exportView(ctx.db, ctx.clock(), input);
  const { day, sheet = 'timetable' } = input;
  const format = sheet === 'timetable' ? input.format : 'pdf';
  const sheets = sheet === 'timetable' ? [] : sheetsFor(ctx, view, sheet, input);
  if (view.meetings.length === 0 || (sheet !== 'timetable' && sheets.length === 0))
    throw new AppError('timetable/empty');
  const path = await ctx.outside.chooseSavePath('Save the timetable', timetableFileName(format, day, sheet), [
    { name: labels[format], extensions: [format] },
  ]);
  if (!path) return { saved: false };
  const bytes =
    sheet === 'timetable'
      ? await renderTimetable(view, format, ctx.outside, input.paper)
      : await renderSheets(view, sheet, sheets, ctx.outside);
  await writeFile(path, bytes).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}

function sheetsFor(
  ctx: Context,
  view: TimetableExport,
  sheet: SheetKind,
  { onlyId = null, withInitials }: Input,
): readonly SheetOfOne[] {
  const all = sheet === 'people' ? personSheets(ctx.db, view, withInitials) : roomSheets(ctx.db, view);
  return onlyId === null ? all : all.filter(({ id }) => id === onlyId);
}

/** The timetable in one of its forms, as the bytes of a file. */
export async function renderTimetable(
  view: TimetableExport,
  format: TimetableFormat,
  outside: Pick<Outside, 'printPdf'>,
  paper?: Paper,
): Promise<Uint8Array> {
  if (format === 'ics') return renderIcs(view);
  if (format === 'csv') return renderCsv(view);
  if (format === 'docx') return renderDocx(view);
  return format === 'xlsx' ? renderXlsx(view) : renderPdf(view, outside, paper);
}

/** A file name that says what it is and nothing about whom: "timetable-2026-11-24.pdf". */
export const timetableFileName = (
  format: TimetableFormat,
  day: IsoDate | null,
  sheet: ExportSheet = 'timetable',
): string => `${fileNames[sheet]}${day === null ? '' : `-${day}`}.${format}`;
