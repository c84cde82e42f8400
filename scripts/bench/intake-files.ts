import { randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MB = 1024 * 1024;

type Kind = {
  readonly name: string;
  readonly ending: 'jpg' | 'tif' | 'txt';
  readonly count: number;
  readonly bytes: number;
};

/** The documents of a busy week: photographs and scans that no longer shrink, plain scans that would, and text. */
export const weekKinds: readonly Kind[] = [
  { name: 'photo', ending: 'jpg', count: 60, bytes: 3.5 * MB },
  { name: 'scan', ending: 'tif', count: 15, bytes: 5 * MB },
  { name: 'notes', ending: 'txt', count: 75, bytes: 0.2 * MB },
];

/** 1 GB in 500 files: the same kinds, and a few as large as a whole scanned file. */
export const largeKinds: readonly Kind[] = [
  { name: 'file', ending: 'tif', count: 4, bytes: 60 * MB },
  { name: 'photo', ending: 'jpg', count: 180, bytes: 3.5 * MB },
  { name: 'scan', ending: 'tif', count: 16, bytes: 5 * MB },
  { name: 'notes', ending: 'txt', count: 300, bytes: 0.1 * MB },
];

/** Writes documents, no two alike, and gives their paths. */
export const writeIntakeFiles = async (
  folder: string,
  kinds: readonly Kind[] = weekKinds,
): Promise<readonly string[]> => {
  const paths: string[] = [];
  for (const { name, ending, count, bytes } of kinds) {
    for (let number = 1; number <= count; number += 1) {
      const path = join(folder, `${name} ${number}.${ending}`);
      await writeFile(path, contents[ending](Math.round(bytes), number));
      paths.push(path);
    }
  }
  return paths;
};

export const bytesOf = (kinds: readonly Kind[]): number =>
  kinds.reduce((sum, { count, bytes }) => sum + count * Math.round(bytes), 0);

const contents: Readonly<Record<Kind['ending'], (size: number, number: number) => Uint8Array>> = {
  jpg: (size) => {
    const bytes = randomFillSync(new Uint8Array(size));
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    return bytes;
  },
  tif: (size, number) => {
    const bytes = new Uint8Array(size).fill(0xff);
    bytes.set([0x49, 0x49, 0x2a, 0x00]);
    for (let at = 64; at < size; at += 97) bytes[at] = (at * number) % 251;
    return bytes;
  },
  txt: (size, number) => {
    const line = `Note ${number}: the plan was shared with the school and reviewed with the family in the autumn term.\n`;
    return Buffer.from(line.repeat(Math.ceil(size / line.length))).subarray(0, size);
  },
};
