import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What is wrong with a folder as a bag, by RFC 8493 read anew and by nothing of the app: its declaration, its lists of
 * hashes, its account of itself, and that it is complete and valid.
 */
export async function bagProblems(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const bytesOf = (path: string) => readFile(join(folder, path));
  const problems: string[] = [];
  const expect = (isSo: boolean, what: string) => isSo || problems.push(what);

  // 2.1.1: two lines in this order, in UTF-8 without a byte-order mark.
  const declaration = (await bytesOf('bagit.txt')).toString('latin1');
  expect(
    /^BagIt-Version: 1\.0(\r\n|\r|\n)Tag-File-Character-Encoding: UTF-8(\r\n|\r|\n)$/.test(declaration),
    'bagit.txt is not a declaration',
  );

  const payload = files.filter((path) => path.startsWith('data/'));
  const tags = files.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'));
  for (const [list, named] of [
    ['manifest-sha256.txt', payload],
    ['tagmanifest-sha256.txt', tags],
  ] as const) {
    const lines = linesOf((await bytesOf(list)).toString('utf8'));
    const seen = new Set<string>();
    for (const line of lines) {
      // 2.1.3: the hash in hexadecimal, white space, and the path, in which CR, LF and % stand encoded.
      const found = /^([0-9a-fA-F]{64})[\t ]+\*?(\S.*)$/.exec(line);
      const path = decoded(found?.[2] ?? '');
      expect(found !== null, `${list}: a line is none of a list: ${line}`);
      expect(!/%(?!25|0[dDaA])/.test(found?.[2] ?? ''), `${list}: a per cent sign stands alone`);
      expect(!/(^|\/)\.\.?(\/|$)|^\/|^~|\\/.test(path), `${list}: a path leaves the bag: ${path}`);
      expect(!seen.has(path), `${list}: a path is named twice: ${path}`);
      seen.add(path);
      if (!named.includes(path)) problems.push(`${list}: names what is not there: ${path}`);
      else
        expect(
          createHash('sha256')
            .update(await bytesOf(path))
            .digest('hex') === found?.[1]?.toLowerCase(),
          `${list}: the hash is not that of ${path}`,
        );
    }
    // 3: complete only when every payload file is in every list; ours promises as much of its tag files.
    for (const path of named) expect(seen.has(path), `${list}: does not name ${path}`);
  }

  // 2.2.2: labels without colon or line break, a colon, white space, a value; a line that begins with white space goes on.
  const info = new Map<string, string>();
  for (const line of linesOf((await bytesOf('bag-info.txt')).toString('utf8'))) {
    const found = /^([^:\s][^:]*):[\t ]+(\S.*)$/.exec(line);
    if (found) info.set(found[1]?.toLowerCase() ?? '', found[2] ?? '');
    else expect(/^[\t ]+\S/.test(line), `bag-info.txt: a line is none: ${line}`);
  }
  const sizes = await Promise.all(payload.map(async (path) => (await bytesOf(path)).length));
  const sum = sizes.reduce((all, size) => all + size, 0);
  expect(info.get('payload-oxum') === `${sum}.${payload.length}`, 'Payload-Oxum is not what there is');
  expect(isDay(info.get('bagging-date') ?? ''), 'Bagging-Date is no day');
  return problems;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).filter((line) => line !== '');

const decoded = (path: string): string =>
  path
    .replaceAll(/%0[dD]/g, '\r')
    .replaceAll(/%0[aA]/g, '\n')
    .replaceAll('%25', '%');
