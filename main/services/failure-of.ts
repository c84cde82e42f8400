import { AppError, type AppFailure } from '../../shared/errors.ts';

/** What a thread that reads documents says of an error; one that nobody foresaw makes the document unreadable. */
export function failureOf(error: unknown): AppFailure {
  const { code, detail } = error instanceof AppError ? error : new AppError('evidence/unreadable');
  return { code, ...(detail ? { detail } : {}) };
}

/** The same in a thread whose engine an unforeseen error leaves broken: such an error ends the thread. */
export function failureOrEnd(error: unknown): AppFailure {
  if (!(error instanceof AppError)) throw error;
  return failureOf(error);
}
