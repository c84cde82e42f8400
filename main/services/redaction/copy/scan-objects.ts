import { inflateSync } from 'node:zlib';
import { isOnlyPixels } from './scan-jpeg.ts';

/** The words that a copy's objects hold, one text for each stream of them; or why it is not what a copy has to be. */
export type Scanned = { readonly texts: readonly string[] } | { readonly refused: string };

/**
 * Reads a safe copy object by object, by no library: every byte has to belong to an object that a copy needs, every stream
 * has to open, and no object may hold words other than those over the pictures. Written apart from what writes copies, so
 * that both would have to be wrong in the same way. The grammar is that of ISO 32000-1 section 7.
 */
export function scanObjects(bytes: Uint8Array): Scanned {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const texts: string[] = [];
  try {
    let at = expect(file, 0, /%PDF-1\.\d\r?\n%[\x80-\xff]{3,}\r?\n/y);
    for (;;) {
      at = expect(file, at, /\s*/y);
      const start = match(file, at, /\d+ \d+ obj\s*/y);
      if (!start) break;
      at = readObject(file, bytes, at + start.length, texts);
    }
    at = expect(file, at, /xref\s+(?:\d+ \d+\s+(?:\d{10} \d{5} [nf]\s*)+)+trailer\s*/y);
    const trailer = dictionaryAt(file, at);
    onlyKeys(trailer, trailerKeys);
    expect(file, at + trailer.length, /\s*startxref\s+\d+\s+%%EOF\s*$/y);
    return { texts };
  } catch (error) {
    if (error instanceof NotACopy) return { refused: error.message };
    throw error;
  }
}

class NotACopy extends Error {}

function readObject(file: string, bytes: Uint8Array, from: number, texts: string[]): number {
  const dictionary = dictionaryAt(file, from);
  onlyKeys(dictionary, objectKeys);
  let at = from + dictionary.length;
  const stream = match(file, at, /\s*stream\r?\n/y);
  if (stream) {
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? Number.NaN);
    if (!Number.isInteger(length)) throw new NotACopy('It holds a stream of unknown length.');
    const begin = at + stream.length;
    readStream(dictionary, bytes.subarray(begin, begin + length), texts);
    at = expect(file, begin + length, /\s*endstream/y);
  }
  return expect(file, at, /\s*endobj/y);
}

function readStream(dictionary: string, data: Uint8Array, texts: string[]): void {
  if (/\/Subtype\s*\/Image/.test(dictionary)) {
    const number = (key: string) => Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? 0);
    const picture = {
      ...{ width: number('Width'), height: number('Height') },
      samples: dictionary.includes('/DeviceGray') ? 1 : 3,
    };
    const isPlain = dictionary.includes('/DCTDecode')
      ? isOnlyPixels(data, picture)
      : inflated(data).length === picture.width * picture.height * picture.samples;
    if (!isPlain) throw new NotACopy('It holds more than the pixels of a picture.');
    return;
  }
  texts.push(wordsShown(inflated(data).toString('latin1')));
}

function inflated(data: Uint8Array): Buffer {
  try {
    return inflateSync(data);
  } catch {
    throw new NotACopy('It holds a stream that cannot be opened.');
  }
}

/** A page's content may draw its picture and show words, and nothing else. */
function wordsShown(content: string): string {
  const [first = '', ...lines] = content.split('\n');
  const isPlain =
    /^q [\d.]+ 0 0 [\d.]+ 0 0 cm \/P Do Q$/.test(first) && lines[0] === 'BT 3 Tr' && lines.at(-1) === 'ET';
  if (!isPlain) throw new NotACopy('It draws something besides its pages.');
  return lines
    .slice(1, -1)
    .map((line) => {
      const shown = /^\/F [\d.]+ Tf [\d.]+ Tz 1 0 0 1 -?[\d.]+ -?[\d.]+ Tm <([0-9A-Fa-f]*)> Tj$/.exec(line);
      if (!shown) throw new NotACopy('It shows words in a way that cannot be read.');
      return windows.decode(Buffer.from(shown[1] ?? '', 'hex'));
    })
    .join('');
}

/** The built-in fonts' way of numbering letters, near enough. */
const windows = new TextDecoder('windows-1252');

/** A dictionary with nothing in it but names, numbers, references, arrays and dictionaries. */
function dictionaryAt(file: string, from: number): string {
  let depth = 0;
  let at = from;
  do {
    const token = match(
      file,
      at,
      /<<|>>|\/[A-Za-z0-9.+-]+|-?\d+(?:\.\d+)?|R\b|\[|\]|<[0-9A-Fa-f]{32}>|true|false|\s+/y,
    );
    if (!token) throw new NotACopy('It holds an object that cannot be read.');
    if (token === '<<') depth += 1;
    if (token === '>>') depth -= 1;
    at += token.length;
  } while (depth > 0);
  return file.slice(from, at);
}

const objectKeys = new Set(
  `Type Catalog Pages Page Kids Count Parent MediaBox Resources Contents XObject Subtype Image Width Height ColorSpace
  DeviceGray DeviceRGB BitsPerComponent Filter FlateDecode DCTDecode Length Font Type1 BaseFont Helvetica Encoding WinAnsiEncoding
  P F`
    .split(/\s+/)
    .filter(Boolean),
);
const trailerKeys = new Set(['Size', 'Root', 'ID']);

function onlyKeys(dictionary: string, allowed: ReadonlySet<string>): void {
  const strange = [...dictionary.matchAll(/\/([A-Za-z0-9.+-]+)/g)].some(
    ([, name]) => !allowed.has(name ?? ''),
  );
  if (strange) throw new NotACopy('It holds an object besides its pages.');
}

function match(file: string, at: number, pattern: RegExp): string | null {
  pattern.lastIndex = at;
  return pattern.exec(file)?.[0] ?? null;
}

function expect(file: string, at: number, pattern: RegExp): number {
  const found = match(file, at, pattern);
  if (found === null) throw new NotACopy('It holds something that is no object of a page.');
  return at + found.length;
}
