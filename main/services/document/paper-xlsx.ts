import type { Cell } from 'write-excel-file/node';
import { parseDate } from '../../../shared/domain/parse-time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { guarded } from './guard.ts';
import type { Paper, PaperBlock } from './paper.ts';
import { workbookOf } from './workbook.ts';

type Table = Extract<PaperBlock, { is: 'table' }>;
/** A table with what stands above it on the paper. */
type Part = { readonly lines: readonly string[]; readonly table: Table };

const border = { borderColor: '#9aa4b5', borderStyle: 'thin' as const };
const headLook = { fontWeight: 'bold' as const, backgroundColor: '#dfe5ef', wrap: true, ...border };
const cellLook = { wrap: true, alignVertical: 'top' as const, ...border };

/**
 * A paper of tables as a workbook: a sheet for each table, whose first row is its heads, with what stands above it on the
 * paper, where the paper is from and its marking under the rows. Whole days are dates to the workbook.
 */
export function paperXlsx(paper: Paper): Promise<Uint8Array> {
  const parts = partsOf(paper.blocks);
  const names = sheetNames(parts.map(({ table }) => table.caption));
  const sheets = parts.map(({ lines, table }, at) => ({
    sheet: names[at] ?? '',
    data: [
      table.head.map((value): Cell => ({ value: guarded(value), ...headLook })),
      ...table.rows.map((row) => row.map(cellOf)),
      [],
      ...[paper.marking, ...lines, ...paper.facts]
        .flatMap((text) => text.split('\n'))
        .filter(Boolean)
        .map((value): Cell[] => [{ value: guarded(value), textColor: '#434b59' }]),
    ],
    columns: table.head.map((_, at) => ({ width: widthOf(table, at) })),
    stickyRowsCount: 1,
  }));
  return workbookOf(sheets, paper);
}

/** Words as they stand; what is one whole day on the paper is a date here, so that a column of them can be sorted. */
function cellOf(words: string): Cell {
  const day = parseDate(words);
  return day.ok && formatDayLong(day.value) === words
    ? { value: new Date(`${day.value}T00:00:00.000Z`), format: 'dd/mm/yyyy', align: 'left', ...cellLook }
    : { value: guarded(words), ...cellLook };
}

function partsOf(blocks: readonly PaperBlock[]): readonly Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  for (const block of blocks) {
    if (block.is === 'table') {
      parts.push({ lines, table: block });
      lines = [];
    } else lines.push(...(block.is === 'list' ? block.items : [block.text]));
  }
  const last = parts.at(-1);
  return last && lines.length > 0
    ? [...parts.slice(0, -1), { ...last, lines: [...last.lines, ...lines] }]
    : parts;
}

/**
 * Wide enough to be read, in letters; a share of the paper's width where it says one. A table that asks for more than the
 * paper has stays within what is still readable on A3.
 */
function widthOf({ head, widths }: Table, at: number): number {
  const shares = widths ?? head.map(() => 100 / head.length);
  const asked = shares.reduce((sum, share) => sum + share, 0) * LETTERS_A_SHARE;
  const scale = Math.min(1, MOST_LETTERS / asked) * LETTERS_A_SHARE;
  return Math.max(12, Math.round((shares[at] ?? 0) * scale));
}

const LETTERS_A_SHARE = 1.6;
const MOST_LETTERS = 290;

/** Ends with a whole word where that costs no more than a few letters. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most);
  return text.slice(0, space >= most - 6 ? space : most).trim();
}

/** Excel takes no more than 31 letters, none of []:*?/\, and no name twice. */
function sheetNames(captions: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const caption of captions) {
    const plain = caption.replaceAll(/[[\]:*?/\\]/g, ' ').trim() || 'Sheet';
    let name = shortened(plain, 31);
    for (let nth = 2; names.some((one) => one.toLowerCase() === name.toLowerCase()); nth += 1)
      name = `${shortened(plain, 28)} ${nth}`;
    names.push(name);
  }
  return names;
}
