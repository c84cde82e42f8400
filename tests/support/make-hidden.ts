import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { makeJpeg, makeZip } from './make-documents.ts';

/** The parts of a zip as text. */
export async function unzipped(zip: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false });
  const parts: Record<string, string> = {};
  for (const entry of await reader.getEntries())
    if (!entry.directory) parts[entry.filename] = await entry.getData(new TextWriter());
  await reader.close();
  return parts;
}

/** An Office document with some of its parts put in or replaced. */
export async function withParts(
  zip: Uint8Array,
  parts: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  return makeZip({ ...(await unzipped(zip)), ...parts });
}

/** A JPEG as a telephone saves it: with place, date and camera in its EXIF. */
export function makePhoto({ description = '' }: { readonly description?: string } = {}): Uint8Array {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), makeExif(description)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  const plain = makeJpeg();
  return Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]);
}

type Tag = readonly [tag: number, type: number, count: number, value: Buffer | number];

const ascii = (tag: number, text: string): Tag => [tag, 2, text.length + 1, Buffer.from(`${text}\0`)];
const degrees = (tag: number, whole: number, minutes: number): Tag => {
  const value = Buffer.alloc(24);
  [whole, 1, minutes * 10, 10, 0, 1].forEach((part, at) => {
    value.writeUInt32LE(part, at * 4);
  });
  return [tag, 5, 3, value];
};

function makeExif(description: string): Buffer {
  const gps = [ascii(1, 'N'), degrees(2, 51, 30), ascii(3, 'W'), degrees(4, 0, 7.5)];
  const own = [
    ...(description ? [ascii(0x010e, description)] : []),
    ascii(0x010f, 'Acme'),
    ascii(0x0110, 'One'),
    ascii(0x0132, '2026:03:03 10:22:00'),
  ];
  const gpsAt = 8 + sizeOf([...own, [0x8825, 4, 1, 0]]);
  const head = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  return Buffer.concat([head, directory([...own, [0x8825, 4, 1, gpsAt]], 8), directory(gps, gpsAt)]);
}

const sizeOf = (tags: readonly Tag[]): number => directory(tags, 0).length;

function directory(tags: readonly Tag[], at: number): Buffer {
  const table = Buffer.alloc(2 + tags.length * 12 + 4);
  table.writeUInt16LE(tags.length, 0);
  const beyond: Buffer[] = [];
  let next = at + table.length;
  tags.forEach(([tag, type, count, value], index) => {
    const entry = 2 + index * 12;
    table.writeUInt16LE(tag, entry);
    table.writeUInt16LE(type, entry + 2);
    table.writeUInt32LE(count, entry + 4);
    if (typeof value === 'number') table.writeUInt32LE(value, entry + 8);
    else if (value.length <= 4) value.copy(table, entry + 8);
    else {
      table.writeUInt32LE(next, entry + 8);
      beyond.push(value);
      next += value.length;
    }
  });
  return Buffer.concat([table, ...beyond]);
}
