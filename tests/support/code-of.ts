import { AppError } from '../../shared/errors.ts';

/** The code of the failure that acting comes to, awaited where it takes its time; null where it succeeds. */
export async function codeOf(act: () => unknown): Promise<string | null> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return null;
}
