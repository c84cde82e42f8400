import { childLabel } from '../../../shared/domain/child-code.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { consentOf, isStopped, readinessOf } from '../../../shared/domain/readiness.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { children, consents } from '../../db/tables.ts';
import { consentStops, type Stop } from './findings.ts';
import type { ReadyDocument } from './preflight.ts';
import type { Selection } from './select.ts';

/** Why consent does not allow a pack about one child, or about everything, on a day. */
export function ownConsentStops(
  db: ReadableDb,
  { childId }: Selection,
  documents: readonly ReadyDocument[],
  { isWhole, day }: { readonly isWhole: boolean; readonly day: IsoDate },
): readonly Stop[] {
  if (childId === null) return isWhole ? consentOfAll(db, documents, day) : [];
  return consentStops(childLabel(getRow(db, children, childId)), consentOn(db, childId, day));
}

/** In a pack that is not one child's, a document about a child whose consent was refused or withdrawn stops it. */
export function withdrawnStops(
  db: ReadableDb,
  documents: readonly ReadyDocument[],
  own: string | null,
): readonly Stop[] {
  const answers = listRows(db, consents);
  const codes = new Set(documents.flatMap(({ alsoOf }) => alsoOf));
  return listRows(db, children)
    .filter((child) => child.id !== own && codes.has(child.code))
    .flatMap((child): readonly Stop[] => {
      const states = Object.values(consentOf(answers.filter(({ childId }) => childId === child.id)));
      if (!states.some(isStopped)) return [];
      const called = documents.filter(({ alsoOf }) => alsoOf.includes(child.code)).map((one) => one.called);
      return [
        {
          code: 'pack/consent-missing',
          what: `Consent for ${childLabel(child)} is refused or withdrawn`,
          where: `${called.join(', ')}: in the child’s file. Leave it out.`,
          evidenceId: null,
        },
      ];
    });
}

/** Each child whose file is in a pack of the whole record has to have agreed. */
function consentOfAll(db: ReadableDb, documents: readonly ReadyDocument[], day: IsoDate): readonly Stop[] {
  const codes = new Set(documents.flatMap(({ alsoOf }) => alsoOf));
  return listRows(db, children, {}, ['code'])
    .filter((child) => codes.has(child.code))
    .flatMap((child) => consentStops(childLabel(child), consentOn(db, child.id, day)));
}

const consentOn = (db: ReadableDb, childId: ChildId, day: IsoDate) =>
  readinessOf([], listRows(db, consents, { childId }), day);
