import { AppError } from '../../../shared/errors.ts';
import type { Outside } from '../context.ts';
import { stoppable } from '../stoppable.ts';
import { rekeySession } from './rekey-session.ts';
import type { Session } from './session.ts';

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
  let locked = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const renew = async (
    opened: Session,
    { current, next }: { readonly current: string; readonly next: string },
    { signal }: AbortController,
  ): Promise<void> => {
    await before();
    try {
      await stoppable(outside, about, (stopped) =>
        rekeySession(opened, { current, next, goOn, signal: AbortSignal.any([stopped, signal]) }),
      );
    } catch (error) {
      const isStopped = error instanceof AppError && error.code === 'evidence/cancelled';
      throw isStopped && signal.aborted ? new AppError('vault/locked') : error;
    }
  };

  return {
    /** Fails as `rekeySession` does, and with `vault/locked` when it was stopped. */
    change: async (input: { readonly current: string; readonly next: string }): Promise<void> => {
      await last;
      locked = new AbortController();
      const renewing = renew(openSession(), input, locked);
      last = renewing.catch(() => {});
      await renewing;
    },
    /** Settles when nothing is being changed any more. */
    stop: async (): Promise<void> => {
      locked.abort();
      await last;
    },
  };
}
