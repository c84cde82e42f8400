import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { startPdfium } from '../../../../../main/services/page-picture/pdfium.ts';

const size = 11;
const left = 50;
const before = 'On Monday the panel heard that ';

/** How wide the gap is that PDFium's own redaction of text leaves where a name was. */
async function gapOf(name: string): Promise<number> {
  const { bytes, from, to } = await sentenceAbout(name);
  const pdfium = await startPdfium();
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  const page = pdfium.FPDF_LoadPage(document, 0);
  const box = malloc(16);
  for (const [place, value] of [from, 712, to, 696].entries())
    pdfium.pdfium.setValue(box + place * 4, value, 'float');
  pdfium.EPDFText_RedactInRect(page, box, false, false);
  pdfium.FPDFPage_GenerateContent(page);
  pdfium.FPDF_ClosePage(page);
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.PDFiumExt_SaveAsCopy(document, writer);
  const length = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const out = malloc(length);
  pdfium.PDFiumExt_GetFileWriterData(writer, out, length);
  const saved = pdfium.pdfium.HEAPU8.slice(out, out + length);
  pdfium.PDFiumExt_CloseFileWriter(writer);
  pdfium.FPDF_CloseDocument(document);
  for (const room of [at, box, out]) free(room);
  const { items } = await (await (await getDocument({ data: saved }).promise).getPage(1)).getTextContent();
  const said = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
  expect(said.map(({ str }) => str).join(' ')).not.toContain(name);
  const [first, next] = said;
  return Number(next?.transform[4]) - (Number(first?.transform[4]) + Number(first?.width));
}

async function sentenceAbout(name: string) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText(`${before}${name} had settled.`, { x: left, y: 700, size, font });
  const from = left + font.widthOfTextAtSize(before, size);
  return { bytes: await pdf.save(), from, to: from + font.widthOfTextAtSize(name, size) };
}

describe('a name taken out of text', () => {
  it('leaves a gap of its exact length, which is why copies are pictures with boxes of fixed lengths', async () => {
    const [otto, ines, ivor] = [await gapOf('Ottoline'), await gapOf('Ines'), await gapOf('Ivor')];

    expect(otto - ines).toBeGreaterThan(15);
    expect(Math.abs(ines - ivor)).toBeGreaterThan(0.5);
  });
});
