import type { Picture } from '../../page-picture/picture.ts';

/** How much of the detail is kept, as JPEG programs count it: print stays legible at 200 dots to the inch. */
const quality = 50;
/** A picture is made of squares this wide and high; each is written by itself. */
export const blockSize = 8;
const inBlock = blockSize * blockSize;

/**
 * A baseline JPEG of nothing but pixels: no properties, no thumbnail, no profile. ITU-T T.81, with one table of each kind,
 * for a picture that is grey or in colour.
 */
export function encodeJpeg({ width, height, rgba }: Picture, samples: 1 | 3): Uint8Array {
  const out = startBits();
  out.bytes([0xff, 0xd8]);
  out.segment(0xdb, [0, ...zigzag.map((at) => quantum[at] ?? 1)]);
  const components = Array.from({ length: samples }, (_, at) => at + 1);
  out.segment(0xc0, [
    8,
    height >> 8,
    height & 0xff,
    width >> 8,
    width & 0xff,
    samples,
    ...components.flatMap((id) => [id, 0x11, 0]),
  ]);
  out.segment(0xc4, [0x00, ...dc.counts, ...dc.symbols, 0x10, ...ac.counts, ...ac.symbols]);
  out.segment(0xda, [samples, ...components.flatMap((id) => [id, 0x00]), 0, 63, 0]);
  const before = [0, 0, 0];
  const block = new Float32Array(inBlock);
  for (let top = 0; top < height; top += blockSize)
    for (let left = 0; left < width; left += blockSize)
      for (let component = 0; component < samples; component += 1) {
        takeBlock(block, { width, height, rgba }, { left, top, component, samples });
        transform(block);
        before[component] = writeBlock(out, block, before[component] ?? 0);
      }
  out.pad();
  out.bytes([0xff, 0xd9]);
  return out.done();
}

type Place = {
  readonly left: number;
  readonly top: number;
  readonly component: number;
  readonly samples: 1 | 3;
};

/** A square of one component, about zero; beyond the edges the last pixel is repeated. */
function takeBlock(
  block: Float32Array,
  { width, height, rgba }: Picture,
  { left, top, component, samples }: Place,
): void {
  for (let y = 0; y < blockSize; y += 1) {
    const line = Math.min(top + y, height - 1) * width;
    for (let x = 0; x < blockSize; x += 1) {
      const at = (line + Math.min(left + x, width - 1)) * 4;
      block[y * blockSize + x] = shade(rgba, at, samples === 1 ? 3 : component) - 128;
    }
  }
}

/** Brightness, the two differences from it in colour (JFIF 1.02), or, for grey, its green, which is the grey. */
function shade(rgba: Uint8Array, at: number, component: number): number {
  const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
  if (component === 0) return 0.299 * red + 0.587 * green + 0.114 * blue;
  if (component === 1) return 128 - 0.168736 * red - 0.331264 * green + 0.5 * blue;
  if (component === 2) return 128 + 0.5 * red - 0.418688 * green - 0.081312 * blue;
  return green;
}

/** The discrete cosine transform of T.81 section A.3.3, along the lines and then down the columns. */
function transform(block: Float32Array): void {
  for (const [step, stride] of [
    [blockSize, 1],
    [1, blockSize],
  ] as const)
    for (let from = 0; from < blockSize; from += 1) {
      for (let at = 0; at < blockSize; at += 1) row[at] = block[from * step + at * stride] ?? 0;
      for (let wave = 0; wave < blockSize; wave += 1) {
        let sum = 0;
        for (let at = 0; at < blockSize; at += 1) sum += (row[at] ?? 0) * (waves[wave * blockSize + at] ?? 0);
        block[from * step + wave * stride] = sum;
      }
    }
}

const row = new Float32Array(blockSize);
const waves = Float32Array.from({ length: inBlock }, (_, at) => {
  const [wave, place] = [Math.floor(at / blockSize), at % blockSize];
  return (wave === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * wave * Math.PI) / 16);
});

