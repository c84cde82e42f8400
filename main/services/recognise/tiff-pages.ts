/** As many sheets as anybody puts through a scanner at once. */
const mostPages = 500;
const classic = 42;
const entrySize = 12;
const widthTag = 256;
const heightTag = 257;
const shortType = 3;

type Tiff = { readonly view: DataView; readonly isLittle: boolean };

/** One sheet of a TIFF: where its directory is, and how many pixels it says it has. */
export type TiffSheet = { readonly offset: number; readonly width: number; readonly height: number };

/**
 * The sheets of a TIFF in order; none where they cannot be told apart. (TIFF 6.0, section 2: each page's directory says
 * where the next one is.)
 */
export function tiffSheets(bytes: Uint8Array): readonly TiffSheet[] {
  const tiff = openTiff(bytes);
  return tiff ? directoriesOf(tiff).map((offset) => ({ offset, ...sizeAt(tiff, offset) })) : [];
}

/** A sheet as a file of its own, since readers look at the first page alone. */
export function sheetAlone(bytes: Uint8Array, { offset }: TiffSheet): Uint8Array {
  // A Buffer’s own slice is no copy.
  const page = new Uint8Array(bytes);
  new DataView(page.buffer).setUint32(4, offset, bytes[0] === 0x49);
  return page;
}

function openTiff(bytes: Uint8Array): Tiff | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return null;
  const isLittle = bytes[0] === 0x49;
  return view.getUint16(2, isLittle) === classic ? { view, isLittle } : null;
}

function directoriesOf({ view, isLittle }: Tiff): readonly number[] {
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

/** Nothing where the directory is cut off or does not say. */
function sizeAt({ view, isLittle }: Tiff, offset: number): Pick<TiffSheet, 'width' | 'height'> {
  const size = { width: 0, height: 0 };
  const count = view.getUint16(offset, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * entrySize;
    if (at + entrySize > view.byteLength) break;
    const isShort = view.getUint16(at + 2, isLittle) === shortType;
    const value = isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle);
    const tag = view.getUint16(at, isLittle);
    if (tag === widthTag) size.width = value;
    if (tag === heightTag) size.height = value;
  }
  return size;
}
