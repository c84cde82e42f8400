/** The bytes 0x80 to 0x9F in Windows-1252; those it leaves undefined stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export type Delimiter = ',' | ';' | '\t' | '|';

/**
 * Turns the bytes of a text file into text: UTF-8 with or without its mark, UTF-16 either way round, and
 * Windows-1252 for whatever is not valid UTF-8; null when the bytes are not text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  // Control characters other than tab, line breaks and form feed never stand in a table of values.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text) ? null : text;
}

function decoded(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return utf16BigEndian(bytes.subarray(2));
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const zeros = zeroBytes(bytes.subarray(0, 2000));
  if (zeros.odd > 0 && zeros.even === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros.even > 0 && zeros.odd === 0) return utf16BigEndian(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
  }
}

function utf16BigEndian(bytes: Uint8Array): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

function zeroBytes(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

/**
 * Tells what parts the values of a line: a first line "sep=;" decides it, else the mark that gives the most lines
 * the same number of values; a comma when none does.
 */
export function findDelimiter(text: string): { readonly delimiter: Delimiter; readonly text: string } {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (declared) return { delimiter: declared[1] as Delimiter, text: text.slice(declared[0].length) };
  const sample = text.slice(0, 64 * 1024);
  const scored = ([',', ';', '\t', '|'] as const).map((delimiter) => ({
    delimiter,
    ...regularity(sample, delimiter),
  }));
  const best = scored.reduce((a, b) =>
    b.share > a.share || (b.share === a.share && b.fields > a.fields) ? b : a,
  );
  return { delimiter: best.share > 0 ? best.delimiter : ',', text };
}

/** The commonest number of values above one, and the share of lines that have it. */
function regularity(
  sample: string,
  delimiter: Delimiter,
): { readonly share: number; readonly fields: number } {
  const counts = fieldCounts(sample, delimiter);
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  let fields = 1;
  let lines = 0;
  for (const [count, times] of tally)
    if (times > lines || (times === lines && count > fields)) [fields, lines] = [count, times];
  return { share: counts.length === 0 ? 0 : lines / counts.length, fields };
}

function fieldCounts(sample: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  let isQuoted = false;
  let fields = 1;
  let isEmpty = true;
  for (const letter of sample) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === '\n' && !isQuoted) {
      if (!isEmpty) counts.push(fields);
      fields = 1;
      isEmpty = true;
      continue;
    } else if (letter === delimiter && !isQuoted) fields += 1;
    if (letter !== '\r') isEmpty = false;
  }
  if (!isEmpty) counts.push(fields);
  return counts;
}
