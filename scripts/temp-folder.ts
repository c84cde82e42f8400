import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does the work with an empty folder of its own, which is gone afterwards whatever happens. */
export const withTempFolder = async <T>(prefix: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const removeAndLeave = (signal: NodeJS.Signals) =>
    void remove().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', removeAndLeave);
  process.once('SIGTERM', removeAndLeave);
  try {
    return await work(folder);
  } finally {
    process.off('SIGINT', removeAndLeave);
    process.off('SIGTERM', removeAndLeave);
    await remove();
  }
};
