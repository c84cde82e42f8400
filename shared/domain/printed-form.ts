import type { EvidenceItem, EvidenceType } from './evidence.ts';

/** What can be neither shown nor printed here, nor has pages already. */
const unprintable: ReadonlySet<EvidenceType> = new Set(['pdf', 'tiff', 'heic']);

/** Whether pages can be made here of a document of this type. */
export const isPrintable = (type: EvidenceType): boolean => !unprintable.has(type);

type Printed = Pick<EvidenceItem, 'id' | 'type' | 'printedOfId' | 'madeFromId' | 'receivedAt'>;

/**
 * The PDF that stands for a document: one that somebody saved from the program it was written in before one that was
 * printed here, and the newest of several. Null where there is none.
 */
export function printedFormOf<Item extends Printed>(items: readonly Item[], id: string): Item | null {
  const forms = items.filter((item) => item.printedOfId === id && item.type === 'pdf');
  const best = forms.toSorted(
    (a, b) =>
      Number(isPrintedHere(a)) - Number(isPrintedHere(b)) ||
      (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? -1 : 1),
  );
  return best[0] ?? null;
}

/** Whether a printed form was made by the app, so that its layout may differ from the document's. */
export const isPrintedHere = ({ madeFromId }: Pick<EvidenceItem, 'madeFromId'>): boolean =>
  madeFromId !== null;

/** What the pages that are made of a document leave out, or may show otherwise; empty for a PDF. */
export function layoutWarning(type: EvidenceType): string {
  switch (type) {
    case 'pdf':
      return '';
    case 'docx':
      return 'Its pages were made here from the Word document: lines and pages may break elsewhere, and its own page numbers, text boxes and charts may be missing. Where the layout matters, save it as PDF in Word, add that to the evidence and name it as the printed form.';
    case 'xlsx':
      return 'Its pages were made here from the values of the workbook, up to 1,000 rows and 60 columns of each sheet. Charts and colours are left out.';
    case 'pptx':
      return 'Its pages were made here from the words of each slide. Pictures and layout are left out.';
    case 'eml':
    case 'msg':
      return 'Its pages were made here from the words of the message. What came with it is a document of its own.';
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
      return 'The picture was put on a page, without where and when it was taken.';
    default:
      return 'Its pages were made here from its words: the layout may differ.';
  }
}
