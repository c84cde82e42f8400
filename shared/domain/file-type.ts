import { AppError } from '../errors.ts';
import type { EvidenceType } from './evidence.ts';

/** The largest document that is taken in: 2 GB. */
export const largestFile = 2 * 1024 ** 3;

/** How many bytes from the start of a file `inspectFile` wants to see; fewer only where the file is shorter. */
export const firstBytesWanted = 64 * 1024;

/** What the first bytes say; the two containers need a look inside before they count as evidence. */
export type FileKind = EvidenceType | 'zip' | 'ole';

type Signature = { readonly kind: FileKind; readonly at?: number; readonly bytes: string };

const signatures: readonly Signature[] = [
  { kind: 'png', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'jpeg', bytes: '\xff\xd8\xff' },
  { kind: 'gif', bytes: 'GIF87a' },
  { kind: 'gif', bytes: 'GIF89a' },
  { kind: 'tiff', bytes: 'II*\0' },
  { kind: 'tiff', bytes: 'MM\0*' },
  { kind: 'zip', bytes: 'PK\x03\x04' },
  { kind: 'zip', bytes: 'PK\x05\x06' },
  { kind: 'ole', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'rtf', bytes: '{\\rtf' },
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map(
    (brand): Signature => ({ kind: 'heic', at: 4, bytes: `ftyp${brand}` }),
  ),
];

/**
 * Tells a file's kind from its bytes, never from its name. Fails with `evidence/empty`, `evidence/too-large` or
 * `evidence/unknown-type`. The first 64 KB are enough.
 */
export function inspectFile(first: Uint8Array, size: number): FileKind {
  if (size === 0) throw new AppError('evidence/empty');
  if (size > largestFile) throw new AppError('evidence/too-large');
  const known = signatures.find(({ at = 0, bytes }) => hasBytes(first, at, bytes));
  if (known) return known.kind;
  if (hasBytes(first, 0, 'RIFF') && hasBytes(first, 8, 'WEBP')) return 'webp';
  // A PDF may have up to a kilobyte before its header, and mail gateways do put something there.
  if (asLatin1(first.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  const text = readableStart(first, first.length < size);
  if (text === null) throw new AppError('evidence/unknown-type');
  return textKind(text);
}

const officeParts: readonly (readonly [RegExp, EvidenceType])[] = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\.xml$/, 'xlsx'],
  [/^ppt\/presentation\.xml$/, 'pptx'],
];

/** Tells which Office document a zip is by the names inside it; fails with `evidence/unknown-type` for any other zip. */
export function officeTypeOf(names: readonly string[]): EvidenceType {
  const known = officeParts.find(([part]) => names.some((name) => part.test(name)));
  if (names.includes('[Content_Types].xml') && known) return known[1];
  const isOpenDocument = names.includes('mimetype') && names.includes('content.xml');
  throw new AppError(
    'evidence/unknown-type',
    isOpenDocument
      ? 'It is an OpenDocument file.'
      : 'It is a zip archive; unpack it and add the files in it.',
  );
}

/**
 * Tells what an OLE container holds by the names inside it. Fails with `evidence/password-protected` for a protected
 * Office document, and with `evidence/unknown-type` for Word, Excel and PowerPoint of before 2007.
 */
export function oleTypeOf(names: readonly string[]): EvidenceType {
  if (names.some((name) => name.startsWith('__substg1.0_') || name === '__properties_version1.0'))
    return 'msg';
  if (names.includes('EncryptedPackage')) throw new AppError('evidence/password-protected');
  const isOldOffice = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'].some((name) =>
    names.includes(name),
  );
  throw new AppError(
    'evidence/unknown-type',
    isOldOffice ? 'It is in the old Office format of before 2007.' : undefined,
  );
}

type TypeFacts = {
  /** As the user is told: "Word document". */
  readonly label: string;
  readonly extension: string;
  readonly mime: string;
  /** What one of its pages is called, where it has pages. */
  readonly page: 'page' | 'slide' | 'sheet';
  /** Other endings that such a file may rightly have. */
  readonly also?: readonly string[];
};

const office = 'application/vnd.openxmlformats-officedocument.';

