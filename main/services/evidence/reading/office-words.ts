import { AppError } from '../../../../shared/errors.ts';
import { readTable } from '../../import/read-table.ts';
import { storedZip } from '../../import/xlsx-archive.ts';
import { docxHidden, pptxHidden, xlsxHidden } from './office-hidden.ts';
import { type OfficeParts, openParts } from './office-parts.ts';
import { type Words, withoutEntities, wordsOf } from './words.ts';

/** The words of a Word document: its body, then headers, footers, notes, comments and properties as hidden words. */
export async function docxWords(bytes: Uint8Array): Promise<Words> {
  const parts = await openParts(bytes);
  const bodies = parts.names.filter((name) => /^word\/document\d*\.xml$/.test(name));
  const body = await joined(parts, bodies, runText);
  if (bodies.length === 0 || !/<(?:\w+:)?body[\s>]/.test(await parts.xml(bodies[0] ?? '')))
    throw brokenPart();
  const rest = parts.names.filter((name) =>
    /^word\/(header|footer|footnotes|endnotes|comments)\w*\.xml$/.test(name),
  );
  const { facts, words } = await docxHidden(parts);
  const hidden = [await joined(parts, rest, runText), await propertyText(parts), ...words].join('\n');
  return wordsOf([body], { hidden, facts, unread: embedded(parts), counted: false });
}

/** The words of slides, one text a slide; notes, comments and properties are hidden words. */
export async function pptxWords(bytes: Uint8Array): Promise<Words> {
  const parts = await openParts(bytes);
  const slides = numbered(parts, /^ppt\/slides\/slide(\d+)\.xml$/);
  const texts: string[] = [];
  for (const name of slides) texts.push(runText(await parts.xml(name)));
  const rest = parts.names.filter((name) => /^ppt\/(notesSlides|comments|diagrams)\/.*\.xml$/.test(name));
  const { facts, words } = await pptxHidden(parts);
  const hidden = [await joined(parts, rest, runText), await propertyText(parts), ...words].join('\n');
  return wordsOf(texts, { hidden, facts, unread: embedded(parts) });
}

/** The values of a workbook, one text a sheet, hidden sheets too; comments, drawings and properties are hidden words. */
export async function xlsxWords(bytes: Uint8Array): Promise<Words> {
  const parts = await openParts(bytes);
  const sheets = await readSheets(bytes);
  const rest = parts.names.filter((name) =>
    /^xl\/(comments|threadedComments|drawings|charts)\b.*\.xml$/.test(name),
  );
  const { facts, words } = await xlsxHidden(parts);
  const hidden = [await joined(parts, rest, runText), await propertyText(parts), ...words].join('\n');
  const texts = sheets.map(({ name, rows }) => [name, ...rows.map((row) => row.join('\t'))].join('\n'));
  return wordsOf(texts, { hidden, facts, unread: embedded(parts) });
}

export type SheetText = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** Every sheet that holds a value, as text; none for an empty workbook. */
export async function readSheets(bytes: Uint8Array): Promise<readonly SheetText[]> {
  try {
    const { sheets } = await readTable(bytes, '');
    return sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((cell) =>
          cell === null ? '' : typeof cell === 'object' ? cell.date.replace('T', ' ') : String(cell),
        ),
      ),
    }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'import/empty') return [];
    if (error.code === 'import/password-protected') throw new AppError('evidence/password-protected');
    throw new AppError('evidence/unreadable', error.detail);
  }
}

/** The document repacked with nothing but its checked parts, for a reader that unpacks by itself. */
export async function checkedDocx(bytes: Uint8Array): Promise<Buffer> {
  const parts = await openParts(bytes);
  return storedZip(await parts.all((name) => /\.(xml|rels|png|jpe?g|gif)$/i.test(name)));
}

const brokenPart = () => new AppError('evidence/unreadable', 'A part of it is missing.');

/** Files put inside the document, whose words are not read. */
const embedded = ({ names }: OfficeParts): number =>
  names.filter((name) => /\/embeddings\/[^/]+$/.test(name)).length;

async function joined(
  parts: OfficeParts,
  names: readonly string[],
  text: (xml: string) => string,
): Promise<string> {
  const found: string[] = [];
  for (const name of names) found.push(text(await parts.xml(name)));
  return found.join('\n');
}

function numbered({ names }: OfficeParts, pattern: RegExp): readonly string[] {
  const numberOf = (name: string) => Number(pattern.exec(name)?.[1]);
  return names.filter((name) => pattern.test(name)).toSorted((a, b) => numberOf(a) - numberOf(b));
}

/**
 * The words of WordprocessingML or DrawingML: every run, tracked deletions too, since whoever has the file can read
 * them; a line for each paragraph, a tab between cells.
 */
function runText(xml: string): string {
  const pieces: string[] = [];
  const pattern =
    /<(?:\w+:)?(t|delText|instrText|text)(?:\s[^>]*)?>([^<]*)<|<(?:\w+:)?(tab|br|cr)\b[^>]*\/>|<\/(?:\w+:)?(p|tc|comment)>/g;
  for (const [, run, words, gap, end] of xml.matchAll(pattern)) {
    if (run) pieces.push(run === 'instrText' ? ` ${words} ` : (words ?? ''));
    else if (gap === 'tab' || end === 'tc') pieces.push('\t');
    else pieces.push('\n');
  }
  return withoutEntities(pieces.join(''));
}

/** Title, author, last editor, company, keywords and whatever else is written in the properties. */
async function propertyText(parts: OfficeParts): Promise<string> {
  const names = parts.names.filter((name) => /^docProps\/(core|app|custom)\.xml$/.test(name));
  const wanted =
    /<(?:\w+:)?(title|subject|creator|keywords|description|lastModifiedBy|category|Manager|Company|lpwstr)(?:\s[^>]*)?>([^<]+)</g;
  return joined(parts, names, (xml) =>
    [...xml.matchAll(wanted)].map(([, , value = '']) => withoutEntities(value)).join('\n'),
  );
}
