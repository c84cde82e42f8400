import type { ByteSource } from '../zip-file.ts';

const windowSize = 256 * 1024;

/** Where each mark first stands in a file, which is read once, a little at a time; a mark that is not there is left out. */
export async function findMarks(
  source: ByteSource,
  marks: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  // A mark may begin in one window and end in the next.
  const overlap = Math.max(...marks.map((mark) => mark.length)) - 1;
  for (let at = 0; at < source.size && found.size < marks.length; at += windowSize) {
    const bytes = await source.read(at, Math.min(windowSize + overlap, source.size - at));
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const mark of marks) {
      if (found.has(mark)) continue;
      const within = window.indexOf(mark, 0, 'latin1');
      if (within >= 0) found.set(mark, at + within);
    }
  }
  return found;
}

/** The same file from a place in it on. */
export const fromOffset = ({ size, read }: ByteSource, offset: number): ByteSource => ({
  size: Math.max(0, size - offset),
  read: (from, length) => read(offset + from, length),
});
