import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { cleanText } from '../../../shared/domain/import/cells.ts';
import { type Cell, type Sheet, type Table, tableLimits } from '../../../shared/domain/import/table.ts';
import { AppError } from '../../../shared/errors.ts';
import { decodeText, findDelimiter } from './csv-text.ts';
import { listZip, storedZip, trimSheet, unpackXml, type ZipEntry } from './xlsx-archive.ts';
import { mergesBySheet } from './xlsx-merges.ts';

/**
 * Reads a spreadsheet (.xlsx) or a text file of values (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252).
 * The bytes decide which it is, not the name, which only gives the one sheet of a text file its own. Throws
 * `AppError` with `import/not-a-table`, `import/too-large`, `import/empty` or `import/password-protected`.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) throw new AppError('import/empty');
  if (file.length > tableLimits.unpackedBytes)
    throw new AppError('import/too-large', 'It is more than 200 MB.');
  const sheets = startsWith(file, 'PK') ? await readWorkbook(file) : [readCsv(file, fileName)];
  const filled = sheets.filter((sheet) =>
    sheet.rows.some((row) => row.some((cell) => cleanText(cell) !== null)),
  );
  if (filled.length === 0) throw new AppError('import/empty');
  return { sheets: filled };
}

async function readWorkbook(file: Buffer): Promise<readonly Sheet[]> {
  const entries = listZip(file);
  if (entries === null) throw new AppError('import/not-a-table', 'It is damaged.');
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('xl/workbook.xml')) throw new AppError('import/not-a-table', kindOfZip(file, entries));
  if (entries.some((entry) => entry.isEncrypted)) throw new AppError('import/password-protected');
  const parts = new Map(unpackXml(file, entries));
  const merges = mergesBySheet(parts);
  for (const [name, content] of parts) if (content.includes('sheetData')) parts.set(name, trimSheet(content));
  try {
    const sheets = await readXlsx(storedZip(parts));
    return sheets.map(({ sheet, data }) => {
      const own = merges.get(sheet);
      return { name: sheet, rows: data.map((row) => row.map(toCell)), ...(own ? { merges: own } : {}) };
    });
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('import/not-a-table', 'It is damaged.');
  }
}

function kindOfZip(file: Buffer, entries: readonly ZipEntry[]): string {
  const names = entries.map(({ name }) => name);
  if (names.includes('xl/workbook.bin')) return 'It is a binary workbook (.xlsb).';
  if (names.some((name) => name.startsWith('word/'))) return 'It is a Word document.';
  if (names.some((name) => name.startsWith('ppt/'))) return 'It is a PowerPoint presentation.';
  if (file.subarray(0, 200).includes('opendocument.spreadsheet'))
    return 'It is an OpenDocument spreadsheet (.ods).';
  return 'It is a zip archive.';
}

function readCsv(file: Buffer, fileName: string): Sheet {
  refuseOtherKinds(file);
  const decoded = decodeText(file);
  if (decoded === null) throw new AppError('import/not-a-table');
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(decoded.slice(0, 500)))
    throw new AppError('import/not-a-table', 'It is a web page or XML under another name.');
  const { delimiter, text } = findDelimiter(decoded);
  const records = recordsOf(text, delimiter);
  if (records.length > tableLimits.rows)
    throw new AppError('import/too-large', 'It has more than 50,000 rows.');
  const widest = records.reduce((most, record) => Math.max(most, record.length), 0);
  if (widest > tableLimits.columns)
    throw new AppError('import/too-large', `It has more than ${tableLimits.columns} columns.`);
  const rows = records.map((record) => record.map((text): Cell => (text === '' ? null : text)));
  return { name: nameOf(fileName), rows };
}

function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const options = {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    to: tableLimits.rows + 1,
  };
  try {
    return parseCsv(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new AppError(
      'import/not-a-table',
      isOpen ? 'A quotation mark is opened and never closed.' : undefined,
    );
  }
}

/** Documents and pictures that people rename; the rest is caught by their control characters. */
function refuseOtherKinds(file: Buffer): void {
  if (startsWith(file, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) {
    const isEncrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    if (isEncrypted) throw new AppError('import/password-protected');
    throw new AppError('import/not-a-table', 'It is in an old Office form, such as .xls.');
  }
  if (startsWith(file, '%PDF')) throw new AppError('import/not-a-table', 'It is a PDF.');
  if (startsWith(file, '{\\rtf')) throw new AppError('import/not-a-table', 'It is a text document.');
}

/** The reader gives dates as moments in UTC that stand for wall time; one without a date is a time of day. */
function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  const text = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  const [date, time] = [text.slice(0, 10), text.slice(11, 16)];
  if (date < '1900-01-01') return time;
  return { date: time === '00:00' ? date : `${date}T${time}` };
}

function startsWith(file: Buffer, magic: string): boolean {
  return file.subarray(0, magic.length).toString('latin1') === magic;
}

function nameOf(fileName: string): string {
  return (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[a-z]{1,5}$/i, '') || 'Sheet 1';
}
