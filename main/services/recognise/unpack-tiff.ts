import { inflateSync } from 'node:zlib';
import { joinStrips } from './join-jpeg.ts';
import {
  type Directory,
  directoriesOf,
  directoryAt,
  openTiff,
  type Tiff,
  withPieces,
} from './tiff-directory.ts';

const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  colours: 262,
  samples: 277,
  rowsPerStrip: 278,
  planes: 284,
  predictor: 317,
  tileWidth: 322,
  jpegTables: 347,
} as const;
const strips = { offsets: 273, lengths: 279 } as const;
const tiles = { offsets: 324, lengths: 325 } as const;

const notPacked = 1;
const jpeg = 7;
const deflated: readonly number[] = [8, 32946];
const fromTheLeft = 2;
const separate = 2;
const rgb = 2;
/** An A3 sheet in colour at 600 dots to the inch has 210 million. */
const mostBytes = 320 * 1024 * 1024;

/**
 * The first page of a TIFF in a way of packing that the engine knows, which has neither Deflate nor JPEG: the one is
 * unpacked, the other put together to the JPEG that it is. Anything else stays as it is. (TIFF 6.0, sections 14 and 22;
 * Adobe's TIFF Technical Note 2.)
 */
export function unpackTiff(file: Uint8Array): Uint8Array {
  const tiff = openTiff(file);
  const [first] = tiff ? directoriesOf(tiff) : [];
  if (!tiff || first === undefined) return file;
  const directory = directoryAt(tiff, first);
  const [compression = notPacked] = directory.numbers(tag.compression);
  if (deflated.includes(compression)) return inflated(tiff, directory) ?? file;
  return (compression === jpeg && asJpeg(file, directory)) || file;
}

/** The pieces of the picture as they lie in the file; null where they are not all there. */
function piecesOf(file: Uint8Array, { numbers }: Directory, at: typeof strips | typeof tiles) {
  const lengths = numbers(at.lengths);
  const pieces = numbers(at.offsets).map((offset, index) =>
    file.subarray(offset, offset + (lengths[index] ?? 0)),
  );
  const isWhole = pieces.every((piece, index) => piece.length > 0 && piece.length === lengths[index]);
  return pieces.length > 0 && isWhole ? pieces : null;
}

/** The file with its pieces unpacked behind it, and a directory that says where they are. */
function inflated(tiff: Tiff, directory: Directory): Uint8Array | null {
  const { numbers } = directory;
  const [tileWidth] = numbers(tag.tileWidth);
  const at = tileWidth === undefined ? strips : tiles;
  const pieces = piecesOf(tiff.bytes, directory, at);
  const [width = 0] = numbers(tag.width);
  const [bits = 1] = numbers(tag.bits);
  const [samples = 1] = numbers(tag.planes)[0] === separate ? [1] : numbers(tag.samples);
  const isFromTheLeft = numbers(tag.predictor)[0] === fromTheLeft;
  if (!pieces || (isFromTheLeft && bits !== 8)) return null;
  const unpacked = inflateAll(pieces);
  if (!unpacked) return null;
  if (isFromTheLeft)
    for (const piece of unpacked) sumFromTheLeft(piece, (tileWidth ?? width) * samples, samples);
  const lengths = unpacked.map(({ length }) => length);
  const offsets = startsOf(lengths, tiff.bytes.length);
  const renewed = new Map([
    [tag.compression, [notPacked]],
    [tag.predictor, [notPacked]],
    [at.offsets, offsets],
    [at.lengths, lengths],
  ]);
  return withPieces(tiff, directory, unpacked, renewed);
}

/** Null where a piece is broken, or all would be more than a page is. */
function inflateAll(pieces: readonly Uint8Array[]): readonly Uint8Array[] | null {
  let left = mostBytes;
  try {
    return pieces.map((piece) => {
      const bytes = inflateSync(piece, { maxOutputLength: Math.max(1, left) });
      left -= bytes.length;
      return bytes;
    });
  } catch {
    return null;
  }
}

/** Each sample was written as the difference from the one to its left. */
function sumFromTheLeft(bytes: Uint8Array, rowLength: number, samples: number): void {
  if (rowLength <= 0) return;
  for (let row = 0; row < bytes.length; row += rowLength) {
    const end = Math.min(row + rowLength, bytes.length);
    for (let at = row + samples; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) + (bytes[at - samples] ?? 0);
  }
}

function asJpeg(file: Uint8Array, directory: Directory): Uint8Array | null {
  const { numbers } = directory;
  const pieces = piecesOf(file, directory, strips);
  const [height = 0] = numbers(tag.height);
  if (!pieces || numbers(tag.planes)[0] === separate) return null;
  const tables = Uint8Array.from(numbers(tag.jpegTables));
  const [rowsPerStrip = height] = numbers(tag.rowsPerStrip);
  return joinStrips(pieces, { tables, height, rowsPerStrip, isRgb: numbers(tag.colours)[0] === rgb });
}

function startsOf(lengths: readonly number[], first: number): readonly number[] {
  let at = first;
  return lengths.map((length) => {
    at += length;
    return at - length;
  });
}
