import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock } from './paper.ts';
import { a4, wordRun } from './word-page.ts';

const margin = 1_000;

/** A paper as a Word document: British English, headings in the outline, table heads marked, the marking on each page. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { title, facts, marking, isLandscape = false, blocks } = paper;
  const document = new Document({
    title,
    creator: 'LANO Desk',
    styles: {
      default: {
        document: wordRun(21),
        title: { run: { font: 'Arial', size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: 'Arial', size: 26, bold: true },
          paragraph: { spacing: { before: 320, after: 80 } },
        },
        heading2: {
          run: { font: 'Arial', size: 21, bold: true },
          paragraph: { spacing: { before: 200, after: 40 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...a4, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        headers: { default: new Header({ children: [strip([new TextRun({ text: marking, bold: true })])] }) },
        footers: {
          default: new Footer({
            children: [
              strip([
                new TextRun({ text: `${marking}    Page `, bold: true }),
                new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
              ]),
            ],
          }),
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...facts.map((fact) => paragraph(fact, true)),
          ...blocks.flatMap(blockDocx),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const quiet = '434B59';

function blockDocx(block: PaperBlock): (Paragraph | Table)[] {
  if (block.is === 'heading')
    return [
      new Paragraph({
        text: block.text,
        heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        keepNext: true,
      }),
    ];
  if (block.is === 'text') return [paragraph(block.text, block.isQuiet ?? false, block.label)];
  if (block.is === 'list')
    return block.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
  return [tableDocx(block), new Paragraph({})];
}

function tableDocx({ head, rows, widths }: Extract<PaperBlock, { is: 'table' }>): Table {
  const width = (at: number) => ({
    size: widths?.[at] ?? 100 / Math.max(1, head.length),
    type: WidthType.PERCENTAGE,
  });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: head.map(
        (_, at) =>
          new TableCell({
            width: width(at),
            margins: { top: 60, bottom: 60, right: 120 },
            children: [
              // The heads stay with the first row, and so does the heading above them.
              new Paragraph({ children: runs(cells[at] ?? '', isHead || at === 0), keepNext: isHead }),
            ],
          }),
      ),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'CBD1DA' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      ...{ top: line, bottom: line, insideHorizontal: line },
      ...{ left: none, right: none, insideVertical: none },
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

const paragraph = (words: string, isQuiet: boolean, label = ''): Paragraph =>
  new Paragraph({
    children: [
      ...(label === '' ? [] : [...runs(label, true), new TextRun({ break: 1 })]),
      ...runs(words, false, isQuiet),
    ],
    spacing: { after: 120 },
  });

const strip = (children: TextRun[]): Paragraph => new Paragraph({ children, alignment: AlignmentType.LEFT });

function runs(words: string, bold = false, isQuiet = false): TextRun[] {
  return printable(words)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, bold, break: at === 0 ? 0 : 1, ...(isQuiet ? { color: quiet } : {}) }),
    );
}

/** Without the control characters that XML 1.0 (section 2.2) forbids, on which Word refuses the whole file. */
const printable = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  words.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
