import { basename, extname } from 'node:path';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RecentFile } from '../../../shared/ipc/vault.ts';
import { describeRecent, type RecentEntry, readRecent, tokenFor } from './recent-files.ts';

export type DeskFilesParts = {
  readonly settingsFolder: string;
  readonly clock: () => IsoInstant;
  /** The newest backup of the file at a path, if there is one. */
  readonly newestOf: (path: string) => Promise<{ readonly at: IsoInstant } | null>;
};

/** The files that may be opened: those opened before, chosen now, or asked for from outside. The window knows each by a token. */
export function deskFiles({ settingsFolder, clock, newestOf }: DeskFilesParts) {
  const chosen = new Map<string, string>();
  let offered: string | null = null;

  const entryOf = async (token: string): Promise<RecentEntry> => {
    const recent = await readRecent(settingsFolder);
    const known = recent.find((entry) => tokenFor(entry.path) === token);
    if (known) return known;
    const path = chosen.get(token);
    if (!path) throw new AppError('vault/not-found');
    return { path, title: basename(path, extname(path)), kind: '', lastOpened: clock(), sealedKey: null };
  };

  const describe = async (entry: RecentEntry): Promise<RecentFile> => {
    const newest = await newestOf(entry.path);
    return { ...describeRecent(entry), lastBackup: newest?.at ?? null };
  };

  return {
    /** What is known of the file behind a token; fails with `vault/not-found` for one never given out. */
    entryOf,

    /** Makes a file known to the window by a token. */
    describePath: async (path: string): Promise<RecentFile> => {
      chosen.set(tokenFor(path), path);
      return describe(await entryOf(tokenFor(path)));
    },

    /** Offers a file on the first screen, when the app was asked for it from outside. */
    offer: (path: string): void => {
      offered = tokenFor(path);
      chosen.set(offered, path);
    },

    /** Ends an offer, as when an engagement was opened. */
    withdrawOffer: (): void => {
      offered = null;
    },

    /** What the first screen shows. */
    describeAll: async (): Promise<{
      readonly recent: readonly RecentFile[];
      readonly offered: RecentFile | null;
    }> => ({
      recent: await Promise.all((await readRecent(settingsFolder)).map(describe)),
      offered: offered === null ? null : await describe(await entryOf(offered)),
    }),
  };
}
