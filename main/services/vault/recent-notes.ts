import { frameworkById } from '../../../shared/domain/frameworks.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { engagements } from '../../db/tables.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { rememberRecent } from './recent-files.ts';
import type { Session } from './session.ts';

/** Keeps a key under the operating system's own protection, where it has any. */
export type KeySeal = {
  readonly isSafe: () => boolean;
  readonly seal: (key: Uint8Array) => string;
  readonly unseal: (sealed: string) => Uint8Array;
};

export type RecentNotesParts = {
  readonly settingsFolder: string;
  readonly clock: () => IsoInstant;
  readonly keySeal: KeySeal;
};

/** What this computer notes of an engagement that was opened, to offer it next time: no child's name is in it. */
export function recentNotes({ settingsFolder, clock, keySeal }: RecentNotesParts) {
  return {
    titleOf: ({ db }: Session): string => titleOf(db),
    /** Keeps the key where that is wanted and safe. What cannot be noted is not offered; it lies open all the same. */
    note: async ({ path, db, key }: Session, remember: boolean): Promise<void> => {
      try {
        await rememberRecent(settingsFolder, {
          path,
          title: titleOf(db),
          kind: frameworkById(theRow(db)?.frameworkId ?? '')?.name ?? '',
          lastOpened: clock(),
          sealedKey: remember && keySeal.isSafe() ? keySeal.seal(key.key) : null,
        });
      } catch {}
    },
  };
}

const theRow = (db: ReadableDb) => listRows(db, engagements)[0];
const titleOf = (db: ReadableDb): string => titleMasker(db)(theRow(db)?.title ?? '');
