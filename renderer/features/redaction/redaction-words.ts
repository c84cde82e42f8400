import { childLabel } from '../../../shared/domain/child-code.ts';
import {
  profileLabels,
  type RedactionMark,
  RedactionReason,
  reasonLabels,
} from '../../../shared/domain/redaction/redaction.ts';
import type { FoundPlace, RedactionSummary } from '../../../shared/ipc/redactions.ts';

/** "Surname, Child C". */
export function placeWords({ what, code }: FoundPlace): string {
  const said = what.charAt(0).toUpperCase() + what.slice(1);
  return code === null ? said : `${said}, ${childLabel({ code })}`;
}

/** Where on the page a mark is, for whoever does not see it: "top left". */
export function whereWords({ left, top, width, height, how }: RedactionMark): string {
  if (how === 'page') return 'The whole page';
  const third = (at: number, names: readonly [string, string, string]) =>
    names[Math.min(2, Math.floor(at * 3))] ?? names[1];
  const down = third(top + height / 2, ['top', 'middle', 'bottom']);
  const across = third(left + width / 2, ['left', 'centre', 'right']);
  const where = `${down} ${across}`;
  return where.charAt(0).toUpperCase() + where.slice(1);
}

export function profileWords(
  { profile, childId }: Pick<RedactionSummary, 'profile' | 'childId'>,
  label: (childId: string) => string,
): string {
  const about = childId === null ? '' : `, about ${label(childId)}`;
  return `${profileLabels[profile]}${about}`;
}

export const stateWords: Readonly<Record<RedactionSummary['state'], string>> = {
  marking: 'Being marked',
  checked: 'Checked',
  verified: 'Safe copy made',
};

export const stateMarks = { marking: 'none', checked: 'received', verified: 'ok' } as const;

/** "12 places". */

export const reasonOptions = RedactionReason.options.map((value) => ({ value, label: reasonLabels[value] }));