/** T.81 section F.1.2: the mean as its difference from the last, then the waves that are not nothing. */
function writeBlock(out: Bits, block: Float32Array, before: number): number {
  const mean = Math.round((block[0] ?? 0) / (quantum[0] ?? 1));
  writeNumber(out, dc, 0, mean - before);
  let zeros = 0;
  for (let at = 1; at < inBlock; at += 1) {
    const place = zigzag[at] ?? 0;
    const value = Math.round((block[place] ?? 0) / (quantum[place] ?? 1));
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.code(ac, 0xf0);
    writeNumber(out, ac, zeros, value);
    zeros = 0;
  }
  if (zeros > 0) out.code(ac, 0);
  return mean;
}

function writeNumber(out: Bits, table: Codes, zeros: number, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value));
  out.code(table, (zeros << 4) | size);
  if (size > 0) out.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

type Codes = {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
  readonly code: Uint16Array;
  readonly length: Uint8Array;
};

/** T.81 section C.2: codes of rising length, in the order of their symbols. */
function codes(counts: readonly number[], symbols: readonly number[]): Codes {
  const [code, length] = [new Uint16Array(256), new Uint8Array(256)];
  let next = 0;
  let at = 0;
  counts.forEach((count, shorter) => {
    for (let left = count; left > 0; left -= 1, at += 1, next += 1) {
      code[symbols[at] ?? 0] = next;
      length[symbols[at] ?? 0] = shorter + 1;
    }
    next <<= 1;
  });
  return { counts, symbols, code, length };
}

const dc = codes(
  [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  Array.from({ length: 12 }, (_, size) => size),
);

/** The commonest pairs of a run of zeros and a size, as T.81 table K.5 has them; the others follow in their order. */
const common = [
  ...[
    0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22,
    0x71,
  ],
  ...[
    0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62,
    0x72,
  ],
  0x82,
];
const pairs = Array.from({ length: 256 }, (_, pair) => pair).filter(
  (pair) => (pair & 15) > 0 && (pair & 15) <= 10,
);
const ac = codes(
  [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
  [...common, ...pairs.filter((pair) => !common.includes(pair))],
);

/** How coarsely each wave is kept: T.81 table K.1. */
const coarseness = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
  ...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
  ...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];
const quantum = coarseness.map((step) => Math.max(1, Math.floor((step * (200 - 2 * quality) + 50) / 100)));

/** From the slowest wave to the fastest, along the diagonals: T.81 figure A.6. */
const zigzag = Array.from({ length: inBlock }, (_, at) => at).toSorted((a, b) => {
  const diagonal = (at: number) => Math.floor(at / blockSize) + (at % blockSize);
  const [sumA, sumB] = [diagonal(a), diagonal(b)];
  return sumA - sumB || (sumA % 2 === 0 ? b - a : a - b);
});

type Bits = ReturnType<typeof startBits>;

function startBits() {
  let room = new Uint8Array(1 << 20);
  let filled = 0;
  let waiting = 0;
  let count = 0;
  const byte = (value: number): void => {
    if (filled === room.length) {
      const wider = new Uint8Array(room.length * 2);
      wider.set(room);
      room = wider;
    }
    room[filled] = value;
    filled += 1;
  };
  const put = (value: number, size: number): void => {
    for (let bit = size - 1; bit >= 0; bit -= 1) {
      waiting = (waiting << 1) | ((value >> bit) & 1);
      count += 1;
      if (count < 8) continue;
      byte(waiting);
      // A byte of ones would be taken for a marker.
      if (waiting === 0xff) byte(0);
      waiting = 0;
      count = 0;
    }
  };
  return {
    put,
    code: ({ code, length }: Codes, symbol: number) => put(code[symbol] ?? 0, length[symbol] ?? 0),
    bytes: (values: readonly number[]) => values.forEach(byte),
    segment: (marker: number, values: readonly number[]) => {
      const length = values.length + 2;
      [0xff, marker, length >> 8, length & 0xff, ...values].forEach(byte);
    },
    pad: () => {
      while (count > 0) put(1, 1);
    },
    done: () => room.slice(0, filled),
  };
}
