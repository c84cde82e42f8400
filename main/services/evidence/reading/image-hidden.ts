import type { EvidenceType } from '../../../../shared/domain/evidence.ts';
import { hiddenFact } from '../../../../shared/domain/hidden-data.ts';
import type { ByteSource } from '../zip-file.ts';
import { type ExifData, readExif } from './exif.ts';
import { findMarks, fromOffset } from './find-marks.ts';
import { type Words, withoutEntities, wordsOf } from './words.ts';

const exifMark = 'Exif\0\0';
const webpMark = 'EXIF';
const xmpMark = '<x:xmpmeta';

/**
 * What is written in an image besides the picture: where, when and with what it was taken, by whom, and what of. However
 * large the image, little of it is in memory at a time.
 */
export async function imageWords(type: EvidenceType, source: ByteSource): Promise<Words> {
  const marks = await findMarks(source, [xmpMark, ...(wholeExif.has(type) ? [] : [exifMark, webpMark])]);
  const chunks = type === 'png' ? await pngChunks(source) : [];
  const exif = await exifOf(type, source, { marks, chunks });
  const xmp = await xmpAt(source, marks.get(xmpMark));
  const notes = [...exif.notes, ...xmpNotes(xmp), ...pngNotes(chunks)];
  const people = [...exif.people, ...xmpPeople(xmp)];
  const facts = [
    hiddenFact('where-taken', 0, exif.place ? [exif.place] : []),
    hiddenFact('when-taken', 0, exif.at ? [exif.at] : []),
    hiddenFact('camera', 0, exif.camera ? [exif.camera] : []),
    hiddenFact('author', 0, people),
    hiddenFact('description', 0, notes),
  ].filter((fact) => fact !== null);
  return wordsOf([''], { hidden: [...new Set([...people, ...notes])].join('\n'), counted: false, facts });
}

const none: ExifData = { place: '', at: '', camera: '', people: [], notes: [] };

/** Where the whole says in its own way where its EXIF is. */
const wholeExif: ReadonlySet<EvidenceType> = new Set(['tiff', 'png']);

type Places = { readonly marks: ReadonlyMap<string, number>; readonly chunks: readonly PngChunk[] };

async function exifOf(type: EvidenceType, source: ByteSource, { marks, chunks }: Places): Promise<ExifData> {
  if (type === 'tiff') return readExif(source);
  const chunk = chunks.find(({ name }) => name === 'eXIf');
  if (chunk) return readExif(fromOffset(source, chunk.at));
  // JPEG, HEIC and WebP put it after this mark; WebP may leave the mark out.
  const at = marks.get(exifMark);
  if (at !== undefined) return readExif(fromOffset(source, at + exifMark.length));
  const bare = type === 'webp' ? marks.get(webpMark) : undefined;
  return bare === undefined ? none : readExif(fromOffset(source, bare + 8));
}

type PngChunk = { readonly name: string; readonly at: number; readonly data: Buffer };

const told: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt']);
const mostChunks = 10_000;
const longestNote = 1024 * 1024;

/** The chunks that may say something; the others are passed over unread. */
async function pngChunks(source: ByteSource): Promise<readonly PngChunk[]> {
  const chunks: PngChunk[] = [];
  let at = 8;
  for (let count = 0; at + 12 <= source.size && count < mostChunks; count += 1) {
    const head = Buffer.from(await source.read(at, 8));
    const length = head.readUInt32BE(0);
    const name = head.toString('latin1', 4, 8);
    if (told.has(name)) {
      const data = await source.read(at + 8, Math.min(length, longestNote));
      chunks.push({ name, at: at + 8, data: Buffer.from(data) });
    }
    at += 12 + length;
  }
  return chunks;
}

/** "Title", "Author", "Comment" and the like; what is packed is left. */
function pngNotes(chunks: readonly PngChunk[]): readonly string[] {
  return chunks.flatMap(({ name, data }) => {
    const end = data.indexOf(0);
    if (end < 0 || data.toString('latin1', 0, end) === 'XML:com.adobe.xmp') return [];
    if (name === 'tEXt') return [data.toString('latin1', end + 1)];
    if (name !== 'iTXt' || data[end + 1] !== 0) return [];
    const language = data.indexOf(0, end + 3);
    const keyword = language < 0 ? -1 : data.indexOf(0, language + 1);
    return keyword < 0 ? [] : [data.toString('utf8', keyword + 1)];
  });
}

const longestXmp = 1024 * 1024;

async function xmpAt(source: ByteSource, start: number | undefined): Promise<string> {
  if (start === undefined) return '';
  return (
    Buffer.from(await source.read(start, longestXmp))
      .toString('utf8')
      .split('</x:xmpmeta>')[0] ?? ''
  );
}

const listed = (xmp: string, name: string): readonly string[] => {
  const block = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? '';
  const items = [...block.matchAll(/<rdf:li\b[^>]*>([^<]+)</g)].map((found) => found[1] ?? '');
  return items.map(withoutEntities);
};

const xmpPeople = (xmp: string): readonly string[] => listed(xmp, 'dc:creator');

function xmpNotes(xmp: string): readonly string[] {
  const names = ['dc:title', 'dc:description', 'dc:subject', 'Iptc4xmpExt:PersonInImage', 'dc:rights'];
  return xmp === '' ? [] : names.flatMap((name) => listed(xmp, name));
}
