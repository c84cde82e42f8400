import type { MeetingKind } from '../../../shared/domain/meeting.ts';
import {
  formatDayLong,
  formatInstantLong,
  formatTime,
  formatTimeRange,
} from '../../../shared/domain/time-words.ts';
import type { Outside } from '../context.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import { type Box, fitText } from './fit-text.ts';
import { type DayCell, type DayLayout, layoutDay } from './layout.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

export type Paper = 'A4' | 'A3';

/** A sheet on its side, in millimetres, less the margins of the house's printed page. */
const sheets: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A3: { width: 388, height: 261 },
  A4: { width: 265, height: 174 },
};
/** Type is no larger than this, so that a page is of one voice. */
const largestType: Readonly<Record<Paper, number>> = { A3: 10, A4: 8 };
/** Title, line below it and the heads of the columns. */
const head = 25;
const timeWidth = 15;
/** A short day is not stretched over the whole sheet. */
const tallestSlot = 10;

/** The timetable on paper: each day on one page on its side, strands across, printed by Electron. */
export async function renderPdf(
  view: TimetableExport,
  outside: Pick<Outside, 'printPdf'>,
  paper: Paper = 'A3',
): Promise<Uint8Array> {
  return outside.printPdf(timetableHtml(view, paper), {
    title: view.title,
    marking: view.marking,
    landscape: true,
    pageSize: paper,
  });
}

/** The pages that `renderPdf` prints, as HTML that needs nothing from outside. */
export function timetableHtml(view: TimetableExport, paper: Paper = 'A3'): string {
  const sheet = sheets[paper];
  const days = view.days.map((day) =>
    daySection(view, layoutDay(view, day), { ...sheet, points: largestType[paper] }),
  );
  return htmlPage(view.title, days.join('\n'), styleFor(sheet));
}

function daySection(
  view: TimetableExport,
  layout: DayLayout,
  sheet: Box & { readonly points: number },
): string {
  const { day, slots, columns, cells } = layout;
  const slot = Math.min(tallestSlot, (sheet.height - head) / slots.length);
  const width = (sheet.width - timeWidth) / Math.max(1, columns.length);
  const heads = columns.map(
    ({ name, members }, at) =>
      `<div class="head" style="grid-column:${at + 2}"><b>${escapeHtml(name)}</b>${members ? `<span>${escapeHtml(members)}</span>` : ''}</div>`,
  );
  const hours = slots.flatMap((minutes, row) =>
    minutes % 60 === 0 || row === 0
      ? [`<div class="hour" style="grid-row:${row + 2}">${formatTime(minutes)}</div>`]
      : [],
  );
  const lines = slots.flatMap((minutes, row) =>
    minutes % 60 === 0 ? [`<div class="line" style="grid-row:${row + 2}"></div>`] : [],
  );
  const cards = cells.map((cell) =>
    card(cell, { width: width * cell.columns, height: slot * cell.rows }, sheet.points),
  );
  const grid = `grid-template:auto repeat(${slots.length},${slot.toFixed(3)}mm)/${timeWidth}mm repeat(${columns.length},${width.toFixed(3)}mm)`;
  return `<section class="day"><h1>${escapeHtml(formatDayLong(day))}</h1>
<p class="meta">${escapeHtml(view.title)}. ${escapeHtml(view.version)}. Printed ${escapeHtml(formatInstantLong(view.printedAt))}.</p>
<div class="grid" style="${grid}">${heads.join('')}${lines.join('')}${hours.join('')}${cards.join('')}</div></section>`;
}

function card({ row, rows, column, columns, meetings }: DayCell, box: Box, most: number): string {
  const kind: MeetingKind = meetings[0]?.kind ?? 'team';
  const fit = fitText(meetings.map(paragraphsOf), box, most);
  const texts = fit.blocks.map(
    ([title = '', ...rest]) =>
      `<h2>${escapeHtml(title)}</h2>${rest.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}`,
  );
  const place = `grid-area:${row + 2}/${column + 2}/span ${rows}/span ${columns}`;
  return `<div class="card ${kind}" style="${place};font-size:${fit.points}pt">${texts.join('')}</div>`;
}

/** What a card says, most needed first: title, when and where, who. */
function paragraphsOf({ title, start, end, place, people }: ExportMeeting): readonly string[] {
  const where = [formatTimeRange(start, end), place].filter(Boolean).join(', ');
  return [title, where, ...(people.length > 0 ? [people.join(', ')] : [])];
}

const styleFor = (sheet: Box): string => `
  .day { break-after: page; height: ${sheet.height}mm; overflow: hidden; }
  .day:last-child { break-after: auto; }
  .day h1 { font-size: 17pt; margin: 0; }
  .day .meta { margin: 0 0 3mm; font-size: 9pt; }
  .grid { display: grid; position: relative; }
  .head { grid-row: 1; padding: 1mm 1.5mm; border-bottom: 0.4mm solid #171b22; font-size: 10pt; line-height: 1.2; overflow: hidden; }
  .head b, .head span { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .head span { font-size: 8pt; color: #434b59; }
  .hour { grid-column: 1; font-size: 8.5pt; color: #434b59; margin-top: -1.6mm; }
  .line { grid-column: 2 / -1; border-top: 0.15mm solid #cbd1da; }
  .card { margin: 0.3mm 0.5mm; padding: 0.5mm 1mm; border: 0.2mm solid #9aa4b5; border-left: 1.1mm solid #2f5fa8; border-radius: 0.8mm; background: #eef3fb; overflow: hidden; line-height: 1.2; z-index: 1; }
  .card h2 { font-size: 1em; line-height: 1.2; margin: 0; }
  .card p { margin: 0; }
  .card.child { background: #f1ecfb; border-left-color: #6d4bb8; }
  .card.focus-group { background: #e8f4f1; border-left-color: #1f7a6d; }
  .card.visit { background: #f6f2dd; border-left-color: #7d6f1e; }
  .card.family { background: #fcecf2; border-left-color: #a8386a; }
  .card.team { background: #f2f4f7; border-left-color: #5a6372; }
  .card.block { background: #f7f8fa; border-style: dashed; border-left: 1.1mm dashed #9aa4b5; color: #434b59; }
`;
