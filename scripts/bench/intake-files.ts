import { randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { inventedText, picker } from './search-words.ts';

const MB = 1024 * 1024;

type Kind = {
  readonly name: string;
  readonly ending: 'jpg' | 'pdf' | 'docx' | 'txt';
  readonly count: number;
  readonly bytes: number;
};

/**
 * The documents of a busy week: photographs, scans that are a picture on each page of a PDF, reports with a picture, and
 * notes. Pictures are random bytes in a file that is otherwise right, so that only the notes get smaller when packed.
 */
export const weekKinds: readonly Kind[] = [
  { name: 'photo', ending: 'jpg', count: 60, bytes: 3.5 * MB },
  { name: 'scan', ending: 'pdf', count: 14, bytes: 5 * MB },
  { name: 'report', ending: 'docx', count: 20, bytes: 0.75 * MB },
  { name: 'notes', ending: 'txt', count: 56, bytes: 0.1 * MB },
];

/** 1 GB in 500 files: the same kinds, and a few as large as a whole scanned file. */
export const largeKinds: readonly Kind[] = [
  { name: 'file', ending: 'pdf', count: 4, bytes: 60 * MB },
  { name: 'photo', ending: 'jpg', count: 150, bytes: 3.5 * MB },
  { name: 'scan', ending: 'pdf', count: 30, bytes: 5 * MB },
  { name: 'report', ending: 'docx', count: 80, bytes: 0.6 * MB },
  { name: 'notes', ending: 'txt', count: 236, bytes: 0.1 * MB },
];

/** 500 files that are read and drawn soon, as what the window does with so many is what counts. */
export const manySmallKinds: readonly Kind[] = [
  { name: 'photo', ending: 'jpg', count: 60, bytes: MB },
  { name: 'scan', ending: 'pdf', count: 20, bytes: MB },
  { name: 'report', ending: 'docx', count: 60, bytes: 0.3 * MB },
  { name: 'notes', ending: 'txt', count: 360, bytes: 0.05 * MB },
];

export type IntakeFiles = { readonly paths: readonly string[]; readonly bytes: number };

/** Writes documents, no two alike, and says where and how much they are. */
export const writeIntakeFiles = async (
  folder: string,
  kinds: readonly Kind[] = weekKinds,
): Promise<IntakeFiles> => {
  const paths: string[] = [];
  let written = 0;
  for (const { name, ending, count, bytes } of kinds) {
    for (let number = 1; number <= count; number += 1) {
      const path = join(folder, `${name} ${number}.${ending}`);
      const content = await contents[ending](Math.round(bytes), number);
      await writeFile(path, content);
      paths.push(path);
      written += content.length;
    }
  }
  return { paths, bytes: written };
};

const textOf = (size: number, number: number): string => inventedText(picker(number), size).slice(0, size);

const photograph = (size: number): Uint8Array => {
  const bytes = randomFillSync(new Uint8Array(size));
  const head = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0000b080400030001011100ffda0008010100003f00',
    'hex',
  );
  bytes.set(head);
  // In a JPEG a byte of 255 announces something.
  for (let at = head.length; at < size; at += 1) if (bytes[at] === 0xff) bytes[at] = 0x7f;
  bytes.set([0xff, 0xd9], size - 2);
  return bytes;
};

const pageBytes = 0.4 * MB;

/** A PDF that has a photograph on each page and no words, as scanners write them. */
const scan = (size: number): Uint8Array => {
  const pages = Math.max(1, Math.round(size / pageBytes));
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  const put = (...parts: readonly (string | Uint8Array)[]): void => {
    for (const part of parts.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))) {
      pieces.push(part);
      at += part.length;
    }
  };
  const object = (...parts: readonly (string | Uint8Array)[]): void => {
    places.push(at);
    put(`${places.length} 0 obj\n`, ...parts, '\nendobj\n');
  };
  const stream = (entries: string, bytes: Uint8Array): void =>
    object(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 3} 0 R`).join(' ');
  object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  for (let page = 0; page < pages; page += 1) {
    const number = 3 + page * 3;
    const used = `/Resources << /XObject << /Scan ${number + 1} 0 R >> >> /Contents ${number + 2} 0 R`;
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${used} >>`);
    const picture = '/Type /XObject /Subtype /Image /Width 768 /Height 1024 /ColorSpace /DeviceGray';
    stream(`${picture} /BitsPerComponent 8 /Filter /DCTDecode`, photograph(Math.floor(size / pages) - 600));
    stream('', Buffer.from('q 595 0 0 842 0 0 cm /Scan Do Q'));
  }
  const start = at;
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}`);
  put(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(pieces);
};

const report = (size: number, number: number): Promise<Uint8Array> => {
  const paragraphs = textOf(20_000, number).split('. ');
  const picture = {
    data: photograph(size),
    type: 'jpg',
    transformation: { width: 400, height: 300 },
  } as const;
  const children = [
    ...paragraphs.map((text) => new Paragraph(text)),
    new Paragraph({ children: [new ImageRun(picture)] }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

type Content = Uint8Array | Promise<Uint8Array>;

const contents: Readonly<Record<Kind['ending'], (size: number, number: number) => Content>> = {
  jpg: photograph,
  pdf: scan,
  docx: report,
  txt: (size, number) => Buffer.from(textOf(size, number)),
};
