import writeExcelFile, { type Feature, type Image, type Sheet } from 'write-excel-file/node';

/** Files in a workbook, as the writer takes them. */
type FileContent = Image['content'];

export type WorkbookSheet = Omit<Sheet<FileContent>, 'sheet'> & {
  /** What its tab is called; at most 31 letters. */
  readonly sheet: string;
  /** However long it is, it is printed on one page: a day of a timetable. */
  readonly isOnePage?: boolean;
};

/**
 * A workbook in the house's type, ready to print: on its side, as wide as the paper, its head on each page, and the
 * marking with the number of the page at the foot.
 */
export async function workbookOf(sheets: readonly WorkbookSheet[], marking: string): Promise<Uint8Array> {
  const features = [printSetUp(sheets, marking)];
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
            const pages = `fitToWidth="1" fitToHeight="${sheets[sheetIndex]?.isOnePage ? 1 : 0}"`;
            return xml
              .replace(/<worksheet[^>]*>/, (opening) => `${opening}${fitToPage}`)
              .replace(/<pageMargins[^>]*>/, margins)
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

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
