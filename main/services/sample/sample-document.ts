import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A one-page PDF with a title and a paragraph; the same words always give the same bytes. */
export async function sampleDocument(title: string, words: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const written = new Date('2026-11-01T09:00:00Z');
  pdf.setTitle(title);
  pdf.setCreationDate(written);
  pdf.setModificationDate(written);
  const page = pdf.addPage([595, 842]);
  const [plain, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  page.drawText('OFFICIAL-SENSITIVE', { x: 56, y: 800, size: 9, font: bold });
  page.drawText(title, { x: 56, y: 760, size: 18, font: bold, maxWidth: 480, lineHeight: 22 });
  page.drawText(words, { x: 56, y: 700, size: 11, font: plain, maxWidth: 480, lineHeight: 16 });
  return pdf.save({ useObjectStreams: false });
}
