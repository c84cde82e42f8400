import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { openPdf } from '../../main/services/page-picture/draw-pages.ts';
import { encodePng } from '../../main/services/page-picture/png.ts';

/**
 * A PDF that holds a name in every way that one can, so that a copy can be searched for it: in lines, over lines, letter
 * by letter, in white, unseen, on turned and cropped pages, in fields, notes, attachments, properties, XMP, an outline, a
 * script, an earlier revision, and in the picture of a scan.
 */
export async function makeRedactionCorpus(name: string, number: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const [first = '', last = ''] = name.split(' ');
  const line = writerOf(font);

  const plain = pdf.addPage([595, 842]);
  line(plain, 760, `On Monday ${name} met the teacher, and ${first} said that ${last}, ${first} was well.`);
  line(plain, 736, `The number is ${number} and nothing else on this line matters to anybody.`);
  line(plain, 712, `${name} in white`, { color: rgb(1, 1, 1) });
  line(plain, 688, 'This line has to be read in the copy as it was in the document before.');

  const turned = pdf.addPage([842, 595]);
  turned.setRotation(degrees(90));
  turned.setCropBox(30, 40, 760, 520);
  for (const [at, words] of [
    `Turned page about ${name} and the meeting`,
    'with a second line that stays',
  ].entries())
    turned.drawText(words, { x: 200 + at * 24, y: 120, size: 13, font, rotate: degrees(90) });

  const broken = pdf.addPage([595, 842]);
  line(broken, 760, `The report of the school says that ${first} ${last.slice(0, 3)}-`);
  line(broken, 742, `${last.slice(3)} was away on Tuesday and came back on Friday of that week.`);
  let x = 50;
  for (const letter of `${first} ${last} letter by letter`) {
    broken.drawText(letter, { x, y: 700, size: 12, font });
    x += font.widthOfTextAtSize(letter, 12);
  }
  unseen(broken, font, `${name} unseen`);

  const field = pdf.addPage([595, 842]);
  line(field, 760, 'A form with one field that was filled in by the family of the child:');
  const box = pdf.getForm().createTextField('who');
  box.setText(name);
  box.addToPage(field, { x: 50, y: 700, width: 240, height: 22 });
  note(pdf, field, name);

  const scan = pdf.addPage([595, 842]);
  const png = await pdf.embedPng(await pictureOfText(`Scanned letter about ${name} from the clinic`));
  scan.drawImage(png, { x: 0, y: 0, width: 595, height: 842 });

  pdf.setTitle(`Letter about ${name}`);
  pdf.setAuthor(name);
  pdf.addJavaScript('greet', `app.alert("${name}")`);
  await pdf.attach(new TextEncoder().encode(`Notes about ${name}`), 'notes.txt', { mimeType: 'text/plain' });
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>${name}</dc:title></x:xmpmeta>`;
  pdf.catalog.set(
    PDFName.of('Metadata'),
    pdf.context.register(pdf.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })),
  );
  return laterRevision(await pdf.save({ useObjectStreams: false }), name);
}

/** A PDF with a picture of a line of print in the middle of its first page. */
export async function withPicture(bytes: Uint8Array, words: string, width = 595): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  const png = await pdf.embedPng(await pictureOfText(words));
  pdf.getPage(0).drawImage(png, { x: 0, y: 0, width, height: (width * 760) / 595 });
  return pdf.save({ useObjectStreams: false });
}

const writerOf =
  (font: PDFFont) =>
  (page: PDFPage, y: number, words: string, extra: Parameters<PDFPage['drawText']>[1] = {}): void =>
    page.drawText(words, { x: 50, y, size: 12, font, ...extra });

function unseen(page: PDFPage, font: PDFFont, words: string): void {
  page.node.setFontDictionary(PDFName.of('U'), font.ref);
  const content = `BT 3 Tr /U 12 Tf 50 600 Td ${font.encodeText(words)} Tj ET`;
  page.node.addContentStream(page.doc.context.register(page.doc.context.stream(content)));
}

function note(pdf: PDFDocument, page: PDFPage, words: string): void {
  const annotation = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [400, 700, 420, 720] });
  annotation.set(PDFName.of('Contents'), PDFString.of(words));
  page.node.addAnnot(pdf.context.register(annotation));
}

/** A page with one line of print, as a scanner sees it. */
async function pictureOfText(words: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  pdf.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 14, font });
  const open = await openPdf(await pdf.save());
  try {
    return encodePng(open.draw(1, 150));
  } finally {
    open.close();
  }
}

/** Appends a revision, as programs do that save a change: what it takes the place of stays in the file. */
function laterRevision(bytes: Uint8Array, words: string): Uint8Array {
  const file = Buffer.from(bytes).toString('latin1');
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1] ?? '0';
  const size = Number(/\/Size (\d+)/.exec(file)?.[1] ?? 0);
  const root = /\/Root (\d+ \d+ R)/.exec(file)?.[1] ?? '';
  const object = `${size} 0 obj\n<< /Title (Second letter about ${words}) >>\nendobj\n`;
  const at = bytes.length + object.length;
  const offset = String(bytes.length).padStart(10, '0');
  const tail = `xref\n${size} 1\n${offset} 00000 n \ntrailer\n<< /Size ${size + 1} /Root ${root} /Info ${size} 0 R /Prev ${before} >>\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(Buffer.concat([bytes, Buffer.from(object + tail, 'latin1')]));
}
