/** Marks that turn the direction of letters round, and letters that do not show: "plan\u202Efdp.exe" reads "planexe.pdf". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const longest = 255;

/** A file's name as it is kept and shown, never used as a path: no marks that do not show, at most 255 letters long. */
export function shownFileName(name: string): string {
  const seen = name.normalize('NFC').replaceAll(unseen, '').trim();
  if (seen.length <= longest) return seen;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(seen)?.[0] ?? '';
  // Half of a letter that takes two places is no letter.
  return seen.slice(0, longest - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}

/** Whether a name holds marks that make it read as something else. */
export const hasUnseenMarks = (name: string): boolean => name.search(unseen) >= 0;
