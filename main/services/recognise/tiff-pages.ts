/** As many sheets as anybody puts through a scanner at once. */
const mostPages = 500;
const classic = 42;
const entrySize = 12;

type Tiff = { readonly view: DataView; readonly isLittle: boolean };

/**
 * A TIFF of several pages as one file for each, since readers look at the first page alone; none where the pages cannot
 * be told apart. (TIFF 6.0, section 2: each page's directory says where the next one is.)
 */
export function* tiffPages(bytes: Uint8Array): Generator<Uint8Array> {
  const tiff = openTiff(bytes);
  if (!tiff) return;
  for (const offset of directoriesOf(tiff)) {
    const page = bytes.slice();
    new DataView(page.buffer).setUint32(4, offset, tiff.isLittle);
    yield page;
  }
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
