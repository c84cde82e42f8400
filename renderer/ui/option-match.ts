/** One thing that can be chosen from a list that opens. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** A fact beside it: a role, an organisation. Searched too. */
  readonly hint?: string;
};

/** The choices in which every typed word begins some word of the label or the hint, in their own order. */
export function matchChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return choices;
  return choices.filter(({ label, hint = '' }) => {
    const words = fold(`${label} ${hint}`).split(/[^\p{L}\p{N}]+/u);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
