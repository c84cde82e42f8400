import type { Outside } from '../context.ts';
import { stoppable } from '../stoppable.ts';
import { stoppedByLock } from '../stopped-by-lock.ts';
import { rekeySession } from './rekey-session.ts';
import { requirePassphrase, type Session } from './session.ts';

export type DeskRenewalParts = {
  readonly outside: Outside;
  readonly openSession: () => Session;
  /** What has to end before the key changes. */
  readonly before: () => Promise<void>;
  readonly goOn: (renewed: Session) => void;
};

const about = { job: 'vault:changePassphrase', label: 'Changing the passphrase' };

/** The change of the open file's passphrase, which a lock stops: the file is then as it was. */
export function deskRenewal({ outside, openSession, before, goOn }: DeskRenewalParts) {
  const renewing = stoppedByLock();
  return {
    /** Fails as `requirePassphrase` and `rekeySession` do, and with `vault/locked` when it was stopped. */
    change: ({ current, next }: { readonly current: string; readonly next: string }): Promise<void> =>
      renewing.run(async (locked) => {
        const opened = openSession();
        await requirePassphrase(opened, current);
        await before();
        await stoppable(outside, about, (stopped) =>
          rekeySession(opened, { next, goOn, signal: AbortSignal.any([stopped, locked]) }),
        );
      }),
    stop: renewing.stop,
  };
}
