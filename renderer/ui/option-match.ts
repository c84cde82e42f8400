/** One thing that can be chosen from a list that opens. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** A fact beside it: a role, an organisation. Searched too. */
  readonly hint?: string;
};

/** The choices in which every typed word begins some word of the label or the hint, in their own order. */
export function matchChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const parts = wordsOf(typed);
  if (parts.length === 0) return choices;
  return choices.filter(({ label, hint = '' }) => {
    const words = wordsOf(`${label} ${hint}`);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** Split alike on both sides, so that “Room 1.08” is found by its whole name. */
const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
