/** As many sheets as anybody puts through a scanner at once. */
const mostPages = 500;
const classic = 42;
const entrySize = 12;
const sizeOfType: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 7: 1 };
const longType = 4;

export type Tiff = { readonly bytes: Uint8Array; readonly view: DataView; readonly isLittle: boolean };

/** What one page says of itself. */
export type Directory = {
  /** The whole numbers under a tag; empty where it is not there, or is cut off. */
  readonly numbers: (tag: number) => readonly number[];
  /** Each tag with its entry as it lies in the file. */
  readonly entries: ReadonlyMap<number, Uint8Array>;
};

/** A TIFF to look into; null for what is none. (TIFF 6.0, section 2.) */
export function openTiff(bytes: Uint8Array): Tiff | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return null;
  const isLittle = bytes[0] === 0x49;
  return view.getUint16(2, isLittle) === classic ? { bytes, view, isLittle } : null;
}

/** Where each page's directory is, in the order of the pages: each says where the next one is. */
export function directoriesOf({ view, isLittle }: Tiff): readonly number[] {
  const found = new Set<number>();
  let offset = view.getUint32(4, isLittle);
  while (offset !== 0 && !found.has(offset) && found.size < mostPages && offset + 2 <= view.byteLength) {
    found.add(offset);
    const next = offset + 2 + view.getUint16(offset, isLittle) * entrySize;
    if (next + 4 > view.byteLength) break;
    offset = view.getUint32(next, isLittle);
  }
  return [...found];
}

/** The directory there; what is cut off of it is left out. */
export function directoryAt(tiff: Tiff, offset: number): Directory {
  const { bytes, view, isLittle } = tiff;
  const entries = new Map<number, Uint8Array>();
  const end = Math.min(offset + 2 + view.getUint16(offset, isLittle) * entrySize, view.byteLength);
  for (let at = offset + 2; at + entrySize <= end; at += entrySize)
    entries.set(view.getUint16(at, isLittle), bytes.subarray(at, at + entrySize));
  return { entries, numbers: (tag) => numbersOf(tiff, entries.get(tag)) };
}

function numbersOf({ bytes, view, isLittle }: Tiff, entry: Uint8Array | undefined): readonly number[] {
  if (!entry) return [];
  const at = entry.byteOffset - bytes.byteOffset;
  const size = sizeOfType[view.getUint16(at + 2, isLittle)];
  const count = view.getUint32(at + 4, isLittle);
  if (size === undefined) return [];
  const start = count * size <= 4 ? at + 8 : view.getUint32(at + 8, isLittle);
  if (start + count * size > view.byteLength) return [];
  return Array.from({ length: count }, (_, index) => {
    const place = start + index * size;
    if (size === 1) return view.getUint8(place);
    return size === 2 ? view.getUint16(place, isLittle) : view.getUint32(place, isLittle);
  });
}

/** The file with these pieces behind it, and behind them a first directory in which some tags are given anew. */
export function withPieces(
  { bytes, isLittle }: Tiff,
  { entries }: Directory,
  pieces: readonly Uint8Array[],
  renewed: ReadonlyMap<number, readonly number[]>,
): Uint8Array {
  const at = pieces.reduce((sum, { length }) => sum + length, bytes.length);
  const tags = [...new Set([...entries.keys(), ...renewed.keys()])].sort((a, b) => a - b);
  const directory = new Uint8Array(2 + tags.length * entrySize + 4);
  const view = new DataView(directory.buffer);
  view.setUint16(0, tags.length, isLittle);
  const tables: Uint8Array[] = [];
  let tableAt = at + directory.length;
  for (const [index, tag] of tags.entries()) {
    const place = 2 + index * entrySize;
    const values = renewed.get(tag);
    directory.set(entries.get(tag) ?? [], place);
    if (!values) continue;
    const table = longs(values, isLittle);
    view.setUint16(place, tag, isLittle);
    view.setUint16(place + 2, longType, isLittle);
    view.setUint32(place + 4, values.length, isLittle);
    view.setUint32(place + 8, values.length === 1 ? (values[0] ?? 0) : tableAt, isLittle);
    if (values.length === 1) continue;
    tables.push(table);
    tableAt += table.length;
  }
  const file = Uint8Array.from(Buffer.concat([bytes, ...pieces, directory, ...tables]));
  new DataView(file.buffer).setUint32(4, at, isLittle);
  return file;
}

function longs(values: readonly number[], isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, isLittle);
  return new Uint8Array(view.buffer);
}
