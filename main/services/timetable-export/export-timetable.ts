import { writeFile } from 'node:fs/promises';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { timetableChannels } from '../../../shared/ipc/timetable.ts';
import type { Context, Outside } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { renderCsv } from './csv.ts';
import { renderIcs } from './ics.ts';
import { renderPdf } from './pdf.ts';
import { exportView, type TimetableExport } from './view.ts';
import { renderXlsx } from './xlsx.ts';

type Input = ParsedInputOf<(typeof timetableChannels)['timetable:exportTimetable']>;
export type TimetableFormat = Input['format'];

const labels: Readonly<Record<TimetableFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  ics: 'Calendar',
  csv: 'Comma-separated values',
};

/**
 * Writes the timetable of a day, or of all days, where the user says; false when they close the dialog. Fails with
 * `timetable/empty` when nothing is scheduled, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportTimetable(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const view = exportView(ctx.db, ctx.clock(), input);
  if (view.meetings.length === 0) throw new AppError('timetable/empty');
  const { format, day } = input;
  const path = await ctx.outside.chooseSavePath('Save the timetable', timetableFileName(format, day), [
    { name: labels[format], extensions: [format] },
  ]);
  if (!path) return { saved: false };
  const bytes = await renderTimetable(view, format, ctx.outside);
  await writeFile(path, bytes).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}

/** The timetable in one of its forms, as the bytes of a file. */
export async function renderTimetable(
  view: TimetableExport,
  format: TimetableFormat,
  outside: Pick<Outside, 'printPdf'>,
): Promise<Uint8Array> {
  if (format === 'ics') return renderIcs(view);
  if (format === 'csv') return renderCsv(view);
  return format === 'xlsx' ? renderXlsx(view) : renderPdf(view, outside);
}

/** A file name that says what it is and nothing about whom: "timetable-2026-11-24.pdf". */
export const timetableFileName = (format: TimetableFormat, day: IsoDate | null): string =>
  `timetable${day === null ? '' : `-${day}`}.${format}`;
