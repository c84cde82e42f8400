import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** What has to be gone from every page. */
export const gone = { forename: 'Ottoline', surname: 'Marchbanks', nhsNumber: '9990000018' } as const;

const number = '999 000 0018';
const LINES = 12;
const SHEET = { short: 595, long: 842 };

/** Where a name hides in a page of print: in a line, in a page that lies turned, over two lines, twice, and in white. */
const kinds = ['plain', 'turned', 'broken', 'twice', 'white'] as const;
type Kind = (typeof kinds)[number];

/** A report of so many pages with the child's name and number somewhere on each, in every way in turn. */
export async function makeReport(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 0; page < pages; page += 1) {
    const kind = kinds[page % kinds.length] ?? 'plain';
    const sheet = pdf.addPage([SHEET.short, SHEET.long]);
    if (kind === 'turned') sheet.setRotation(degrees(90));
    linesOf(kind, page).forEach((line, at) => {
      drawLine(sheet, font, { line, top: 62 + at * 24, isTurned: kind === 'turned' });
    });
    if (kind === 'white')
      sheet.drawText(`${gone.forename} ${gone.surname}`, {
        x: 50,
        y: 300,
        size: 11,
        font,
        color: rgb(1, 1, 1),
      });
  }
  pdf.setTitle(`Report about ${gone.forename} ${gone.surname}`);
  return pdf.save();
}

function linesOf(kind: Kind, page: number): readonly string[] {
  const said = (who: string): string =>
    `In the spring ${who} was heard about by the panel, as said on page ${page + 1}.`;
  const lines = Array.from({ length: LINES }, () => said('the school'));
  const at = page % (LINES - 1);
  const name = `${gone.forename} ${gone.surname}`;
  if (kind === 'broken')
    lines.splice(at, 2, 'In the spring we heard about Ottoline March-', `banks, ${number}.`);
  else if (kind === 'twice') lines[at] = `${name} was heard, and later ${gone.forename} again, ${number}.`;
  else lines[at] = said(`${name}, ${number},`);
  return lines;
}

type Line = { readonly line: string; readonly top: number; readonly isTurned: boolean };

/** A page that is turned a quarter to the right has its top at its left. */
function drawLine(sheet: PDFPage, font: PDFFont, { line, top, isTurned }: Line): void {
  const place = isTurned ? { x: top, y: 50, rotate: degrees(90) } : { x: 50, y: SHEET.long - top };
  sheet.drawText(line, { ...place, size: 11, font });
}
