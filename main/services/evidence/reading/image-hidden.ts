import type { EvidenceType } from '../../../../shared/domain/evidence.ts';
import { hiddenFact } from '../../../../shared/domain/hidden-data.ts';
import { type ExifData, readExif } from './exif.ts';
import { type Words, withoutEntities, wordsOf } from './words.ts';

/** What is written in an image besides the picture: where, when and with what it was taken, by whom, and what of. */
export function imageWords(type: EvidenceType, bytes: Uint8Array): Words {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const exif = exifOf(type, file);
  const notes = [...exif.notes, ...xmpNotes(file), ...(type === 'png' ? pngNotes(file) : [])];
  const people = [...exif.people, ...xmpPeople(file)];
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

function exifOf(type: EvidenceType, file: Buffer): ExifData {
  if (type === 'tiff') return readExif(file);
  if (type === 'png') {
    const chunk = pngChunks(file).find(({ name }) => name === 'eXIf');
    return chunk ? readExif(chunk.data) : none;
  }
  // JPEG, HEIC and WebP put it after this mark; WebP may leave the mark out.
  const at = file.indexOf('Exif\0\0', 0, 'latin1');
  if (at >= 0) return readExif(file.subarray(at + 6));
  const chunk = type === 'webp' ? file.indexOf('EXIF', 12, 'latin1') : -1;
  return chunk < 0 ? none : readExif(file.subarray(chunk + 8));
}

type PngChunk = { readonly name: string; readonly data: Buffer };

function pngChunks(file: Buffer): readonly PngChunk[] {
  const chunks: PngChunk[] = [];
  for (let at = 8; at + 12 <= file.length && chunks.length < 10_000; ) {
    const length = file.readUInt32BE(at);
    chunks.push({
      name: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** "Title", "Author", "Comment" and the like; what is packed is left. */
function pngNotes(file: Buffer): readonly string[] {
  return pngChunks(file).flatMap(({ name, data }) => {
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

function xmpOf(file: Buffer): string {
  const start = file.indexOf('<x:xmpmeta', 0, 'latin1');
  const end = start < 0 ? -1 : file.indexOf('</x:xmpmeta>', start, 'latin1');
  return end < 0 ? '' : file.toString('utf8', start, Math.min(end, start + longestXmp));
}

const listed = (xmp: string, name: string): readonly string[] => {
  const block = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? '';
  const items = [...block.matchAll(/<rdf:li\b[^>]*>([^<]+)</g)].map((found) => found[1] ?? '');
  return items.map(withoutEntities);
};

const xmpPeople = (file: Buffer): readonly string[] => listed(xmpOf(file), 'dc:creator');

function xmpNotes(file: Buffer): readonly string[] {
  const xmp = xmpOf(file);
  const names = ['dc:title', 'dc:description', 'dc:subject', 'Iptc4xmpExt:PersonInImage', 'dc:rights'];
  return xmp === '' ? [] : names.flatMap((name) => listed(xmp, name));
}
