/** SHA-256 by path. */
export type Hashes = ReadonlyMap<string, string>;

export type Comparison = {
  readonly same: number;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
};

/** What stands in a list of hashes as `sha256sum` and BagIt write it (RFC 8493 section 2.1.3); null where a line is neither. */
export function readHashList(text: string): Hashes | null {
  const hashes = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const [, hash = '', path = ''] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? [];
    if (path === '') return null;
    const plain = path.replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n').replaceAll('%25', '%');
    hashes.set(plain, hash.toLowerCase());
  }
  return hashes.size > 0 ? hashes : null;
}

/** What is missing, changed and extra in what was found, against what should be there. */
export function compareHashes(expected: Hashes, found: Hashes): Comparison {
  const paths = [...expected.keys()].toSorted();
  const here = paths.filter((path) => found.has(path));
  const changed = here.filter((path) => found.get(path) !== expected.get(path));
  return {
    same: here.length - changed.length,
    missing: paths.filter((path) => !found.has(path)),
    changed,
    extra: [...found.keys()].filter((path) => !expected.has(path)).toSorted(),
  };
}

/** How many of these files are there with the same bytes. */
export function sharedFiles(expected: Hashes, found: Hashes): number {
  return [...expected].filter(([path, hash]) => found.get(path) === hash).length;
}
