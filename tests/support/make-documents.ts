import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import type { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import writeXlsx from 'write-excel-file/node';

/** Small real documents for tests, made here so that no file of anybody's is kept. */
export type PdfChoices = {
  /** Lines of each page. */
  readonly pages?: readonly (readonly string[])[];
  readonly title?: string;
  readonly author?: string;
  /** A sticky note on the first page. */
  readonly note?: string;
  /** Text of a file attached inside. */
  readonly attachment?: string;
  /** Without this nobody can open it. */
  readonly password?: string;
};

export async function makePdf(choices: PdfChoices = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of choices.pages ?? [['One page of words.']]) {
    const page = pdf.addPage([595, 842]);
    lines.forEach((line, at) => {
      page.drawText(line, { x: 50, y: 780 - at * 18, size: 12, font });
    });
  }
  if (choices.title) pdf.setTitle(choices.title);
  if (choices.author) pdf.setAuthor(choices.author);
  if (choices.note) addNote(pdf, choices.note);
  if (choices.attachment)
    await pdf.attach(new TextEncoder().encode(choices.attachment), 'notes.txt', { mimeType: 'text/plain' });
  if (choices.password)
    pdf.encrypt({
      userPassword: choices.password,
      ownerPassword: `${choices.password}-owner`,
      permissions: {},
    });
  return pdf.save({ useObjectStreams: false });
}

function addNote(pdf: PDFDocument, note: string): void {
  const annotation = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70] });
  annotation.set(PDFName.of('Contents'), PDFString.of(note));
  pdf.getPage(0).node.addAnnot(pdf.context.register(annotation));
}

/** A PDF whose pages are pictures of nothing: no words to read. */
export async function makeScan(pages = 2): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const picture = await pdf.embedPng(makePng());
  for (let page = 0; page < pages; page += 1)
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

export type DocxChoices = {
  readonly paragraphs?: readonly string[];
  readonly header?: string;
  readonly comment?: string;
  readonly author?: string;
};

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const officeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function makeDocx({
  paragraphs = ['A paragraph.'],
  header,
  comment,
  author,
}: DocxChoices = {}): Promise<Uint8Array> {
  const body = paragraphs.map(paragraph).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeType}.document.main+xml"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
  };
  if (header) parts['word/header1.xml'] = `<?xml version="1.0"?><w:hdr ${word}>${paragraph(header)}</w:hdr>`;
  if (comment)
    parts['word/comments.xml'] =
      `<?xml version="1.0"?><w:comments ${word}><w:comment w:id="1">${paragraph(comment)}</w:comment></w:comments>`;
  if (author) {
    parts['docProps/core.xml'] =
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>`;
  }
  return makeZip(parts);
}

const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A workbook with one sheet for each key. */
export async function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly (string | number | Date | null)[])[]>>,
): Promise<Uint8Array> {
  const cell = (value: string | number | Date | null) =>
    value === null ? null : value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value };
  const made = await writeXlsx(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cell)) })),
  ).toBuffer();
  return new Uint8Array(made);
}

/** Any zip, from names and contents; with a password, AES-256. */
export async function makeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  password?: string,
): Promise<Uint8Array> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    ...(password ? { password, encryptionStrength: 3 } : {}),
  });
  for (const [name, content] of Object.entries(parts)) {
    await zip.add(
      name,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  }
  return new Uint8Array(await (await zip.close()).arrayBuffer());
}

/** One transparent pixel. */
export function makePng(): Uint8Array {
  return Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
}

/** One grey pixel. */
export function makeJpeg(): Uint8Array {
  return Uint8Array.from(
    Buffer.from(
      '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
      'base64',
    ),
  );
}

export type MailChoices = {
  readonly from?: string;
  readonly subject?: string;
  readonly html?: string;
  readonly attachment?: string;
};

/** A message as mail programs save it: a quoted-printable HTML part and, where asked for, an attached PDF. */
export function makeMail({
  from = 'SEN casework <sen@example.org>',
  subject = 'Papers',
  html = '<p>Here they are.</p>',
  attachment,
}: MailChoices = {}): Uint8Array {
  const quoted = Buffer.from(html, 'utf8')
    .toString('latin1')
    .replaceAll(
      /[^\x20-\x3c\x3e-\x7e\r\n]/g,
      (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
  const lines = [
    `From: ${from}`,
    'To: LANO <lano@example.org>',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Mon, 23 Nov 2026 09:12:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted,
    ...(attachment
      ? [
          '--part',
          `Content-Type: application/pdf; name="${attachment}"`,
          'Content-Disposition: attachment',
          'Content-Transfer-Encoding: base64',
          '',
          'JVBERi0=',
        ]
      : []),
    '--part--',
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** An OLE compound file whose directory holds these names: the outside of an Outlook message or an old Office file. */
export function makeOle(names: readonly string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(1, 76);
  ['Root Entry', ...names].slice(0, 4).forEach((name, at) => {
    const entry = 512 + at * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, entry + 64);
  });
  file.fill(0xff, 1024);
  file.writeUInt32LE(0xfffffffe, 1024);
  return Uint8Array.from(file);
}

export type MsgChoices = {
  readonly from?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly attachments?: Readonly<Record<string, Uint8Array>>;
};

type Storage = { readonly [name: string]: Uint8Array | Storage };

/** A message as Outlook saves it, after Microsoft's [MS-OXMSG]. */
export function makeMsg({
  from = 'SEN casework',
  subject = 'Papers',
  body = 'Here they are.',
  attachments = {},
}: MsgChoices = {}): Uint8Array {
  const text = (value: string) => Uint8Array.from(Buffer.from(value, 'utf16le'));
  const attached = Object.entries(attachments).map(([name, bytes], at): [string, Storage] => [
    `__attach_version1.0_#0000000${at}`,
    {
      '__properties_version1.0': new Uint8Array(8),
      '__substg1.0_3707001F': text(name),
      '__substg1.0_37010102': bytes,
    },
  ]);
  const entries: Entry[] = [];
  const put = (name: string, content: Uint8Array | Storage, type: TypeEnum): number => {
    const at = entries.length;
    if (content instanceof Uint8Array) {
      entries.push({ name, type, length: content.length, binaryProvider: () => content });
      return at;
    }
    entries.push({ name, type, length: 0 });
    const children = Object.entries(content).map(([own, inner]) =>
      put(own, inner, inner instanceof Uint8Array ? 2 : 1),
    );
    entries[at] = { name, type, length: 0, children };
    return at;
  };
  const root: Storage = {
    '__properties_version1.0': new Uint8Array(32),
    '__substg1.0_0037001F': text(subject),
    '__substg1.0_0C1A001F': text(from),
    '__substg1.0_1000001F': text(body),
    ...Object.fromEntries(attached),
  };
  put('Root Entry', root, 5);
  return burn(entries);
}
