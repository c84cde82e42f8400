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
  'pgdsctbl',
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

/** Groups whose words stand on no page: properties, and, by RTF 1.9.1, any that a reader may leave out. */
const unshown = new Set(['info', '*']);

/** Which words are being read; null where there are none. */
type Into = 'shown' | 'unshown' | null;

/** The words of an RTF document, and apart from them those that do not show, its properties among them. */
export function rtfWords(bytes: Uint8Array): Words {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pattern = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z0-9'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
  const said = { shown: '', unshown: '' };
  const outer: Into[] = [];
  let into = 'shown' as Into;
  let skip = 0;
  const say = (words: string): void => {
    if (into !== null) said[into] += words;
  };
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(pattern)) {
    const mark = word ?? symbol ?? '';
    if (brace === '{') outer.push(into);
    else if (brace === '}') {
      // Words of another group are other words.
      if (into === 'unshown') say(' ');
      into = outer.pop() ?? 'shown';
    } else if (into === null) continue;
    else if (silent.has(mark)) into = null;
    else if (unshown.has(mark)) into = 'unshown';
    else if (word === 'u' && number !== undefined) {
      say(String.fromCharCode((Number(number) + 65536) % 65536));
      skip = 1;
    } else if (mark) say(breaks[mark] ?? ('\\{}'.includes(mark) ? mark : ''));
    else if (hex !== undefined) {
      if (skip === 0) say(decodeText(Buffer.from(hex, 'hex')) ?? '');
      skip = 0;
    } else if (plain !== undefined) {
      say(plain.slice(skip));
      skip = 0;
    }
  }
  return wordsOf([said.shown], { hidden: said.unshown.replaceAll(/ +/g, ' '), counted: false });
}
