/**
 * Keeps a cell from being taken for a formula by a spreadsheet: text that begins with = + - @, a tab or a line break,
 * spaces before it or not, gets an apostrophe in front (OWASP, CSV injection).
 */
export function guarded(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
