/** What reading a user's text gives: the value, or one plain sentence that says why it was refused. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** Wraps a value that was read. */
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** Wraps the sentence that says why the text was refused. */
export const refused = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
});
