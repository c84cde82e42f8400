import type { MeetingId } from '../../../shared/domain/ids.ts';
import { diffVersions, type MeetingChange } from '../../../shared/domain/versions/diff.ts';
import type { Snapshot, TimetableVersion } from '../../../shared/domain/versions/version.ts';
import { countChangesByRow } from '../../db/change-counts.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { meetings, versionChanges } from '../../db/tables.ts';
import { draftSnapshot, listVersions, snapshotOf } from './snapshot.ts';

/** How the draft stands to the newest version, which is null before the first. */
export type Standing = {
  readonly latest: TimetableVersion | null;
  readonly draft: Snapshot;
  readonly changes: readonly MeetingChange[];
};

/** Compares the draft with the newest version; before the first, every scheduled meeting is new. */
export function draftStanding(db: ReadableDb): Standing {
  const latest = listVersions(db).at(-1) ?? null;
  const draft = draftSnapshot(db);
  return { latest, draft, changes: diffVersions(snapshotOf(db, latest), draft) };
}

/** What is printed on whatever shows the timetable: "Version 2", "Draft after version 2" or "Draft, not published". */
export function versionLabel({ db }: { readonly db: ReadableDb }): string {
  return labelOf(draftStanding(db));
}

/** As `versionLabel`, for a standing that is already known. */
export function labelOf({ latest, changes }: Pick<Standing, 'latest' | 'changes'>): string {
  if (!latest) return 'Draft, not published';
  return changes.length === 0 ? `Version ${latest.number}` : `Draft after version ${latest.number}`;
}

/** The SEQUENCE that each meeting's event had as of a version, cancelled meetings included. */
export function sequencesAt(
  db: ReadableDb,
  number = Number.POSITIVE_INFINITY,
): ReadonlyMap<MeetingId, number> {
  const known = new Set(listVersions(db).flatMap((version) => (version.number <= number ? version.id : [])));
  const found = new Map<MeetingId, number>();
  for (const { meetingId, versionId, sequence } of listRows(db, versionChanges)) {
    if (known.has(versionId)) found.set(meetingId, Math.max(found.get(meetingId) ?? 0, sequence));
  }
  return found;
}

/**
 * Makes what gives a meeting's event its SEQUENCE (RFC 5545, 3.8.7.4): the published one while nothing has changed since,
 * and a higher one for each change, undone ones included, so that a calendar always takes the newest.
 */
export function draftSequences(
  db: ReadableDb,
  changes: readonly Pick<MeetingChange, 'meetingId'>[],
): (meetingId: MeetingId) => number {
  const edits = countChangesByRow(db, meetings.name);
  const published = sequencesAt(db);
  const changed = new Set(changes.map(({ meetingId }) => meetingId));
  return (meetingId) => {
    const last = published.get(meetingId);
    const edited = Math.max(0, (edits.get(meetingId) ?? 1) - 1);
    if (last === undefined) return edited;
    return changed.has(meetingId) ? Math.max(edited, last + 1) : Math.max(edited, last);
  };
}
