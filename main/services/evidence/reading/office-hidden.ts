import { type HiddenFact, type HiddenKind, hiddenFact } from '../../../../shared/domain/hidden-data.ts';
import type { OfficeParts } from './office-parts.ts';
import { withoutEntities } from './words.ts';

/** What an Office document hides, and words from it that are nowhere else, such as those in the data of a pivot table. */
export type OfficeHidden = { readonly facts: readonly HiddenFact[]; readonly words: readonly string[] };

/** What a Word document holds that does not show: comments, tracked changes, hidden text, and what all of them may. */
export async function docxHidden(parts: OfficeParts): Promise<OfficeHidden> {
  const texts = await xmlOf(parts, /^word\/(?:document|header|footer|footnotes|endnotes)\w*\.xml$/);
  const comments = matches(await xmlOf(parts, /^word\/comments\d*\.xml$/), /<(?:\w+:)?comment\s[^>]*>/g);
  const changes = matches(texts, /<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s[^>]*>/g);
  const vanished = matches(texts, /<(?:\w+:)?vanish(?:\s[^>]*)?\/>/g).filter((tag) => !isOff(tag));
  const facts = [
    hiddenFact('comments', comments.length, attributes(comments, 'author')),
    hiddenFact('tracked-changes', changes.length, attributes(changes, 'author')),
    hiddenFact('hidden-text', vanished.length),
  ];
  return together(parts, facts);
}

/** What slides hold that does not show: comments, notes, hidden slides, and what every Office document may. */
export async function pptxHidden(parts: OfficeParts): Promise<OfficeHidden> {
  const comments = matches(await xmlOf(parts, /^ppt\/comments\/[^/]+\.xml$/), /<(?:\w+:)?cm\s[^>]*>/g);
  const authors = matches(
    await xmlOf(parts, /^ppt\/(?:commentAuthors|authors)\.xml$/),
    /<(?:\w+:)?(?:cmAuthor|author)\s[^>]*>/g,
  );
  const notes = (await xmlOf(parts, /^ppt\/notesSlides\/[^/]+\.xml$/)).filter((xml) =>
    /<a:t>[^<]*[^<\d\s][^<]*</.test(xml),
  );
  const slides = await xmlOf(parts, /^ppt\/slides\/slide\d+\.xml$/);
  const hidden = slides.filter((xml) => /<p:sld\s[^>]*\bshow="(?:0|false)"/.test(xml));
  const facts = [
    hiddenFact('comments', comments.length, comments.length > 0 ? attributes(authors, 'name') : []),
    hiddenFact('notes', notes.length),
    hiddenFact('hidden-slides', hidden.length),
  ];
  return together(parts, facts);
}

