/**
 * A document to be read on paper or in Word, said once: what it is called and its blocks in order. Text is plain; where
 * a cell or paragraph has several lines they are parted by "\n".
 */
export type Paper = {
  readonly title: string;
  /** What stands under the title, such as the council, a version and the time it was made. */
  readonly facts: readonly string[];
  /** The protective marking, on every page. */
  readonly marking: string;
  readonly isLandscape?: boolean;
  readonly blocks: readonly PaperBlock[];
};

export type PaperBlock =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly text: string }
  | {
      readonly is: 'text';
      readonly text: string;
      readonly isQuiet?: boolean;
      /** What the words are about, in a line above them. */
      readonly label?: string;
    }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | {
      readonly is: 'table';
      /** What the table holds, for those who hear it. */
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The share of the width that each column takes, in per cent; even where it is left out. */
      readonly widths?: readonly number[];
    };

export const heading = (text: string, level: 2 | 3 = 2): PaperBlock => ({ is: 'heading', level, text });
export const text = (words: string): PaperBlock => ({ is: 'text', text: words });
export const quietText = (words: string): PaperBlock => ({ is: 'text', text: words, isQuiet: true });
export const labelled = (label: string, words: string): PaperBlock => ({ is: 'text', text: words, label });
export const list = (items: readonly string[]): PaperBlock => ({ is: 'list', items });

/** All the words of a paper's own, to be searched. */
export function wordsOfPaper({ title, facts, blocks }: Paper): string {
  const words = blocks.flatMap((block) => {
    if (block.is === 'list') return block.items;
    return block.is === 'table' ? [block.caption, ...block.head, ...block.rows.flat()] : [block.text];
  });
  return [title, ...facts, ...words].join('\n');
}

/** A block with its words made safe to leave the app; the heads of a table are ours and stay. */
export function safeBlock(block: PaperBlock, safe: (words: string) => string): PaperBlock {
  if (block.is === 'list') return { ...block, items: block.items.map(safe) };
  if (block.is === 'table')
    return { ...block, caption: safe(block.caption), rows: block.rows.map((row) => row.map(safe)) };
  return { ...block, text: safe(block.text) };
}
