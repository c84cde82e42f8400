const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  restartInterval: 0xdd,
  firstRestart: 0xd0,
  adobe: 0xee,
} as const;
/** Baseline and extended: of others a strip is more than one scan. */
const sequential: readonly number[] = [0xc0, 0xc1];
const restarts = 8;

type Segment = { readonly marker: number; readonly bytes: Uint8Array };
type Parts = { readonly segments: readonly Segment[]; readonly scan: Uint8Array };

type Sheet = {
  readonly tables: Uint8Array;
  readonly height: number;
  readonly rowsPerStrip: number;
  /** Red, green and blue as they are, which a reader takes for brightness and colour unless told. */
  readonly isRgb: boolean;
};

/** Adobe's mark that the components are what they are. */
const untransformed = Uint8Array.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);

/**
 * Puts the strips of a picture together, each a JPEG of its own with its tables perhaps apart, without unpacking them:
 * what is a strip becomes what stands between two restarts. Null where they are not of one kind. (ITU-T T.81, B.2 and
 * F.1.1.5.2.)
 */
export function joinStrips(
  strips: readonly Uint8Array[],
  { tables, height, rowsPerStrip, isRgb }: Sheet,
): Uint8Array | null {
  const shared = tables.length === 0 ? [] : (partsOf(tables)?.segments ?? []);
  const parts = strips.map(partsOf);
  const [first] = parts;
  if (!first || !parts.every((part) => part !== null)) return null;
  const frame = first.segments.find((segment) => sequential.includes(segment.marker));
  const hasOwnRestarts = first.segments.some((segment) => segment.marker === marker.restartInterval);
  if (!frame || (strips.length > 1 && hasOwnRestarts)) return null;
  const interval = unitsIn(frame.bytes, rowsPerStrip);
  if (strips.length > 1 && interval === null) return null;
  const heads = [...shared, ...first.segments].map(({ marker: kind, bytes }) =>
    segment(kind, kind === frame.marker ? withHeight(bytes, height) : bytes),
  );
  const scanHead = heads.pop();
  if (!scanHead || !parts.every((part) => hasSameTables(part, first))) return null;
  const restart = strips.length > 1 ? [segment(marker.restartInterval, twoBytes(interval ?? 0))] : [];
  const adobe = isRgb ? [segment(marker.adobe, untransformed)] : [];
  const scans = parts.flatMap(({ scan }, index) =>
    index === 0 ? [scan] : [Uint8Array.of(0xff, marker.firstRestart + ((index - 1) % restarts)), scan],
  );
  const ends = [Uint8Array.of(0xff, marker.startOfImage), Uint8Array.of(0xff, marker.endOfImage)] as const;
  return Buffer.concat([ends[0], ...adobe, ...heads, ...restart, scanHead, ...scans, ends[1]]);
}

/** What comes before the picture, its scan head last; and the picture, without the end mark. */
function partsOf(jpeg: Uint8Array): Parts | null {
  const segments: Segment[] = [];
  let at = 0;
  while (at + 1 < jpeg.length && jpeg[at] === 0xff) {
    const kind = jpeg[at + 1] ?? 0;
    at += 2;
    if (kind === marker.startOfImage || kind === 0xff) continue;
    if (kind === marker.endOfImage) return { segments, scan: new Uint8Array() };
    const length = ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0);
    if (length < 2 || at + length > jpeg.length) return null;
    segments.push({ marker: kind, bytes: jpeg.subarray(at + 2, at + length) });
    at += length;
    if (kind === marker.startOfScan) return { segments, scan: jpeg.subarray(at, endOfScan(jpeg)) };
  }
  return null;
}

function endOfScan(jpeg: Uint8Array): number {
  const end = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).lastIndexOf(
    Uint8Array.of(0xff, marker.endOfImage),
  );
  return end < 0 ? jpeg.length : end;
}

/** How many units of a JPEG are in so many rows; null where the rows do not fill their units. */
function unitsIn(frame: Uint8Array, rows: number): number | null {
  const width = ((frame[3] ?? 0) << 8) | (frame[4] ?? 0);
  const components = frame[5] ?? 0;
  const factors = Array.from({ length: components }, (_, index) => frame[7 + index * 3] ?? 0x11);
  // One component alone is not interleaved: its unit is one block, whatever its factors.
  const across = components === 1 ? 1 : Math.max(...factors.map((factor) => factor >> 4));
  const down = components === 1 ? 1 : Math.max(...factors.map((factor) => factor & 15));
  return rows % (down * 8) === 0 ? Math.ceil(width / (across * 8)) * (rows / (down * 8)) : null;
}

const hasSameTables = (one: Parts, other: Parts): boolean =>
  one.segments.length === other.segments.length &&
  one.segments.every(({ marker: kind, bytes }, index) => {
    const beside = other.segments[index];
    return (
      beside?.marker === kind && (sequential.includes(kind) || Buffer.compare(bytes, beside.bytes) === 0)
    );
  });

function withHeight(frame: Uint8Array, height: number): Uint8Array {
  const changed = Uint8Array.from(frame);
  changed.set(twoBytes(height), 1);
  return changed;
}

const segment = (kind: number, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xff, kind), twoBytes(bytes.length + 2), bytes]);

const twoBytes = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);
