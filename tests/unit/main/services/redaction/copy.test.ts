import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { burnIn, isBurnt, pageImage } from '../../../../../main/services/redaction/copy/burn.ts';
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
  it('keeps colour where there is any', () => {
    const picture = white();

    expect(pageImage(picture).samples).toBe(1);
    picture.rgba.set([255, 0, 0, 255], 400);
    expect(pageImage(picture).samples).toBe(3);
  });
});

describe('scanObjects', () => {
  const words = [{ text: 'left', box: mark }];
  const copy = () =>
    writeCopy([
      { size, image: pageImage(white()), words },
      { size, image: pageImage(white()), words: [] },
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
