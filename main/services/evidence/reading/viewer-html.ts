import mammoth from 'mammoth';
import { checkedDocx, readSheets } from './office-words.ts';

/** How much of a workbook is drawn; the file itself has the rest. */
const mostRows = 1000;
const mostColumns = 60;

/** A Word document as plain HTML: headings, lists, tables and pictures, no styles. The window still has to clean it. */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: await checkedDocx(bytes) });
  return value;
}

/** The values of a workbook as one table a sheet, saying so where there are more rows than are drawn. */
export async function xlsxHtml(bytes: Uint8Array): Promise<string> {
  const sheets = await readSheets(bytes);
  if (sheets.length === 0) return '<p>This workbook holds no values.</p>';
  return sheets.map(({ name, rows }) => sheetHtml(name, rows)).join('');
}

function sheetHtml(name: string, rows: readonly (readonly string[])[]): string {
  const width = Math.min(mostColumns, Math.max(...rows.slice(0, mostRows).map((row) => row.length)));
  const drawn = rows.slice(0, mostRows).map((row) => `<tr>${rowHtml(row.slice(0, mostColumns), width)}</tr>`);
  const more =
    rows.length > mostRows
      ? `<p>${(rows.length - mostRows).toLocaleString('en-GB')} more rows not shown.</p>`
      : '';
  return `<h2>${escaped(name)}</h2><table>${drawn.join('')}</table>${more}`;
}

/** A title above a table runs on over the empty cells beside it, as it does in the workbook. */
function rowHtml([first = '', ...rest]: readonly string[], width: number): string {
  if (width > 1 && first !== '' && rest.every((cell) => cell === ''))
    return `<td colspan="${width}">${escaped(first)}</td>`;
  return [first, ...rest].map((cell) => `<td>${escaped(cell)}</td>`).join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
