import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../../main/services/page-picture/draw-pages.ts';
import {
  burnIn,
  isBurnt,
  type PageImage,
  pageImage,
} from '../../../../../main/services/redaction/copy/burn.ts';
import { encodeJpeg } from '../../../../../main/services/redaction/copy/jpeg.ts';
import { isOnlyPixels } from '../../../../../main/services/redaction/copy/scan-jpeg.ts';
import { scanObjects } from '../../../../../main/services/redaction/copy/scan-objects.ts';
import { writeCopy } from '../../../../../main/services/redaction/copy/write-copy.ts';

const size = { width: 144, height: 216 };
const white = () => ({ width: 200, height: 300, rgba: new Uint8Array(200 * 300 * 4).fill(255) });
const mark = { left: 0.3, top: 0.4, width: 0.05, height: 0.02 };

describe('burnIn', () => {
  it('makes every pixel under a mark black and leaves the rest', () => {
    const picture = white();

    burnIn(picture, size, [mark]);

    expect(isBurnt(picture, size, [mark])).toBe(true);
    expect(picture.rgba[(Math.round(0.41 * 300) * 200 + Math.round(0.32 * 200)) * 4]).toBe(0);
    expect(picture.rgba[0]).toBe(255);
    expect(isBurnt(picture, size, [{ ...mark, top: 0.7 }])).toBe(false);
  });
});

describe('pageImage', () => {
  it('takes a JPEG for a scan only where that is smaller', () => {
    const grained = { width: 800, height: 900, rgba: new Uint8Array(800 * 900 * 4).fill(255) };
    let grain = 1;
    for (let at = 0; at < grained.rgba.length; at += 4) {
      grain = (grain * 48_271) % 2_147_483_647;
      grained.rgba.set(
        [230, 222, 200].map((shade) => shade + (grain % 10)),
        at,
      );
    }

    const scan = pageImage(grained, true);

    expect(scan.filter).toBe('DCTDecode');
    expect(scan.data.length).toBeLessThan(pageImage(grained, false).data.length);
    expect(pageImage(white(), true).filter).toBe('FlateDecode');
  });

  it('keeps colour where there is any', () => {
    const picture = white();

    expect(pageImage(picture, false).samples).toBe(1);
    picture.rgba.set([255, 0, 0, 255], 400);
    expect(pageImage(picture, false).samples).toBe(3);
  });
});

describe('encodeJpeg', () => {
  it('is read by PDFium with every pixel near what it was, grey and in colour, whatever the size', {
    timeout: 60_000,
  }, async () => {
    for (const [width, height, isGrey] of [
      [64, 40, true],
      [37, 53, false],
      [8, 1, false],
      [1, 9, true],
    ] as const) {
      const picture = smooth(width, height, isGrey);
      const image = jpegOf(picture, isGrey ? 1 : 3);
      const page = { width: (width * 72) / 96, height: (height * 72) / 96 };
      const pdf = await openPdf(await writeCopy([{ size: page, image, words: [] }]));

      const drawn = pdf.draw(1, 96);
      pdf.close();

      expect([drawn.width, drawn.height, image.samples]).toEqual([width, height, isGrey ? 1 : 3]);
      const apart = drawn.rgba.map((value, at) => Math.abs(value - (picture.rgba[at] ?? 0)));
      expect(Math.max(...apart)).toBeLessThan(40);
    }
  });

  it('keeps a box wholly black however busy the page beside it is', async () => {
    const picture = white();
    for (let at = 0; at < picture.rgba.length; at += 4)
      picture.rgba.fill((at / 4) % 3 === 0 ? 0 : 255, at, at + 3);
    burnIn(picture, size, [mark], true);
    const pdf = await openPdf(await writeCopy([{ size, image: jpegOf(picture, 1), words: [] }]));

    expect(isBurnt(pdf.draw(1, 100), size, [mark])).toBe(true);
    pdf.close();
  });
});

describe('isOnlyPixels', () => {
  const jpeg = encodeJpeg(white(), 1);
  const expected = { width: 200, height: 300, samples: 1 };
  const withBytes = (at: number, ...bytes: number[]) =>
    Uint8Array.from([...jpeg.slice(0, at), ...bytes, ...jpeg.slice(at)]);

  it('takes a picture of the size that was said, and no other', () => {
    expect(isOnlyPixels(jpeg, expected)).toBe(true);
    expect(isOnlyPixels(jpeg, { ...expected, width: 201 })).toBe(false);
    expect(isOnlyPixels(jpeg, { ...expected, samples: 3 })).toBe(false);
  });

  it('refuses a remark, a property, a second picture, and anything behind the end or cut short', () => {
    const bad = [
      ...[withBytes(2, 0xff, 0xfe, 0, 4, 65, 66), withBytes(2, 0xff, 0xe1, 0, 4, 65, 66)],
      ...[withBytes(jpeg.length, 65), withBytes(jpeg.length, ...jpeg), jpeg.slice(0, -2), jpeg.slice(0, 100)],
    ];

    expect(bad.filter((one) => isOnlyPixels(one, expected))).toEqual([]);
  });
});

const jpegOf = (picture: ReturnType<typeof white>, samples: 1 | 3): PageImage => ({
  ...{ width: picture.width, height: picture.height, samples, filter: 'DCTDecode' },
  data: encodeJpeg(picture, samples),
});

/** Shades that change slowly, as photographs do. */
function smooth(width: number, height: number, isGrey: boolean) {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red, blue] = [Math.round((255 * x) / width), Math.round((255 * y) / height)];
      rgba.set(isGrey ? [red, red, red] : [red, 120, blue], (y * width + x) * 4);
    }
  return { width, height, rgba };
}

describe('scanObjects', () => {
  const words = [{ text: 'left', box: mark }];
  const copy = () =>
    writeCopy([
      { size, image: pageImage(white(), false), words },
      { size, image: jpegOf(white(), 1), words: [] },
    ]);

  it('reads every word of a copy', async () => {
    expect(scanObjects(await copy())).toEqual({ texts: ['left ', ''] });
  });

  it.each<[string, (pdf: PDFDocument) => void]>([
    ['properties', (pdf) => pdf.setTitle('Casey')],
    ['a note', (pdf) => pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([{ Contents: 'x' }]))],
    ['a script', (pdf) => pdf.addJavaScript('s', 'app.alert(1)')],
    ['an outline', (pdf) => pdf.catalog.set(PDFName.of('Outlines'), pdf.context.obj({}))],
    ['XMP', (pdf) => pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(pdf.context.stream('x')))],
    ['text where none belongs', (pdf) => pdf.catalog.set(PDFName.of('Lang'), PDFString.of('Casey'))],
    ['a structure tree', (pdf) => pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj({}))],
  ])('refuses a copy with %s', async (_, change) => {
    const pdf = await PDFDocument.load(await copy(), { updateMetadata: false });
    change(pdf);
    const bytes = await pdf.save({ useObjectStreams: false, addDefaultPage: false });

    expect(scanObjects(bytes)).toHaveProperty('refused');
  });

  it('refuses an earlier revision, a piece behind the end, and a stream that does not open', async () => {
    const bytes = Buffer.from(await copy());
    const doubled = Buffer.concat([bytes, bytes]);
    const trailed = Buffer.concat([bytes, Buffer.from('Casey')]);
    const at = bytes.indexOf('stream\n') + 12;
    const broken = Buffer.from(bytes);
    broken.fill(0x20, at, at + 20);

    for (const bad of [doubled, trailed, broken]) expect(scanObjects(bad)).toHaveProperty('refused');
  });
});
