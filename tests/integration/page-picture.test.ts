import { degrees, PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, it } from 'vitest';
import { type OwnPagePictures, openPagePictures } from '../../main/services/page-picture/page-pictures.ts';
import type { Picture } from '../../main/services/page-picture/picture.ts';
import { encodePng } from '../../main/services/page-picture/png.ts';
import { codeOf } from '../support/code-of.ts';
import { makePdf } from '../support/make-documents.ts';

let open: OwnPagePictures | null = null;

afterEach(async () => {
  await open?.close();
  open = null;
});

const opened = async (bytes: Uint8Array): Promise<OwnPagePictures> => {
  open = await openPagePictures(bytes);
  return open;
};

const colourAt = ({ width, rgba }: Picture, x: number, y: number): readonly number[] => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

const white = [255, 255, 255];
const red = [255, 0, 0];

/** A red square at the foot on the left of an A4 page. */
async function makeMarked(change: (page: ReturnType<PDFDocument['addPage']>) => void = () => {}) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([600, 840]);
  page.drawRectangle({ x: 0, y: 0, width: 60, height: 60, color: rgb(1, 0, 0) });
  change(page);
  return pdf.save();
}

describe('openPagePictures', () => {
  it('draws a page in its colours at the size asked for', async () => {
    const pages = await opened(await makeMarked());

    const picture = await pages.draw(1, 72);

    expect(pages.sizes).toEqual([{ width: 600, height: 840 }]);
    expect({ width: picture.width, height: picture.height }).toEqual({ width: 600, height: 840 });
    expect(colourAt(picture, 10, 830)).toEqual(red);
    expect(colourAt(picture, 10, 10)).toEqual(white);
  });

  it('draws a page for reading only where there is something on it', async () => {
    const pages = await opened(await makePdf({ pages: [['A few words'], []] }));

    expect((await pages.drawUnlessBlank(1, 72))?.width).toBe((await pages.draw(1, 72)).width);
    expect(await pages.drawUnlessBlank(2, 72)).toBeNull();
  });

  it('turns and crops a page as the PDF asks', async () => {
    const turned = await opened(await makeMarked((page) => page.setRotation(degrees(90))));
    expect(turned.sizes).toEqual([{ width: 840, height: 600 }]);
    expect(colourAt(await turned.draw(1, 72), 10, 10)).toEqual(red);
    await turned.close();

    const cropped = await opened(await makeMarked((page) => page.setCropBox(30, 30, 100, 200)));
    expect(cropped.sizes).toEqual([{ width: 100, height: 200 }]);
    const picture = await cropped.draw(1, 72);
    expect(colourAt(picture, 10, 190)).toEqual(red);
    expect(colourAt(picture, 40, 190)).toEqual(white);
  });

  it('draws what is filled into a form', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([200, 200]);
    const field = pdf.getForm().createTextField('name');
    field.addToPage(page, { x: 0, y: 0, width: 200, height: 200, backgroundColor: rgb(1, 0, 0) });
    const pages = await opened(await pdf.save());

    expect(colourAt(await pages.draw(1, 72), 100, 100)).toEqual(red);
  });

  it('draws a page of any size with no more pixels than there is room for', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([14_000, 14_000]);
    pdf.addPage([14_000, 1]);
    const pages = await opened(await pdf.save());

    const huge = await pages.draw(1, 300);
    const ribbon = await pages.draw(2, 300);

    expect(huge.width * huge.height).toBeLessThanOrEqual(40_010_000);
    expect(huge.dpi).toBeLessThan(40);
    expect(huge.width).toBe(Math.round((14_000 / 72) * huge.dpi));
    expect({ width: ribbon.width, height: ribbon.height }).toEqual({ width: 58_333, height: 4 });
  });

  it('says which PDF is locked and which is broken, and of a page that is not there', async () => {
    const locked = await makePdf({ password: 'only for us' });
    expect(await codeOf(() => openPagePictures(locked))).toBe('evidence/password-protected');
    expect(await codeOf(() => openPagePictures(new TextEncoder().encode('%PDF-1.7 and nothing')))).toBe(
      'evidence/unreadable',
    );

    const pages = await opened(await makePdf());
    expect(await codeOf(() => pages.draw(2, 72))).toBe('evidence/unreadable');
    expect((await pages.draw(1, 72)).width).toBe(595);
  });

  it('draws the next page when one took too long', async () => {
    const slow = await PDFDocument.create();
    const page = slow.addPage([600, 600]);
    const endless = slow.context.flateStream('0 0 600 600 re f\n'.repeat(3_000_000));
    page.node.set(PDFName.of('Contents'), slow.context.register(endless));
    slow.addPage([100, 100]);
    open = await openPagePictures(await slow.save(), { milliseconds: 6000, megabytes: 256 });
    const pages = open;

    expect(await codeOf(() => pages.draw(1, 600))).toBe('evidence/unreadable');
    expect((await pages.draw(2, 72)).width).toBe(100);
  });

  it('fails what is still to be drawn when it is closed', async () => {
    const pages = await opened(await makePdf());
    const drawing = codeOf(() => pages.draw(1, 300));

    await pages.close();

    expect(await drawing).toBe('evidence/unreadable');
  });
});

describe('encodePng', () => {
  it('keeps every pixel, in grey or in colour', async () => {
    const coloured = await opened(await makeMarked());
    const picture = await coloured.draw(1, 36);
    const pdf = await PDFDocument.create();
    pdf.addPage([picture.width, picture.height]).drawImage(await pdf.embedPng(encodePng(picture)), {
      x: 0,
      y: 0,
      width: picture.width,
      height: picture.height,
    });
    await coloured.close();

    const again = await (await opened(await pdf.save())).draw(1, 72);

    expect(Buffer.from(again.rgba).equals(Buffer.from(picture.rgba))).toBe(true);
    const grey = { width: 1, height: 2, rgba: Uint8Array.from([9, 9, 9, 255, 200, 200, 200, 255]) };
    expect(encodePng(grey)[25]).toBe(0);
  });
});
