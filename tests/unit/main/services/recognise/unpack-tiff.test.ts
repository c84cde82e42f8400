import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directoriesOf,
  directoryAt,
  openTiff,
} from '../../../../../main/services/recognise/tiff-directory.ts';
import { unpackTiff } from '../../../../../main/services/recognise/unpack-tiff.ts';
import { jpegTiff } from '../../../../support/jpeg-tiff.ts';
import { makeTiff } from '../../../../support/make-scans.ts';

const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    samples: fc.constantFrom(1, 3),
    rowsPerStrip: fc.integer({ min: 1, max: 12 }),
    isFromTheLeft: fc.boolean(),
  })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      pixels: fc.uint8Array({
        minLength: size.width * size.height * size.samples,
        maxLength: size.width * size.height * size.samples,
      }),
    }),
  );

type Size = { readonly width: number; readonly samples: number; readonly rowsPerStrip: number };

function packed(
  pixels: Uint8Array,
  size: Size & { readonly height: number; readonly isFromTheLeft: boolean },
) {
  const { width, height, samples, rowsPerStrip, isFromTheLeft } = size;
  const row = width * samples;
  const written = pixels.map((value, at) =>
    isFromTheLeft && at % row >= samples ? value - (pixels[at - samples] ?? 0) : value,
  );
  const strips = Array.from({ length: Math.ceil(height / rowsPerStrip) }, (_, index) =>
    deflateSync(written.subarray(index * rowsPerStrip * row, (index + 1) * rowsPerStrip * row)),
  );
  return makeTiff([
    {
      strips,
      tags: [
        [256, width],
        [257, height],
        [258, 8],
        [259, 8],
        [277, samples],
        [278, rowsPerStrip],
        [317, isFromTheLeft ? 2 : 1],
      ],
    },
  ]);
}

function firstPage(file: Uint8Array) {
  const tiff = openTiff(file);
  const [first] = tiff ? directoriesOf(tiff) : [];
  if (!tiff || first === undefined) throw new Error('expected a page');
  const { numbers } = directoryAt(tiff, first);
  const lengths = numbers(279);
  const strips = numbers(273).map((at, index) => file.subarray(at, at + (lengths[index] ?? 0)));
  return { numbers, pixels: Uint8Array.from(Buffer.concat(strips)) };
}

describe('unpackTiff', () => {
  it('gives back every dot of a page packed by Deflate, in however many strips', () => {
    fc.assert(
      fc.property(pictures, ({ pixels, size }) => {
        const { numbers, pixels: unpacked } = firstPage(unpackTiff(packed(pixels, size)));

        expect(unpacked).toEqual(pixels);
        expect([259, 317, 256, 257, 277].map((tag) => numbers(tag)[0])).toEqual([
          ...[1, 1, size.width, size.height, size.samples],
        ]);
      }),
    );
  });

  it('puts the strips of a page of JPEGs together to one', () => {
    const jpeg = unpackTiff(jpegTiff());

    const at = jpeg.indexOf(0xc0);
    expect([...jpeg.subarray(0, 2), ...jpeg.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
    expect([...jpeg.subarray(at + 4, at + 8)]).toEqual([0, 80, 1, 144]);
    for (const restart of ['ffd0', 'ffd1'])
      expect(Buffer.from(jpeg).includes(Buffer.from(restart, 'hex'))).toBe(true);
  });

  it('leaves what is broken, and what is no TIFF, as it is or makes something of it, without failing', () => {
    const page = packed(new Uint8Array(64).fill(7), {
      ...{ width: 8, height: 8, samples: 1, rowsPerStrip: 3, isFromTheLeft: true },
    });
    fc.assert(
      fc.property(
        fc.constantFrom(page, jpegTiff()),
        fc.nat(2_600),
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc.nat(2_600),
        (file, at, bytes, end) => {
          const broken = Uint8Array.from(file);
          broken.set(bytes.subarray(0, Math.max(0, broken.length - at)), Math.min(at, broken.length));
          expect(unpackTiff(broken.subarray(0, end)).length).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('leaves a page that would unpack to more than any page holds as it is', () => {
    const bomb = deflateSync(new Uint8Array(330 * 1024 * 1024), { level: 1 });
    const file = makeTiff([
      {
        strips: [bomb],
        tags: [
          [256, 100],
          [257, 100],
          [259, 8],
        ],
      },
    ]);

    expect(unpackTiff(file)).toBe(file);
  });
});
