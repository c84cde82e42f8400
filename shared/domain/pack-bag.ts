/** One file of a bag: its path inside it, with forward slashes, and the SHA-256 of its bytes. */
export type BagFile = { readonly path: string; readonly sha256: string; readonly size: number };

/** Declares the folder to be a bag. BagIt 1.0, RFC 8493 section 2.1.1. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export type BagInfo = {
  readonly organisation: string;
  readonly date: string;
  readonly description: string;
  readonly marking: string;
};

/** What the bag is and how much is in it. RFC 8493 section 2.2.2; the last line lets a reader see at once that it is whole. */
export function bagInfo(
  { organisation, date, description, marking }: BagInfo,
  payload: readonly BagFile[],
): string {
  const bytes = payload.reduce((sum, file) => sum + file.size, 0);
  const lines = [
    ['Source-Organization', organisation],
    ['Bagging-Date', date],
    ['External-Description', description],
    ['Protective-Marking', marking],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value = '']) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`)
    .join('');
}

/** A list of hashes as `sha256sum -c` reads it, in the order of the paths. RFC 8493 section 2.1.3. */
export function hashList(files: readonly BagFile[]): string {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ sha256, path }) => `${sha256}  ${encoded(path)}\n`)
    .join('');
}

/** The three letters that RFC 8493 has encoded in paths; our own names hold none of them. */
const encoded = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
