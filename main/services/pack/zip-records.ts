import { type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';

/** The records that a zip is made of: PKWARE's APPNOTE 6.3.10, section 4.3, with the long form of section 4.5.3 where a number needs it. */

/** One file in a zip, as its records tell of it. */
export type ZipEntry = {
  readonly name: string;
  /** 8 for deflate, 99 for what is under AES. */
  readonly method: 8 | 99;
  readonly flags: number;
  /** When the zip was made; its records say it in London's time. */
  readonly madeAt: IsoInstant;
  /** Written in the long form, which takes sizes of 4 GB and more. */
  readonly isLong: boolean;
  /** Extra fields other than the long form's. */
  readonly extra: Uint8Array;
  /** Where its first record begins. */
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

export const flag = { encrypted: 0x0001, sizesFollow: 0x0008, utf8: 0x0800 } as const;

/** The most that a field of the short form holds; it also says "see the long form". */
const most32 = 0xffff_ffff;
const most16 = 0xffff;
const longVersion = 45;

/** What stands before a file's bytes; sizes and CRC are 0 where they follow. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const { crc, packed, size } = entry.flags & flag.sizesFollow ? { crc: 0, packed: 0, size: 0 } : entry;
  const name = Buffer.from(entry.name);
  const extra = Buffer.concat([entry.isLong ? longExtra([size, packed]) : '', entry.extra].map(bytesOf));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  common(entry, { crc, packed, size }).copy(head, 4);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

/** What stands after a file's bytes where its sizes follow them. */
export function sizesAfter({ crc, packed, size, isLong }: ZipEntry): Uint8Array {
  const record = Buffer.alloc(isLong ? 24 : 16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  if (isLong) {
    record.writeBigUInt64LE(BigInt(packed), 8);
    record.writeBigUInt64LE(BigInt(size), 16);
  } else {
    record.writeUInt32LE(packed, 8);
    record.writeUInt32LE(size, 12);
  }
  return record;
}

/** A file's line in the directory at the end. */
export function directoryRecord(entry: ZipEntry): Uint8Array {
  const { isLong, offset, size, packed } = entry;
  const isFar = offset >= most32;
  const long = [...(isLong ? [size, packed] : []), ...(isFar ? [offset] : [])];
  const name = Buffer.from(entry.name);
  const extra = Buffer.concat([long.length > 0 ? longExtra(long) : '', entry.extra].map(bytesOf));
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(longVersion, 4);
  common(entry, entry).copy(head, 6);
  if (isFar) head.writeUInt16LE(longVersion, 6);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(isFar ? most32 : offset, 42);
  return Buffer.concat([head, name, extra]);
}

/** The end of a zip: how many files there are, and where their directory is. */
export function endRecords(
  count: number,
  directory: { readonly at: number; readonly size: number },
): Uint8Array {
  const isLong = count >= most16 || directory.at >= most32 || directory.size >= most32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, most16), 8);
  end.writeUInt16LE(Math.min(count, most16), 10);
  end.writeUInt32LE(Math.min(directory.size, most32), 12);
  end.writeUInt32LE(Math.min(directory.at, most32), 16);
  return isLong ? Buffer.concat([longEnd(count, directory), end]) : end;
}

function longEnd(count: number, { at, size }: { readonly at: number; readonly size: number }): Uint8Array {
  const record = Buffer.alloc(56 + 20);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(longVersion, 12);
  record.writeUInt16LE(longVersion, 14);
  [count, count, size, at].forEach((number, place) => {
    record.writeBigUInt64LE(BigInt(number), 24 + place * 8);
  });
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(at + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

type Sizes = Pick<ZipEntry, 'crc' | 'packed' | 'size'>;

/** The fields that both records of a file share, from the version to the size. */
function common({ flags, method, madeAt, isLong }: ZipEntry, { crc, packed, size }: Sizes): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(isLong ? longVersion : 20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  const { date, minutes } = londonWallTime(madeAt);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  fields.writeUInt16LE((Math.floor(minutes / 60) << 11) | ((minutes % 60) << 5), 6);
  fields.writeUInt16LE(((year - 1980) << 9) | (month << 5) | day, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(isLong ? most32 : packed, 14);
  fields.writeUInt32LE(isLong ? most32 : size, 18);
  return fields;
}

function longExtra(numbers: readonly number[]): Uint8Array {
  const extra = Buffer.alloc(4 + numbers.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(numbers.length * 8, 2);
  numbers.forEach((number, at) => {
    extra.writeBigUInt64LE(BigInt(number), 4 + at * 8);
  });
  return extra;
}

const bytesOf = (part: Uint8Array | string): Uint8Array => Buffer.from(part);
