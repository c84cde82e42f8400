import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib';
import type { CombinedPart } from './compose-worker.ts';

type Numbering = {
  readonly bytes: Uint8Array;
  /** The number of its first page. */
  readonly first: number;
  readonly marking: string;
  readonly label: string;
};

/**
 * A copy of a PDF with the marking and a running page number on every page, upright however the page is turned. Fails
 * for a PDF that is damaged or closed to changes.
 */
export async function numberPages({
  bytes,
  first,
  marking,
  label,
}: Numbering): Promise<{ bytes: Uint8Array; pages: number }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.HelveticaBold);
  const pages = pdf.getPages();
  pages.forEach((page, at) => {
    stamp(page, font, `${label}   ${first + at}`, 'right');
    if (marking) stamp(page, font, marking, 'centre');
  });
  return { bytes: await pdf.save({ addDefaultPage: false }), pages: pages.length };
}

/** At the foot of what is seen of the page, which may be turned or cropped. */
function stamp(page: PDFPage, font: PDFFont, words: string, place: 'right' | 'centre'): void {
  const said = encodable(words, font);
  const size = 9;
  const gap = 14;
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const isTurned = turn === 90 || turn === 270;
  const [width, height] = isTurned ? [box.height, box.width] : [box.width, box.height];
  const length = font.widthOfTextAtSize(said, size);
  const across = place === 'right' ? width - length - gap * 1.5 : (width - length) / 2;
  const places: Readonly<Record<number, readonly [number, number]>> = {
    90: [height - gap, across],
    180: [width - across, height - gap],
    270: [gap, width - across],
  };
  const [x, y] = places[turn] ?? [across, gap];
  page.drawText(said, { x: box.x + x, y: box.y + y, size, font, rotate: degrees(turn) });
}

/** The built-in fonts know the letters of western Europe only. */
function encodable(words: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  return [...words.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'")]
    .map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
    .join('');
}

type Combining = {
  readonly parts: readonly CombinedPart[];
  readonly title: string;
  readonly marking: string;
};

/**
 * One PDF of several in their order, with a contents page whose lines are links, and a bookmark for each part. What
 * cannot be opened is refused and named by its path.
 */
export async function combinePdfs(
  { parts, title, marking }: Combining,
  read: (path: string) => Promise<Uint8Array>,
): Promise<{ pdf: Uint8Array; refused: readonly string[] }> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('en-GB');
  pdf.setCreator('LANO Desk');
  pdf.setProducer('LANO Desk');
  const placed: { readonly title: string; readonly page: PDFPage; readonly from: number; pages: number }[] =
    [];
  const refused: string[] = [];
  for (const part of parts) {
    try {
      const source = await PDFDocument.load(await read(part.path), { updateMetadata: false });
      const pages = await pdf.copyPages(source, source.getPageIndices());
      const from = pdf.getPageCount();
      for (const page of pages) pdf.addPage(page);
      const [page] = pages;
      if (page) placed.push({ title: part.title, page, from, pages: pages.length });
    } catch {
      refused.push(part.path);
    }
  }
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const perPage = 40;
  const sheets = Math.ceil(placed.length / perPage);
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const page = pdf.insertPage(sheet, [595, 842]);
    page.drawText(encodable(sheet === 0 ? 'Contents' : 'Contents, continued', bold), {
      ...{ x: 50, y: 780, size: 16, font: bold },
    });
    if (marking) stamp(page, bold, marking, 'centre');
    placed.slice(sheet * perPage, (sheet + 1) * perPage).forEach((part, at) => {
      const y = 750 - at * 17;
      const number = String(part.from + sheets + 1);
      const words = shortened(encodable(part.title, font), font, 430);
      page.drawText(words, { x: 50, y, size: 10.5, font });
      page.drawText(number, { x: 545 - font.widthOfTextAtSize(number, 10.5), y, size: 10.5, font });
      link(pdf, page, [48, y - 4, 547, y + 12], part.page);
    });
  }
  bookmarks(pdf, placed);
  return { pdf: await pdf.save({ addDefaultPage: false }), refused };
}

function shortened(words: string, font: PDFFont, most: number): string {
  let said = words;
  while (font.widthOfTextAtSize(said, 10.5) > most) said = `${said.slice(0, -4)}...`;
  return said;
}

function link(pdf: PDFDocument, page: PDFPage, rect: readonly number[], to: PDFPage): void {
  const annotation = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [...rect],
    Border: [0, 0, 0],
    Dest: [to.ref, 'Fit'],
  });
  page.node.addAnnot(pdf.context.register(annotation));
}

/** PDF 32000-1 section 12.3.3: a flat list, each entry tied to the one before and after. */
function bookmarks(
  pdf: PDFDocument,
  parts: readonly { readonly title: string; readonly page: PDFPage }[],
): void {
  if (parts.length === 0) return;
  const root = pdf.context.nextRef();
  const refs = parts.map(() => pdf.context.nextRef());
  parts.forEach(({ title, page }, at) => {
    const entry = PDFDict.withContext(pdf.context);
    const destination = PDFArray.withContext(pdf.context);
    destination.push(page.ref);
    destination.push(PDFName.of('Fit'));
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    entry.set(PDFName.of('Parent'), root);
    entry.set(PDFName.of('Dest'), destination);
    const [before, after] = [refs[at - 1], refs[at + 1]];
    if (before instanceof PDFRef) entry.set(PDFName.of('Prev'), before);
    if (after instanceof PDFRef) entry.set(PDFName.of('Next'), after);
    pdf.context.assign(refs[at] ?? pdf.context.nextRef(), entry);
  });
  const outlines = pdf.context.obj({ Type: 'Outlines', Count: parts.length });
  outlines.set(PDFName.of('First'), refs[0] ?? root);
  outlines.set(PDFName.of('Last'), refs.at(-1) ?? root);
  pdf.context.assign(root, outlines);
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