export const typeFacts: Readonly<Record<EvidenceType, TypeFacts>> = {
  pdf: { label: 'PDF', extension: 'pdf', mime: 'application/pdf', page: 'page' },
  docx: {
    label: 'Word document',
    extension: 'docx',
    mime: `${office}wordprocessingml.document`,
    page: 'page',
    also: ['docm', 'dotx'],
  },
  xlsx: {
    label: 'Excel workbook',
    extension: 'xlsx',
    mime: `${office}spreadsheetml.sheet`,
    page: 'sheet',
    also: ['xlsm', 'xltx'],
  },
  pptx: {
    label: 'PowerPoint slides',
    extension: 'pptx',
    mime: `${office}presentationml.presentation`,
    page: 'slide',
    also: ['pptm', 'ppsx'],
  },
  png: { label: 'PNG image', extension: 'png', mime: 'image/png', page: 'page' },
  jpeg: { label: 'JPEG image', extension: 'jpg', mime: 'image/jpeg', page: 'page', also: ['jpeg', 'jfif'] },
  gif: { label: 'GIF image', extension: 'gif', mime: 'image/gif', page: 'page' },
  webp: { label: 'WebP image', extension: 'webp', mime: 'image/webp', page: 'page' },
  tiff: { label: 'TIFF image', extension: 'tif', mime: 'image/tiff', page: 'page', also: ['tiff'] },
  heic: { label: 'HEIC image', extension: 'heic', mime: 'image/heic', page: 'page', also: ['heif'] },
  eml: { label: 'E-mail', extension: 'eml', mime: 'message/rfc822', page: 'page', also: ['txt', 'mht'] },
  msg: { label: 'Outlook message', extension: 'msg', mime: 'application/vnd.ms-outlook', page: 'page' },
  rtf: { label: 'Rich text', extension: 'rtf', mime: 'application/rtf', page: 'page', also: ['doc'] },
  html: { label: 'Web page', extension: 'html', mime: 'text/html', page: 'page', also: ['htm', 'xhtml'] },
  csv: { label: 'CSV table', extension: 'csv', mime: 'text/csv', page: 'page', also: ['txt', 'tsv'] },
  txt: { label: 'Text', extension: 'txt', mime: 'text/plain', page: 'page', also: ['md', 'log', 'csv'] },
};

/** What to do with a picture as iPhones take it: its decoders are bound by patents, so none goes with the app. */
export const heicAdvice =
  'A HEIC picture is kept as it is, but can be neither shown nor read here. Save it as a JPEG where you can open it (on a phone, or in Photos on Windows), and add that too.';

/** Whether a name's ending fits what the file really is; a name without an ending fits anything. */
export function isNamedRightly(fileName: string, type: EvidenceType): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase();
  const { extension, also = [] } = typeFacts[type];
  return ending === undefined || ending === extension || also.includes(ending);
}

function asLatin1(bytes: Uint8Array): string {
  let text = '';
  // A function takes only so many arguments, and spreading them out would walk the bytes one by one.
  for (let at = 0; at < bytes.length; at += 4096)
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 4096));
  return text;
}

function hasBytes(bytes: Uint8Array, at: number, wanted: string): boolean {
  if (bytes.length < at + wanted.length) return false;
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted.charCodeAt(index)) return false;
  }
  return true;
}

/** The start of a text file with its ASCII intact, or null where the bytes are no text in any encoding met in offices. */
function readableStart(bytes: Uint8Array, isCut: boolean): string | null {
  const [a, b] = bytes;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (isUtf16) return isEvenUtf16(bytes) ? asLatin1(bytes.filter((byte) => byte !== 0)) : null;
  if (bytes.some(isControl)) return null;
  if (isUtf8(bytes, isCut)) return asLatin1(bytes).replace(/^\u00ef\u00bb\u00bf/, '');
  // Windows-1252 leaves five bytes without a letter; a text in it has none of them, and is mostly plain letters.
  const undefinedThere = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const high = bytes.reduce((count, byte) => count + Number(byte >= 0x80), 0);
  return bytes.some((byte) => undefinedThere.includes(byte)) || high > bytes.length / 4
    ? null
    : asLatin1(bytes);
}

const isControl = (byte: number): boolean =>
  byte === 0x7f ||
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b);

function isEvenUtf16(bytes: Uint8Array): boolean {
  const high = bytes[0] === 0xff ? 1 : 0;
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    if (bytes[at + high] === 0 && isControl(bytes[at + 1 - high] ?? 0)) return false;
  }
  return bytes.length >= 2;
}

function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : (lead & 0xf0) === 0xe0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return false;
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next];
      if (byte === undefined) return isCut;
      if ((byte & 0xc0) !== 0x80) return false;
    }
    at += more + 1;
  }
  return true;
}

const mailHeaders =
  /^(from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|x-[a-z-]+|content-type)$/;

function textKind(text: string): EvidenceType {
  const start = text.trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(start))
    return 'html';
  if (isMail(start)) return 'eml';
  return isTable(text) ? 'csv' : 'txt';
}

/** A message begins with header lines, at least two of them well known, and one that says who or when. */
function isMail(text: string): boolean {
  const known = new Set<string>();
  for (const line of text.split(/\r\n|\n|\r/).slice(0, 60)) {
    if (line === '') break;
    const name = /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined && !/^[ \t]/.test(line)) return false;
    if (name !== undefined && mailHeaders.test(name)) known.add(name);
  }
  return known.size >= 2 && (known.has('from') || known.has('received') || known.has('message-id'));
}

/** Several lines with the same number of commas, semicolons or tabs make a table. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  return [',', ';', '\t'].some((mark) => {
    const counts = whole.map((line) => line.replaceAll(/"[^"]*"/g, '').split(mark).length - 1);
    const [first = 0] = counts;
    return whole.length >= 2 && first >= 1 && counts.every((count) => count === first);
  });
}
