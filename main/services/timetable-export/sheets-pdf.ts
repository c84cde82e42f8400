import type { IsoDate } from '../../../shared/domain/time.ts';
import {
  formatDayLong,
  formatInstantLong,
  formatTime,
  formatTimeRange,
} from '../../../shared/domain/time-words.ts';
import type { Outside } from '../context.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { SheetOfOne } from './sheets.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

export type SheetKind = 'people' | 'rooms' | 'doors';

/** Prints sheets of one person or room each, or signs for doors, one to a page. */
export function renderSheets(
  view: TimetableExport,
  kind: SheetKind,
  sheets: readonly SheetOfOne[],
  outside: Pick<Outside, 'printPdf'>,
): Promise<Uint8Array> {
  const { title, marking } = view;
  const landscape = kind === 'doors';
  return outside.printPdf(sheetsHtml(view, kind, sheets), { title, marking, landscape, pageSize: 'A4' });
}

/** The pages that `renderSheets` prints, as HTML that needs nothing from outside. */
export function sheetsHtml(view: TimetableExport, kind: SheetKind, sheets: readonly SheetOfOne[]): string {
  const pages =
    kind === 'doors'
      ? sheets.flatMap((sheet) => daysOf(sheet).map((day) => doorSign(view, sheet, day)))
      : sheets.map((sheet) => page(view, kind, sheet));
  return htmlPage(view.title, pages.join('\n'), style);
}

const daysOf = ({ meetings }: SheetOfOne): readonly IsoDate[] => [...new Set(meetings.map(({ day }) => day))];

const madeOn = ({ version, printedAt }: TimetableExport): string =>
  escapeHtml(`${version}. Printed ${formatInstantLong(printedAt)}.`);

function page(view: TimetableExport, kind: 'people' | 'rooms', sheet: SheetOfOne): string {
  const days = daysOf(sheet).map((day) => {
    const rows = sheet.meetings
      .filter((meeting) => meeting.day === day)
      .map((one) => row(kind, one, whoElse(view, one, sheet.title)));
    const heads = ['Time', 'Meeting', ...(kind === 'people' ? ['Where'] : []), 'Who'];
    const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
    return `<div class="of-day"><h2>${escapeHtml(formatDayLong(day))}</h2>
<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  });
  return `<section class="sheet ${kind}"><h1>${escapeHtml(sheet.title)}</h1>
<p class="meta">${[escapeHtml(sheet.fact), escapeHtml(view.title)].filter(Boolean).join('. ')}. ${madeOn(view)}</p>
${days.join('\n')}</section>`;
}

/** Who is in a meeting but the one whose sheet it is, with the whole visiting team in one word. */
function whoElse({ columns }: TimetableExport, meeting: ExportMeeting, own: string): string {
  const { strandIds, strands, people } = meeting;
  const isWholeTeam = columns.length > 2 && columns.every(({ id }) => strandIds.includes(id));
  const team = isWholeTeam ? ['The whole team'] : withoutOne(strands, own);
  return [team.join(', '), withoutOne(people, own).join(', ')].filter(Boolean).join('; ');
}

/** Only the first, where two have the same initials. */
const withoutOne = (names: readonly string[], own: string): readonly string[] =>
  names.includes(own) ? names.toSpliced(names.indexOf(own), 1) : names;

function row(kind: 'people' | 'rooms', meeting: ExportMeeting, who: string): string {
  const where = [meeting.place, meeting.site].filter(Boolean).join(', ');
  const cells = [meeting.title, ...(kind === 'people' ? [where] : []), who];
  const time = escapeHtml(formatTimeRange(meeting.start, meeting.end));
  return `<tr><td class="time">${time}</td>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
}

/** What a door may say to everybody who walks by: never about which child, nor who is in. */
const publicTitle = ({ kind, title }: ExportMeeting): string =>
  kind === 'child' || /\bchild [a-z0-9]{1,2}\b/i.test(title) ? 'Private meeting' : title;

function doorSign(view: TimetableExport, { title, fact, meetings }: SheetOfOne, day: IsoDate): string {
  const own = meetings.filter((meeting) => meeting.day === day);
  const size = own.length <= 4 ? 28 : own.length <= 6 ? 23 : own.length <= 9 ? 17 : 12;
  const rows = own.map(
    (meeting) =>
      `<tr><td class="time">${formatTime(meeting.start)} to ${formatTime(meeting.end)}</td><td>${escapeHtml(publicTitle(meeting))}</td></tr>`,
  );
  return `<section class="sheet door"><h1>${escapeHtml(title)}</h1>
<p class="day">${escapeHtml([formatDayLong(day), fact].filter(Boolean).join(', '))}</p>
<table style="font-size:${size}pt"><tbody>${rows.join('')}</tbody></table>
<p class="meta">${escapeHtml(view.title)}. ${madeOn(view)}</p></section>`;
}

const style = `
  .sheet { break-after: page; }
  .sheet:last-child { break-after: auto; }
  .sheet h2 { break-after: avoid; }
  .of-day { break-inside: avoid; }
  .sheet table { table-layout: fixed; }
  .sheet .time { width: 36mm; padding-right: 3mm; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .sheet th:first-child { width: 36mm; }
  .people, .rooms { font-size: 9.5pt; line-height: 1.3; }
  .people h2, .rooms h2 { margin-top: 10pt; font-size: 11.5pt; }
  .people td, .rooms td { padding-block: 2.5pt; }
  .people th:nth-child(3) { width: 35mm; }
  .people th:last-child { width: 62mm; }
  .rooms th:last-child { width: 80mm; }
  .door h1 { font-size: 64pt; margin: 0; line-height: 1.1; }
  .door .day { font-size: 22pt; margin: 2mm 0 6mm; }
  .door td { padding: 2.5mm 0; line-height: 1.2; }
  .door .time { width: 47%; padding-right: 6mm; font-weight: 600; }
`;
