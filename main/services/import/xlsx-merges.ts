import { type Merge, tableLimits } from '../../../shared/domain/import/table.ts';

const mostMerges = 20_000;

/** The joined cells of each sheet of an unpacked workbook, by the sheet's name; a part that cannot be read has none. */
export function mergesBySheet(parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, readonly Merge[]> {
  const targets = new Map(
    tags(parts.get('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const found = new Map<string, readonly Merge[]>();
  for (const tag of tags(parts.get('xl/workbook.xml'), 'sheet')) {
    const part = parts.get(targets.get(attribute(tag, 'r:id')) ?? '');
    const merges = tags(part, 'mergeCell')
      .slice(0, mostMerges)
      .flatMap((one) => mergeOf(attribute(one, 'ref')));
    if (merges.length > 0) found.set(plain(attribute(tag, 'name')), merges);
  }
  return found;
}

function mergeOf(ref: string): readonly Merge[] {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!match) return [];
  const [, left = '', top, right = '', bottom] = match;
  const merge = {
    top: Number(top) - 1,
    left: column(left),
    bottom: Number(bottom) - 1,
    right: column(right),
  };
  return merge.bottom < tableLimits.rows && merge.right < 16_384 ? [merge] : [];
}

const column = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function tags(xml: Buffer | undefined, name: string): readonly string[] {
  return xml?.toString('utf8').match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? [];
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '';

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
