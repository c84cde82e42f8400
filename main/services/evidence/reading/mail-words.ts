import { decodeText } from '../../import/csv-text.ts';
import { htmlText, type Words, wordsOf } from './words.ts';

const mostParts = 500;
const deepest = 12;

type Found = { readonly texts: string[]; readonly attachments: string[] };

/** The words of a message: who, when and about what, then its text; the words of attachments are not read. */
export function mailWords(bytes: Uint8Array): Words {
  const message = parted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const shown = ['from', 'to', 'cc', 'bcc', 'date', 'subject']
    .map((name) => [name, headerText(message.headers.get(name) ?? '')] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`);
  const found: Found = { texts: [], attachments: [] };
  collect(message, found, 0);
  const names = found.attachments.map((name) => `Attachment: ${name}`);
  const text = [...shown, '', ...found.texts, '', ...names].join('\n');
  return wordsOf([text], { unread: found.attachments.length, counted: false });
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function parted(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap ? text.slice(0, gap.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).trim().toLowerCase();
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return { headers, body: gap ? text.slice(gap.index + gap[0].length) : '' };
}

function collect({ headers, body }: Part, found: Found, depth: number): void {
  if (depth > deepest || found.texts.length + found.attachments.length > mostParts) return;
  const type = headers.get('content-type') ?? 'text/plain';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'filename') || parameter(type, 'name');
  const boundary = parameter(type, 'boundary');
  if (kind.startsWith('multipart/') && boundary !== '') {
    for (const piece of body.split(`--${boundary}`).slice(1)) {
      if (!piece.startsWith('--')) collect(parted(piece.replace(/^[ \t]*\r?\n/, '')), found, depth + 1);
    }
  } else if (kind === 'message/rfc822') {
    const inner = parted(body);
    found.texts.push(
      headerText(inner.headers.get('subject') ?? ''),
      headerText(inner.headers.get('from') ?? ''),
    );
    collect(inner, found, depth + 1);
  } else if (/^text\/(plain|html)$/.test(kind) && !/^attachment/i.test(disposition)) {
    const text = decoded(body, headers.get('content-transfer-encoding') ?? '', parameter(type, 'charset'));
    found.texts.push(kind === 'text/html' ? htmlText(text) : text);
  } else {
    found.attachments.push(headerText(name) || kind);
  }
}

function parameter(header: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\*?=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  const value = match?.[1] ?? match?.[2] ?? '';
  const encoded = /^([\w-]+)'[^']*'(.*)$/.exec(value);
  return encoded ? inCharset(fromPercents(encoded[2] ?? ''), encoded[1] ?? '') : value;
}

const fromPercents = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function decoded(body: string, encoding: string, charset: string): string {
  const way = encoding.trim().toLowerCase();
  if (way === 'base64') return inCharset(Buffer.from(body, 'base64'), charset);
  if (way === 'quoted-printable') return inCharset(fromQuoted(body.replaceAll(/=[ \t]*\r?\n/g, '')), charset);
  return inCharset(Buffer.from(body, 'latin1'), charset);
}

const fromQuoted = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Text in the charset it names; where that is unknown or wrong, as any text file is read. */
function inCharset(bytes: Buffer, charset: string): string {
  try {
    if (charset !== '' && !/^(utf-?8|us-ascii|iso-8859-1|windows-1252)$/i.test(charset)) {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    }
  } catch {
    // An unknown charset: read it as any other text.
  }
  return decodeText(bytes) ?? bytes.toString('latin1');
}

/** A header with its encoded words ("=?utf-8?B?...?=") turned into letters. */
function headerText(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, way: string, text: string) =>
      inCharset(
        way.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQuoted(text.replaceAll('_', ' ')),
        charset,
      ),
    );
}
