import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a file under a new key is made, beside the one whose place it is to take. */
export const renewalOf = (path: string): string => `${path}.renewed`;

/** Takes away what is left of a change of passphrase that was cut short: the file itself is still under its old key. */
export async function sweepRenewal(path: string): Promise<void> {
  const made = renewalOf(path);
  for (const left of [made, `${made}.copying`, `${made}.unfinished`, `${made}.unfinished-journal`])
    await rm(left, { force: true, maxRetries: 5 }).catch(() => {});
}

/** Has the disk keep what is in the folder of a file now; some systems do so by themselves and refuse to be told. */
export async function syncFolderOf(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
