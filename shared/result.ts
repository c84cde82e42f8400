import type { AppFailure } from './errors.ts';

/** What a user's action came to: a value, or a failure that can be put in a sentence. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: AppFailure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = <T>(failure: AppFailure): Result<T> => ({ ok: false, failure });
