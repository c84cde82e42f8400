import { decodeText } from '../../import/csv-text.ts';
import { type Words, wordsOf } from './words.ts';

/** Groups that hold fonts, styles and pictures, not words. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'pict',
  'object',
  'themedata',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'fldinst',
  'bin',
]);
const breaks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': ' ',
  _: '-',
};

/** The words of an RTF document, its properties among them. */
export function rtfWords(bytes: Uint8Array): Words {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pattern = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z0-9'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
  let isSilent = false;
  const outer: boolean[] = [];
  let text = '';
  let skip = 0;
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(pattern)) {
    if (brace === '{') outer.push(isSilent);
    else if (brace === '}') isSilent = outer.pop() ?? false;
    else if (isSilent) continue;
    else if (word !== undefined && silent.has(word)) isSilent = true;
    else if (word === 'u' && number !== undefined) {
      text += String.fromCharCode((Number(number) + 65536) % 65536);
      skip = 1;
    } else if (word !== undefined || symbol !== undefined) {
      const mark = word ?? symbol ?? '';
      text += breaks[mark] ?? ('\\{}'.includes(mark) ? mark : '');
    } else if (hex !== undefined) {
      if (skip === 0) text += decodeText(Buffer.from(hex, 'hex')) ?? '';
      skip = 0;
    } else if (plain !== undefined) {
      text += plain.slice(skip);
      skip = 0;
    }
  }
  return wordsOf([text], { counted: false });
}
