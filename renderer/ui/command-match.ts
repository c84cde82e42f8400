import type { LucideIcon } from 'lucide-react';

/** Something the command palette can find and run. */
export type Command = {
  readonly id: string;
  readonly label: string;
  /** A fact beside the label. */
  readonly hint?: string;
  readonly group: string;
  /** Further words it should be found by. */
  readonly keywords?: readonly string[];
  readonly keys?: string;
  readonly icon?: LucideIcon;
  readonly onRun: () => void;
};

export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/** The commands in which every typed word begins some word, best first, at most `limit` of them. */
export function matchCommands(commands: readonly Command[], typed: string, limit = 40): readonly Command[] {
  const parts = wordsOf(typed);
  if (parts.length === 0) return commands.slice(0, limit);
  return commands
    .map((command) => ({ command, score: scoreOf(command, parts) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ command }) => command);
}

/** The commands under their groups, groups and commands in the order given. */
export function groupCommands(commands: readonly Command[]): readonly CommandGroup[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const known = groups.get(command.group);
    if (known) known.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups].map(([title, members]) => ({ title, commands: members }));
}

function scoreOf(command: Command, parts: readonly string[]): number {
  const label = wordsOf(command.label);
  const others = wordsOf([command.hint ?? '', ...(command.keywords ?? [])].join(' '));
  let score = 0;
  for (const [index, part] of parts.entries()) {
    if (label[index]?.startsWith(part)) score += 4;
    else if (label.some((word) => word.startsWith(part))) score += 3;
    else if (others.some((word) => word.startsWith(part))) score += 1;
    else return 0;
  }
  return score;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
