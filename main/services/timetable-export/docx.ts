import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong, formatInstantLong, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { a4, wordRun } from '../document/word-page.ts';
import { linesOf } from './fit-text.ts';
import { kindFills } from './kind-fills.ts';
import { type TimeCell, type TimeRow, timeRows } from './time-rows.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

const margin = 700;
/** How far the lines above and below the page are from its edge. */
const edgeOfPage = 340;
const timeWidth = 1600;
const grey = '434B59';
/** In points: the largest in which a day is on one page, or the first where none is small enough that can still be read. */
const typeSizes = [8.5, 8, 7.5, 7, 6.5] as const;
/** What heading, title and the lines above and below leave for the table of a day, in points. */
const tableHeight = 455;
const cellMargins = { top: 40, bottom: 40, left: 80, right: 80 };
/** Arial is so much narrower than the type that lines are measured in. */
const arial = 1.07;
const twipsInMm = 1440 / 25.4;
const twipsInPoint = 20;

/** The timetable as a Word document for the team: each day begins a page, on its side, strands across. */
export async function renderDocx(view: TimetableExport): Promise<Uint8Array> {
  const line = [view.marking, view.version, `Printed ${formatInstantLong(view.printedAt)}`];
  const strip = (children: readonly TextRun[]) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] });
  const document = new Document({
    title: view.title,
    creator: 'LANO Desk',
    description: view.version,
    styles: { default: { document: wordRun(18) } },
    sections: view.days.map((day) => ({
      properties: {
        page: {
          size: { width: a4.width, height: a4.height, orientation: PageOrientation.LANDSCAPE },
          margin: {
            top: margin,
            bottom: margin,
            left: margin,
            right: margin,
            header: edgeOfPage,
            footer: edgeOfPage,
          },
        },
      },
      headers: { default: new Header({ children: [strip([small(line.filter(Boolean).join('. '))])] }) },
      footers: {
        default: new Footer({
          children: [
            strip([
              small([view.marking, 'Page '].filter(Boolean).join('. ')),
              new TextRun({ children: [PageNumber.CURRENT], size: 16, color: grey }),
            ]),
          ],
        }),
      },
      children: [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          spacing: { after: 120 },
          children: [new TextRun({ text: formatDayLong(day), bold: true, size: 30, color: '171B22' })],
        }),
        new Paragraph({ spacing: { after: 160 }, children: [small(view.title)] }),
        dayTable(view, day),
      ],
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const small = (text: string): TextRun => new TextRun({ text, size: 16, color: grey });

function dayTable(view: TimetableExport, day: IsoDate): Table {
  const { columns, rows } = timeRows(view, day);
  const across = Math.floor((a4.height - 2 * margin - timeWidth) / Math.max(1, columns.length));
  const points = typeFor(rows, across);
  const head = new TableRow({
    tableHeader: true,
    children: [
      cellOf(['Time'], timeWidth, { points, isHead: true }),
      ...columns.map(({ name, members }) => cellOf([name, members], across, { points, isHead: true })),
    ],
  });
  return new Table({
    width: { size: timeWidth + across * columns.length, type: WidthType.DXA },
    columnWidths: [timeWidth, ...columns.map(() => across)],
    rows: [head, ...rows.map((row) => timeRow(row, columns.length, { across, points }))],
  });
}

/** The type of a day: it goes over to a second page, under the same heads, before it is too small to read. */
function typeFor(rows: readonly TimeRow[], across: number): number {
  const linesIn = (texts: readonly string[], width: number, points: number) =>
    linesOf(texts, ((width - cellMargins.left - cellMargins.right) / twipsInMm) * arial, points);
  const heightOf = ({ start, end, cells }: TimeRow, points: number) => {
    const lines = Math.max(
      linesIn([formatTimeRange(start, end)], timeWidth, points),
      ...cells.map(({ meeting, columns }) => linesIn(textsOf(meeting), across * columns, points)),
    );
    return lines * points * 1.2 + (cellMargins.top + cellMargins.bottom) / twipsInPoint;
  };
  const fits = (points: number) => rows.reduce((sum, row) => sum + heightOf(row, points), 0) <= tableHeight;
  return typeSizes.find(fits) ?? typeSizes[0];
}

type DayLook = { readonly across: number; readonly points: number };

function timeRow({ start, end, cells }: TimeRow, width: number, { across, points }: DayLook): TableRow {
  const children = [cellOf([formatTimeRange(start, end)], timeWidth, { points })];
  for (let column = 0; column < width; ) {
    const cell = cells.find((one: TimeCell) => one.column === column);
    const columns = cell?.columns ?? 1;
    const look = cell ? { points, fill: kindFills[cell.meeting.kind], columns, isTitled: true } : { points };
    children.push(cellOf(cell ? textsOf(cell.meeting) : [''], across * columns, look));
    column += columns;
  }
  return new TableRow({ cantSplit: true, children });
}

const textsOf = ({ title, place, people }: ExportMeeting): readonly string[] =>
  [title, [place, people.join(', ')].filter(Boolean).join('. ')].filter(
    (text, at) => at === 0 || text !== '',
  );

type CellLook = {
  readonly points: number;
  readonly isHead?: boolean;
  /** The first line is a title. */
  readonly isTitled?: boolean;
  readonly fill?: string;
  readonly columns?: number;
};

const edge = { style: BorderStyle.SINGLE, size: 4, color: '9AA4B5' } as const;

function cellOf(lines: readonly string[], width: number, look: CellLook): TableCell {
  const { points, isHead = false, isTitled = isHead, columns = 1 } = look;
  const fill = isHead ? 'DFE5EF' : look.fill?.replace('#', '').toUpperCase();
  return new TableCell({
    columnSpan: columns,
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
    children: lines
      .filter((text, at) => at === 0 || text !== '')
      .map(
        (text, at) =>
          new Paragraph({ children: [new TextRun({ text, bold: isTitled && at === 0, size: points * 2 })] }),
      ),
  });
}
