import type { ByteSource } from '../zip-file.ts';

/** What a camera or a program wrote into an image: EXIF 2.32 (CIPA DC-008), whose data is a small TIFF. */
export type ExifData = {
  /** "51.5010, -0.1420"; empty where it does not say. */
  readonly place: string;
  /** "2026:03:03 10:22:00", as EXIF has it. */
  readonly at: string;
  readonly camera: string;
  readonly people: readonly string[];
  readonly notes: readonly string[];
};

type Entry = { readonly type: number; readonly bytes: Buffer };
type Directory = ReadonlyMap<number, Entry>;
type Reader = {
  readonly source: ByteSource;
  readonly short: (from: Buffer, at: number) => number;
  readonly long: (from: Buffer, at: number) => number;
};

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const mostEntries = 500;
const longestValue = 64 * 1024;

/** Reads what there is; what is damaged or lies outside the data counts as not there. */
export async function readExif(source: ByteSource): Promise<ExifData> {
  const start = Buffer.from(await source.read(0, 8));
  const order = start.toString('latin1', 0, 2);
  const isLittle = order === 'II';
  const reader: Reader = {
    source,
    short: (from, at) => (isLittle ? from.readUInt16LE(at) : from.readUInt16BE(at)),
    long: (from, at) => (isLittle ? from.readUInt32LE(at) : from.readUInt32BE(at)),
  };
  const isTiff = (isLittle || order === 'MM') && start.length === 8 && reader.short(start, 2) === 42;
  const main: Directory = isTiff ? await directoryAt(reader, reader.long(start, 4)) : new Map();
  const exif = await directoryAt(reader, pointer(reader, main.get(0x8769)));
  const gps = await directoryAt(reader, pointer(reader, main.get(0x8825)));
  return {
    place: placeOf(reader, gps),
    at: text(exif.get(0x9003)) || text(main.get(0x0132)),
    camera: [text(main.get(0x010f)), text(main.get(0x0110))].filter(Boolean).join(' '),
    people: [text(main.get(0x013b)), wide(main.get(0x9c9d)), text(exif.get(0xa430))].filter(Boolean),
    notes: [
      text(main.get(0x010e)),
      ...[0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f].map((tag) => wide(main.get(tag))),
      comment(exif.get(0x9286)),
      text(main.get(0x8298)),
    ].filter(Boolean),
  };
}

async function directoryAt({ source, short, long }: Reader, at: number): Promise<Directory> {
  const found = new Map<number, Entry>();
  if (at < 8 || at + 2 > source.size) return found;
  const list = Buffer.from(await source.read(at, 2 + mostEntries * 12));
  const count = Math.min(short(list, 0), mostEntries);
  for (let entry = 2; entry < 2 + count * 12 && entry + 12 <= list.length; entry += 12) {
    const type = short(list, entry + 2);
    const length = (sizes[type] ?? 0) * long(list, entry + 4);
    if (length === 0 || length > longestValue) continue;
    const from = length <= 4 ? at + entry + 8 : long(list, entry + 8);
    if (from + length <= source.size)
      found.set(short(list, entry), { type, bytes: Buffer.from(await source.read(from, length)) });
  }
  return found;
}

const pointer = ({ long }: Reader, entry: Entry | undefined): number =>
  entry?.type === 4 ? long(entry.bytes, 0) : 0;

const text = (entry: Entry | undefined): string =>
  entry?.type === 2 ? (entry.bytes.toString('utf8').split('\0')[0] ?? '').trim() : '';

/** What Windows writes is in two bytes a letter. */
const wide = (entry: Entry | undefined): string =>
  entry ? (entry.bytes.toString('utf16le').split('\0')[0] ?? '').trim() : '';

const comment = (entry: Entry | undefined): string =>
  entry?.bytes.toString('latin1', 0, 5) === 'ASCII'
    ? entry.bytes.toString('utf8', 8).replaceAll('\0', ' ').trim()
    : '';

function placeOf(reader: Reader, gps: Directory): string {
  const [north, east] = [degrees(reader, gps.get(2)), degrees(reader, gps.get(4))];
  if (north === null || east === null) return '';
  const signed = (value: number, isNegative: boolean) => (isNegative ? -value : value).toFixed(4);
  return `${signed(north, text(gps.get(1)) === 'S')}, ${signed(east, text(gps.get(3)) === 'W')}`;
}

function degrees({ long }: Reader, entry: Entry | undefined): number | null {
  if (entry?.type !== 5 || entry.bytes.length < 24) return null;
  const parts = [0, 8, 16].map((at) => {
    const below = long(entry.bytes, at + 4);
    return below === 0 ? 0 : long(entry.bytes, at) / below;
  });
  const [whole = 0, minutes = 0, seconds = 0] = parts;
  return whole + minutes / 60 + seconds / 3600;
}
