import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { SearchKind } from '../../../shared/ipc/search.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  checklistItems,
  evidenceItems,
  evidenceLinks,
  feedbackEntries,
  findings,
  meetings,
  people,
  planActions,
  reports,
  requests,
  reviews,
  surveys,
} from '../../db/tables.ts';

type Narrow = Pick<ParsedInputOf<Contract['search:searchAll']>, 'childId' | 'sector' | 'from' | 'to'>;

/** What a thing is about and when; a filter that asks for more than is known of it leaves it out. */
type Facts = {
  readonly ref: string;
  readonly children: readonly (string | null)[];
  readonly sectors: readonly (string | null)[];
  readonly day: string | null;
};

/**
 * The rows of the index that fit a child, a sector and a stretch of days, each as "kind:ref"; null where nothing is asked.
 */
export function refsThatFit(db: ReadableDb, narrow: Narrow): readonly string[] | null {
  const { childId, sector, from, to } = narrow;
  if (!childId && !sector && !from && !to) return null;
  return [...documentFacts(db), ...recordFacts(db)]
    .filter(({ children }) => !childId || children.includes(childId))
    .filter(({ sectors }) => !sector || sectors.includes(sector))
    .filter(({ day }) => (!from && !to) || (day !== null && day >= (from ?? '') && day <= (to ?? '9999')))
    .map(({ ref }) => ref);
}

function documentFacts(db: ReadableDb): readonly Facts[] {
  const childOfItem = new Map(listRows(db, checklistItems).map((item) => [item.id as string, item.childId]));
  const byDocument = new Map<string, (string | null)[]>();
  for (const { evidenceId, childId, checklistItemId } of listRows(db, evidenceLinks)) {
    const known = byDocument.get(evidenceId) ?? [];
    known.push(childId ?? childOfItem.get(checklistItemId ?? '') ?? null);
    byDocument.set(evidenceId, known);
  }
  return listRows(db, evidenceItems).flatMap((item): readonly Facts[] => {
    const facts = { children: byDocument.get(item.id) ?? [], sectors: [item.sector], day: dayOf(item) };
    return [
      { ref: `evidence:${item.id}`, ...facts },
      { ref: `page:${item.sha256}`, ...facts },
    ];
  });
}

const dayOf = (item: EvidenceItem): string => item.evidenceDate ?? item.receivedAt.slice(0, 10);

function recordFacts(db: ReadableDb): readonly Facts[] {
  return [
    ...listRows(db, meetings).map(({ id, childId, sectorsNeeded, day }) => ({
      ref: `meeting:${id}`,
      children: [childId],
      sectors: sectorsNeeded,
      day,
    })),
    ...listRows(db, feedbackEntries).map(({ id, childId, at }) => ({
      ref: `feedback:${id}`,
      children: [childId],
      sectors: [],
      day: at.slice(0, 10),
    })),
    ...listRows(db, requests).map(({ id, ownerSector, askedAt, dueOn }) => ({
      ref: `request:${id}`,
      children: [],
      sectors: [ownerSector],
      day: askedAt?.slice(0, 10) ?? dueOn,
    })),
    ...listRows(db, people).map(({ id, sector }) => ({
      ref: `person:${id}`,
      children: [],
      sectors: [sector],
      day: null,
    })),
    ...datedRefs('report', listRows(db, reports), ({ on }) => on),
    ...datedRefs('survey', listRows(db, surveys), ({ opensOn }) => opensOn),
    ...datedRefs('review', listRows(db, reviews), ({ from }) => from),
    ...datedRefs('finding', listRows(db, findings), ({ on }) => on),
    ...datedRefs('action', listRows(db, planActions), ({ dueOn }) => dueOn),
    ...[...new Set(listRows(db, checklistItems).map(({ childId }) => childId))].map((id) => ({
      ref: `child:${id}`,
      children: [id],
      sectors: [],
      day: null,
    })),
  ];
}

/** What belongs to no child and no sector, by its day alone. */
function datedRefs<Row extends { readonly id: string }>(
  kind: SearchKind,
  rows: readonly Row[],
  dayOf: (row: Row) => IsoDate | null,
): readonly Facts[] {
  return rows.map((row) => ({ ref: `${kind}:${row.id}`, children: [], sectors: [], day: dayOf(row) }));
}
