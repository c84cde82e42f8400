import { AppError } from '../../shared/errors.ts';

/** The failure that acting comes to, or null where it succeeds; anything unexpected is thrown on. */
export function failureOf(
  act: () => unknown,
): { readonly code: string; readonly detail: string | undefined } | null {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.detail };
    throw error;
  }
  return null;
}
