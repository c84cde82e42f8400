/** A piece of a Word document as docx-preview reads it; the package's types leave it out. */
export type WordPiece = {
  readonly type?: string;
  text?: string;
  readonly instruction?: string;
  readonly charType?: string;
  children?: WordPiece[];
};

type WordParts = { readonly parts: readonly { readonly rootElement?: WordPiece }[] };

const isPageNumber = (instruction: string): boolean =>
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction);

/**
 * Takes the numbers out that headers and footers had when Word last saved the document: they would stand on every page
 * alike. Pages are numbered anew when they are printed.
 */
export function leaveOutPageNumbers({ parts }: WordParts): void {
  for (const { rootElement } of parts)
    if (rootElement?.type === 'header' || rootElement?.type === 'footer') strip(rootElement);
}

function strip(piece: WordPiece): void {
  let instruction = '';
  let isResult = false;
  let hasNumbers = false;
  const walk = (parent: WordPiece): void => {
    parent.children = (parent.children ?? []).filter((child) => {
      if (child.type === 'instruction') instruction += child.text ?? '';
      if (child.type === 'complexField') {
        if (child.charType === 'begin') instruction = '';
        isResult = child.charType === 'separate';
      }
      const isNumber =
        (child.type === 'simpleField' && isPageNumber(child.instruction ?? '')) ||
        (child.type === 'text' && isResult && isPageNumber(instruction));
      // A field whose number Word never worked out has only its instruction.
      hasNumbers ||= isNumber || (child.type === 'instruction' && isPageNumber(child.text ?? ''));
      if (isNumber) return false;
      walk(child);
      return true;
    });
  };
  walk(piece);
  if (hasNumbers) leaveOutLabels(piece);
}

/** "Page" and "of", which say nothing without their numbers. */
function leaveOutLabels(piece: WordPiece): void {
  if (piece.type === 'text')
    piece.text = piece.text?.replace(/(?:^|(?<=[\s|–-]))page\s*$|^\s*of\s*$/i, '') ?? '';
  for (const child of piece.children ?? []) leaveOutLabels(child);
}