/** What a workbook holds that does not show: hidden sheets, rows and columns, comments, data of pivot tables and links. */
export async function xlsxHidden(parts: OfficeParts): Promise<OfficeHidden> {
  const sheets = matches(await xmlOf(parts, /^xl\/workbook\.xml$/), /<(?:\w+:)?sheet\s[^>]*>/g);
  const hidden = sheets.filter((tag) => /\sstate="(?:hidden|veryHidden)"/.test(tag));
  const rows = matches(
    await xmlOf(parts, /^xl\/worksheets\/[^/]+\.xml$/),
    /<(?:row|col)\s[^>]*\bhidden="(?:1|true)"[^>]*>/g,
  );
  const legacy = await xmlOf(parts, /^xl\/comments[^/]*\.xml$|^xl\/comments\/[^/]+\.xml$/);
  const threaded = await xmlOf(parts, /^xl\/threadedComments\/[^/]+\.xml$/);
  // A comment of the newer kind has a copy of the older kind, for programs that know no other.
  const count = Math.max(
    matches(legacy, /<(?:\w+:)?comment\s/g).length,
    matches(threaded, /<(?:\w+:)?threadedComment\s/g).length,
  );
  const people = attributes(
    matches(await xmlOf(parts, /^xl\/persons\/[^/]+\.xml$/), /<person\s[^>]*>/g),
    'displayName',
  );
  const writers = [...inside(legacy, 'author').filter((name) => !name.startsWith('tc=')), ...people];
  const caches = await xmlOf(parts, /^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/);
  const records = await xmlOf(parts, /^xl\/pivotCache\/pivotCacheRecords\d*\.xml$/);
  const linked = await xmlOf(parts, /^xl\/externalLinks\/[^/]+\.xml$/);
  const changes = matches(await xmlOf(parts, /^xl\/revisions\/revisionLog\d*\.xml$/), /<rcc\s/g);
  const facts = [
    hiddenFact('comments', count, count > 0 ? writers : []),
    hiddenFact('hidden-sheets', hidden.length, attributes(hidden, 'name')),
    hiddenFact('hidden-rows', rows.length),
    hiddenFact('pivot-data', caches.length),
    hiddenFact('tracked-changes', changes.length),
  ];
  const kept = attributes(matches([...caches, ...records], /<s\s[^>]*\bv="[^"]*"[^>]*>/g), 'v');
  return together(parts, facts, [...kept, ...inside(linked, 'v')]);
}

async function together(
  parts: OfficeParts,
  own: readonly (HiddenFact | null)[],
  words: readonly string[] = [],
): Promise<OfficeHidden> {
  const inner = parts.names.filter((name) => /\/embeddings\/[^/]+$/.test(name)).map(lastName);
  const links = await linksOf(parts);
  const facts = [
    ...own,
    hiddenFact('embedded', inner.length, inner),
    hiddenFact('external-links', links.length, links),
    hiddenFact('macros', parts.names.filter((name) => /\/vbaProject\.bin$/.test(name)).length),
    ...(await writtenBy(parts)),
  ].filter((fact) => fact !== null);
  const saidOf = (wanted: readonly HiddenKind[]) =>
    facts.filter(({ kind }) => wanted.includes(kind)).flatMap(({ said }) => said);
  // Who wrote it, and the names of sheets, are among the words anyway.
  const said = saidOf(['comments', 'tracked-changes', 'embedded']);
  return { facts, words: [...said, ...links, ...words] };
}

/** Templates, pictures, workbooks and folders outside that it fetches or points at; addresses of web pages do no harm. */
async function linksOf(parts: OfficeParts): Promise<readonly string[]> {
  const all = matches(await xmlOf(parts, /\.rels$/), /<(?:\w+:)?Relationship\s[^>]*>/g);
  const outside = all.filter((tag) => /\sTargetMode="External"/i.test(tag));
  const hidden = outside.filter(
    (tag) => !/\sType="[^"]*\/hyperlink"/.test(tag) || /\sTarget="(?:file:|\\\\|[A-Za-z]:)/i.test(tag),
  );
  return [...new Set(attributes(hidden, 'Target'))];
}

async function writtenBy(parts: OfficeParts): Promise<readonly (HiddenFact | null)[]> {
  const core = await xmlOf(parts, /^docProps\/core\.xml$/);
  const app = await xmlOf(parts, /^docProps\/app\.xml$/);
  const author = inside(core, 'creator');
  const editor = inside(core, 'lastModifiedBy').filter((name) => !author.includes(name));
  return [
    hiddenFact('author', 0, author),
    hiddenFact('last-editor', 0, editor),
    hiddenFact('company', 0, [...inside(app, 'Company'), ...inside(app, 'Manager')]),
  ];
}

async function xmlOf(parts: OfficeParts, wanted: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of parts.names) if (wanted.test(name)) found.push(await parts.xml(name));
  return found;
}

const matches = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => text.match(pattern) ?? []);

const attributes = (tags: readonly string[], name: string): readonly string[] =>
  tags.flatMap((tag) => {
    const value = new RegExp(`[\\s:]${name}="([^"]*)"`).exec(tag)?.[1];
    return value ? [withoutEntities(value)] : [];
  });

const inside = (texts: readonly string[], name: string): readonly string[] => {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]+)<`, 'g');
  return texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => withoutEntities(found[1] ?? '')));
};

const isOff = (tag: string): boolean => /val="(?:0|false|off)"/.test(tag);

const lastName = (path: string): string => path.split('/').at(-1) ?? path;
