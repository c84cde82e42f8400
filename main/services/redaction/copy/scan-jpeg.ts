type Frame = { readonly width: number; readonly height: number; readonly samples: number };

/** ITU-T T.81 table B.1: tables for the waves and for the codes, the frame, and the scan. */
const tables: ReadonlySet<number> = new Set([0xdb, 0xc4]);
const frame = 0xc0;
const scan = 0xda;

/**
 * Whether a JPEG is one baseline picture of this size and nothing else: no properties, remarks, thumbnail or profile, no
 * second picture, and nothing after its end. Read by the grammar alone, apart from what writes such pictures.
 */
export function isOnlyPixels(jpeg: Uint8Array, expected: Frame): boolean {
  const two = (at: number): number => ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0);
  if (two(0) !== 0xffd8) return false;
  let frames = 0;
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at] === 0xff ? (jpeg[at + 1] ?? 0) : 0;
    const next = at + 2 + two(at + 2);
    if (marker === scan) return frames === 1 && endOfPixels(jpeg, next) === jpeg.length;
    if (marker === frame) {
      frames += 1;
      const samples = jpeg[at + 9] ?? 0;
      const isRight = two(at + 5) === expected.height && two(at + 7) === expected.width;
      if (!isRight || samples !== expected.samples || next !== at + 10 + samples * 3) return false;
    } else if (!tables.has(marker)) return false;
    at = next;
  }
  return false;
}

/** Where the end marker's last byte is passed; 0 where anything but pixels comes first. */
function endOfPixels(jpeg: Uint8Array, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at += 1) {
    if (jpeg[at] !== 0xff) continue;
    if (jpeg[at + 1] === 0) at += 1;
    else return jpeg[at + 1] === 0xd9 ? at + 2 : 0;
  }
  return 0;
}
