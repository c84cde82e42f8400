import writeExcelFile, { type Cell, type Feature, type Image, type Sheet } from 'write-excel-file/node';
import { escapeXml, workbookTitle } from './workbook-title.ts';

/** Files in a workbook, as the writer takes them. */
type FileContent = Image['content'];

export type WorkbookSheet = Omit<Sheet<FileContent>, 'sheet'> & {
  /** What its tab is called; at most 31 letters. */
  readonly sheet: string;
  /** However long it is, it is printed on one page: a day of a timetable. */
  readonly isOnePage?: boolean;
};

/**
 * A workbook in the house's type, ready to print: on its side, as wide as the paper, which is A3 where A4 would make it
 * too small to read, its head on each page, and the marking with the number of the page at the foot. Its title is among
 * its properties, and has to name no child.
 */
export async function workbookOf(
  sheets: readonly WorkbookSheet[],
  { title, marking }: { readonly title: string; readonly marking: string },
): Promise<Uint8Array> {
  const features = [printSetUp(sheets, marking), workbookTitle(title)];
  const plain = sheets.map(({ isOnePage: _, ...sheet }) => ({ ...sheet, orientation: 'landscape' as const }));
  return new Uint8Array(
    await writeExcelFile(plain, { fontFamily: 'Arial', fontSize: 10, features }).toBuffer(),
  );
}

// The writer knows nothing of printing but the orientation. Where each element stands is laid down by ECMA-376, part 1,
// 18.2.27 (workbook) and 18.3.1.99 (worksheet).
function printSetUp(sheets: readonly WorkbookSheet[], marking: string): Feature<FileContent> {
  const foot = `&L${inFoot(marking)}&RPage &P of &N`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const pages = `fitToWidth="1" fitToHeight="${sheet?.isOnePage ? 1 : 0}"`;
            return xml
              .replace(/<worksheet[^>]*>/, (opening) => `${opening}${fitToPage}`)
              .replace(/<pageMargins[^>]*>/, margins)
              .replace(/<row r="(\d+)">/g, (_row, nth: string) => rowOf(nth, sheet))
              .replace(/ paperSize="\d+"/, ` paperSize="${paperFor(sheet)}"`)
              .replace(/<pageSetup([^>]*)\/>/, `<pageSetup$1 ${pages}/>${footer(foot)}`);
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('</sheets>', `</sheets>${headsOnEachPage(sheets)}`),
        },
      },
    },
  };
}

// As ECMA-376 numbers them (18.18.50).
const papers = { a3: 8, a4: 9 } as const;
/** How many letters across A4 on its side still takes at six tenths of their size. */
const MOST_ON_A4 = 250;

function paperFor(sheet: WorkbookSheet | undefined): number {
  const letters = (sheet?.columns ?? []).reduce((sum, column) => sum + (column.width ?? 10), 0);
  return letters > MOST_ON_A4 ? papers.a3 : papers.a4;
}

/**
 * A row as high as what wraps in it; a height that is not the user's own, so that Excel fits it again when it is written
 * in. LibreOffice and previews fit none by themselves, and would show the first line alone.
 */
function rowOf(nth: string, sheet: WorkbookSheet | undefined): string {
  const cells = sheet?.data?.[Number(nth) - 1] ?? [];
  const lines = Math.max(1, ...cells.map((cell, at) => linesOf(cell, sheet?.columns?.[at]?.width)));
  const points = Math.min(lines * LINE_POINTS, MOST_POINTS);
  return lines === 1 ? `<row r="${nth}">` : `<row r="${nth}" ht="${points}">`;
}

const LINE_POINTS = 13;
// Excel's own limit for a row.
const MOST_POINTS = 409;

/** How many lines a cell takes, at most: letters are narrower than the figures that a width is counted in. */
function linesOf(cell: Cell | undefined, width = 10): number {
  const isWrapped = typeof cell === 'object' && cell !== null && 'wrap' in cell && cell.wrap === true;
  if (!isWrapped || typeof cell.value !== 'string') return 1;
  const letters = Math.max(8, width);
  return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}

const fitToPage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const margins = '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.2" footer="0.3"/>';
const footer = (text: string) => `<headerFooter><oddFooter>${escapeXml(text)}</oddFooter></headerFooter>`;

function headsOnEachPage(sheets: readonly WorkbookSheet[]): string {
  const names = sheets.flatMap(({ sheet, stickyRowsCount = 0 }, at) =>
    stickyRowsCount > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(`'${sheet.replaceAll("'", "''")}'!$1:$${stickyRowsCount}`)}</definedName>`,
        ]
      : [],
  );
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

/** An ampersand begins a code in a foot; two are one. */
const inFoot = (text: string): string => text.replaceAll('&', '&&');
