/*
 * Threat: a workbook is a zip from outside. It may claim small sizes and unpack to gigabytes, say one thing in its
 * directory and another in its local headers, or place one value in the last cell of an otherwise empty sheet. So the
 * parts that are needed are unpacked here under a cap, measured, and only then handed on in a plain archive of our own.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { tableLimits } from '../../../shared/domain/import/table.ts';
import { AppError } from '../../../shared/errors.ts';

const mostEntries = 5000;
/** Spreadsheet parts pack to a tenth or so; deflate cannot pass 1,032, which only repeated bytes reach. */
const highestRatio = 250;
const ratioMatters = 1024 * 1024;

/** Parts that say nothing about the cells, some of them large. */
const neverRead =
  /^(?:docProps|customXml|xl\/(?:externalLinks|pivotCache|pivotTables|drawings|charts|theme|media|comments[^/]*))(?:\/|\.xml$)/i;

export type ZipEntry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
};

/** Lists what a zip says it holds, from its central directory; null when it has none. */
export function listZip(zip: Buffer): readonly ZipEntry[] | null {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end === -1 || end + 22 > zip.length) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > mostEntries) throw tooLarge('It holds too many parts.');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replace(/\\/g, '/'),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks the XML parts of a workbook that its cells need. Throws `import/too-large` when they claim or turn out to be more than the
 * limit, and `import/not-a-table` when they cannot be unpacked.
 */
export function unpackXml(zip: Buffer, entries: readonly ZipEntry[]): ReadonlyMap<string, Buffer> {
  const wanted = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) && !neverRead.test(name));
  const claimed = wanted.reduce((sum, { size }) => sum + size, 0);
  if (claimed > tableLimits.unpackedBytes) throw tooLarge('Unpacked, it is more than 200 MB.');
  if (wanted.some(({ size, packedSize }) => size > ratioMatters && size > packedSize * highestRatio))
    throw tooLarge('It unpacks to far more than a spreadsheet would.');
  return new Map(wanted.map((entry) => [entry.name, wellFormed(unpack(zip, entry))]));
}

/** A tag that opens before the last one closed makes the reader search the rest of the file again and again. */
function wellFormed(xml: Buffer): Buffer {
  if (/<(?!!)[^<>]*(?:<|$)/.test(xml.toString('latin1'))) throw damaged();
  return xml;
}

function unpack(zip: Buffer, { headerAt, packedSize, size, method }: ZipEntry): Buffer {
  if (headerAt + 30 > zip.length || zip.readUInt32LE(headerAt) !== 0x04034b50) throw damaged();
  const from = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  const packed = zip.subarray(from, from + packedSize);
  if (packed.length !== packedSize) throw damaged();
  if (method === 0 && packedSize === size) return packed;
  if (method !== 8) throw damaged();
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    if (unpacked.length === size) return unpacked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge('It unpacks to more than it says.');
  }
  throw damaged();
}

/** Packs parts into a zip without compression, whose every size is true. */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, nameBytes, content);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, offset, nameBytes);
    at += 30 + nameBytes.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

/**
 * Cuts the empty rows that formatting leaves at the foot of a sheet, and measures what is left by its cells that hold
 * something. Throws `import/too-large` when there are more rows or columns than are read. The lengths in the patterns
 * keep a hostile sheet from making the search slow.
 */
export function trimSheet(xml: Buffer): Buffer {
  const text = xml.toString('latin1');
  if (/<(?:\w{1,20}:)?c(?=[\s/>])(?![^<>]{0,400}\br=)/.test(text))
    throw damaged('Its cells have no addresses.');
  const filled =
    /<((?:\w{1,20}:)?)c\s[^<>]{0,400}?\br="([A-Z]{1,3})(\d{1,7})"[^<>]{0,400}(?<!\/)>(?!<\/\1c>)/g;
  let lastAt = -1;
  for (const match of text.matchAll(filled)) {
    if (columnNumber(match[2] ?? '') > tableLimits.columns) throw tooManyColumns();
    if (Number(match[3]) > tableLimits.rows) throw tooManyRows();
    lastAt = match.index;
  }
  const endOfRow =
    lastAt === -1 ? text.search(/(?<=<(?:\w{1,20}:)?sheetData>)/) : endOfTag(text, 'row', lastAt);
  const endOfData = text.search(/<\/(?:\w{1,20}:)?sheetData>/);
  if (lastAt === -1 && endOfData === -1) return xml;
  if (endOfRow === -1 || endOfData === -1) throw damaged();
  refuseHighRows(text.slice(0, endOfRow));
  if (endOfRow >= endOfData) return xml;
  return Buffer.concat([xml.subarray(0, endOfRow), xml.subarray(endOfData)]);
}

/** A row may claim a number that its cells do not have. */
function refuseHighRows(text: string): void {
  let count = 0;
  for (const match of text.matchAll(/<(?:\w{1,20}:)?row(?=[\s/>])(?:[^<>]{0,400}?\sr="(\d{1,9})")?/g)) {
    count += 1;
    if (count > tableLimits.rows || Number(match[1] ?? 0) > tableLimits.rows) throw tooManyRows();
  }
}

function endOfTag(text: string, tag: string, from: number): number {
  const pattern = new RegExp(`</(?:\\w{1,20}:)?${tag}>`, 'g');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : -1;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooManyColumns(): AppError {
  return tooLarge(`It has more than ${tableLimits.columns} columns.`);
}

function tooManyRows(): AppError {
  return tooLarge('It has more than 50,000 rows.');
}

function tooLarge(detail: string): AppError {
  return new AppError('import/too-large', detail);
}

function damaged(detail = 'It is damaged.'): AppError {
  return new AppError('import/not-a-table', detail);
}
