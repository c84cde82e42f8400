import type { Redaction } from '../../../shared/domain/redaction/redaction.ts';
import type { Watched } from '../../../shared/domain/redaction/verify.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { childAgencies, people } from '../../db/tables.ts';
import { listKnownChildren } from '../evidence/known-children.ts';

/** Everybody whose words have to be looked for under a redaction's profile; for checks only, never for the window. */
export function watchedBy(
  db: ReadableDb,
  { profile, childId }: Pick<Redaction, 'profile' | 'childId'>,
): Watched {
  const adults = [
    ...listRows(db, people).map(({ name }) => name),
    ...listRows(db, childAgencies).map(({ practitioner }) => practitioner),
  ];
  return {
    profile,
    own: childId,
    children: listKnownChildren(db),
    adults: [...new Set(adults.map((name) => name.trim()))].filter((name) => /\S\s+\S/.test(name)),
  };
}
