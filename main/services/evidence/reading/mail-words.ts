import { exactly } from '../../../../shared/domain/exact-pattern.ts';
import { decodeText } from '../../import/csv-text.ts';
import { whenOf } from './mail-date.ts';
import { htmlText, type Words, wordsOf } from './words.ts';

const mostParts = 500;
/** Messages inside messages, and parts inside parts. */
const deepest = 12;
const mostLevels = 60;

/** The words of a message: who, when and about what, then its text; the words of attachments are not read. */
export function mailWords(bytes: Uint8Array): Words {
  const message = parted(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const shown = ['from', 'to', 'cc', 'bcc', 'date', 'subject']
    .map((name) => [name, headerText(message.headers.get(name) ?? '')] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      const said = name === 'date' ? whenOf(value) : value;
      return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${said}`;
    });
  const texts: string[] = [];
  const attachments: string[] = [];
  eachPart(message, (part) => {
    if (part.isAttachment) attachments.push(part.name || part.kind);
    else texts.push(textOf(part));
  });
  const names = attachments.map((name) => `Attachment: ${name}`);
  const text = [...shown, '', ...texts, '', ...names].join('\n');
  return wordsOf([text], { unread: attachments.length, counted: false });
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

/** The head and body of a message or of one of its parts. */
export function parted(text: string): Part {
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

/** A part of a message that holds no others: its text, the head of a message inside it, or a file that came with it. */
export type MailPart = Part & {
  /** "text/html". */
  readonly kind: string;
  readonly name: string;
  readonly charset: string;
  readonly isAttachment: boolean;
};

/**
 * Goes through the parts of a message and of the messages inside it, as deep and as many as a real one has; says
 * whether there was more.
 */
export function eachPart(message: Part, hear: (part: MailPart) => void): { readonly isTooDeep: boolean } {
  let heard = 0;
  let isTooDeep = false;
  const visit = (part: Part, depth: number, level: number): void => {
    if (depth > deepest || level > mostLevels) {
      isTooDeep = true;
      return;
    }
    if (heard > mostParts) return;
    const { headers, body } = part;
    const type = headers.get('content-type') ?? 'text/plain';
    const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
    const disposition = headers.get('content-disposition') ?? '';
    const name = headerText(parameter(disposition, 'filename') || parameter(type, 'name'));
    const boundary = parameter(type, 'boundary');
    if (kind.startsWith('multipart/') && boundary !== '') {
      for (const piece of body.split(delimiter(boundary)).slice(1)) {
        if (!piece.startsWith('--')) visit(parted(piece.replace(/^[ \t]*\r?\n/, '')), depth, level + 1);
      }
      return;
    }
    heard += 1;
    if (kind === 'message/rfc822') {
      const inner = parted(body);
      const head = ['subject', 'from'].map((wanted) => headerText(inner.headers.get(wanted) ?? ''));
      const lines = {
        headers: new Map<string, string>(),
        body: Buffer.from(head.join('\n')).toString('latin1'),
      };
      hear({ ...lines, kind: 'text/plain', name: '', charset: 'utf-8', isAttachment: false });
      visit(inner, depth + 1, level + 1);
      return;
    }
    const isText = /^text\/(plain|html)$/.test(kind) && !/^attachment/i.test(disposition);
    hear({ headers, body, kind, name, charset: parameter(type, 'charset'), isAttachment: !isText });
  };
  visit(message, 0, 0);
  return { isTooDeep };
}

/** A line of its own (RFC 2046, 5.1.1), so that one boundary may begin as another does. */
function delimiter(boundary: string): RegExp {
  return new RegExp(`(?:^|\\r?\\n)--${exactly(boundary)}(?=--|[ \\t]*(?:\\r?\\n|$))`);
}

function textOf({ headers, body, kind, charset }: MailPart): string {
  const text = decoded(body, headers.get('content-transfer-encoding') ?? '', charset);
  return kind === 'text/html' ? htmlText(text) : text;
}

/** The bytes of a file that came with a message. */
export function partBytes({ headers, body }: MailPart): Uint8Array {
  const way = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (way === 'base64') return Buffer.from(body, 'base64');
  if (way === 'quoted-printable') return fromQuoted(body.replaceAll(/=[ \t]*\r?\n/g, ''));
  return Buffer.from(body, 'latin1');
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
export function headerText(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, way: string, text: string) =>
      inCharset(
        way.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQuoted(text.replaceAll('_', ' ')),
        charset,
      ),
    );
}
