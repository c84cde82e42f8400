import { directoriesOf, directoryAt, openTiff } from './tiff-directory.ts';

const widthTag = 256;
const heightTag = 257;

/** One sheet of a TIFF: where its directory is, and how many pixels it says it has. */
export type TiffSheet = { readonly offset: number; readonly width: number; readonly height: number };

/** The sheets of a TIFF in order; none where they cannot be told apart. */
export function tiffSheets(bytes: Uint8Array): readonly TiffSheet[] {
  const tiff = openTiff(bytes);
  if (!tiff) return [];
  return directoriesOf(tiff).map((offset) => {
    const { numbers } = directoryAt(tiff, offset);
    const [[width = 0], [height = 0]] = [numbers(widthTag), numbers(heightTag)];
    return { offset, width, height };
  });
}

/** A sheet as a file of its own, since readers look at the first page alone. */
export function sheetAlone(bytes: Uint8Array, { offset }: TiffSheet): Uint8Array {
  // A Buffer’s own slice is no copy.
  const page = new Uint8Array(bytes);
  new DataView(page.buffer).setUint32(4, offset, bytes[0] === 0x49);
  return page;
}
