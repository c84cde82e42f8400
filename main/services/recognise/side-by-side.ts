import { availableParallelism } from 'node:os';
import { openRecogniser, type Recogniser } from './recogniser.ts';

/** More readers than this take more memory than a laptop has to spare. */
const mostReaders = 3;

/**
 * Goes through pages, counted from 0, with as many readers at once as the processor has room for: reading a page takes far
 * longer than anything else that is done with it. The first page that fails ends it.
 */
export async function readSideBySide(
  pages: number,
  read: (page: number, reader: Recogniser) => Promise<void>,
): Promise<void> {
  const count = Math.max(1, Math.min(mostReaders, availableParallelism(), pages));
  const readers = Array.from({ length: count }, () => openRecogniser());
  let next = 0;
  const work = async (reader: Recogniser): Promise<void> => {
    while (next < pages) {
      const page = next;
      next += 1;
      await read(page, reader);
    }
  };
  try {
    await Promise.all(readers.map(work));
  } finally {
    next = pages;
    await Promise.all(readers.map((reader) => reader.close()));
  }
}
