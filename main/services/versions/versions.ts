import type { MeetingId, RowId, VersionId } from '../../../shared/domain/ids.ts';
import { countChanges } from '../../../shared/domain/versions/change-words.ts';
import { diffVersions } from '../../../shared/domain/versions/diff.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Comparison, VersionsView, versionsChannels } from '../../../shared/ipc/versions.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { timetableVersions, versionChanges } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { withCodes } from '../child-codes.ts';
import { type Context, write } from '../context.ts';
import { draftSnapshot, keepSnapshot, listVersions, snapshotOf, versionNumbered } from './snapshot.ts';
import { draftSequences, draftStanding } from './standing.ts';

type Input<Name extends keyof typeof versionsChannels> = ParsedInputOf<(typeof versionsChannels)[Name]>;

/** The published versions, newest first, and what is different in the draft since the newest. */
export function readVersions(ctx: Context): VersionsView {
  const versions = listVersions(ctx.db);
  if (versions.length === 0) return { versions: [], draftChanges: [] };
  const rows = listRows(ctx.db, versionChanges);
  return {
    versions: versions
      .map((version) => ({
        ...version,
        counts: countChanges(rows.filter(({ versionId }) => versionId === version.id)),
      }))
      .reverse(),
    draftChanges: draftStanding(ctx.db).changes,
  };
}

/** What became of each meeting between two versions, or a version and the draft, with the reasons given on the way. */
export function compareVersions(ctx: Context, { from, to }: Input<'versions:compareVersions'>): Comparison {
  const { db } = ctx;
  const before = snapshotOf(db, from === null ? null : versionNumbered(db, from));
  const after = to === null ? draftSnapshot(db) : snapshotOf(db, versionNumbered(db, to));
  const changes = diffVersions(before, after);
  const reasonsFor = reasonsBetween(db, from ?? 0, to ?? Number.POSITIVE_INFINITY);
  const touched = changes.filter(({ kind }) => kind !== 'new').length;
  return {
    changes: changes.map((change) => ({ ...change, reasons: reasonsFor(change) })),
    same: before.meetings.length - touched,
  };
}

/** Makes what finds the reasons given for a meeting's changes after one version and up to another, each once. */
export function reasonsBetween(
  db: ReadableDb,
  after: number,
  upTo: number,
): (change: { readonly meetingId: MeetingId }) => readonly string[] {
  const reasons = new Map<MeetingId, string[]>();
  const rows = listRows(db, versionChanges);
  for (const { id, number } of listVersions(db)) {
    if (number <= after || number > upTo) continue;
    for (const { meetingId, reason } of rows.filter(({ versionId }) => versionId === id)) {
      const own = reasons.get(meetingId) ?? [];
      if (reason !== '' && !own.includes(reason)) reasons.set(meetingId, [...own, reason]);
    }
  }
  return ({ meetingId }) => reasons.get(meetingId) ?? [];
}

/**
 * Freezes the draft as the next version, with the reason for each change. It stays: a number that has gone out is never
 * given to anything else. Fails with `timetable/empty` when nothing is scheduled, and with `versions/nothing-changed`.
 */
export function publishVersion(
  ctx: Context,
  { note, organiserEmail, reasonForAll, reasons }: Input<'versions:publishVersion'>,
): { readonly number: number } {
  const { latest, draft, changes } = draftStanding(ctx.db);
  if (draft.meetings.length === 0) throw new AppError('timetable/empty');
  if (latest && changes.length === 0) throw new AppError('versions/nothing-changed', `${latest.number}`);
  const number = (latest?.number ?? 0) + 1;
  const given = new Map(reasons.map(({ meetingId, reason }) => [meetingId, reason]));
  const sequenceOf = draftSequences(ctx.db, changes);
  const id = ctx.newId() as VersionId;
  const about = { action: 'publishVersion', summary: `Published version ${number}`, kind: 'record' } as const;
  write(ctx, about, (tx) => {
    insertRow(tx, timetableVersions, {
      ...{ id, number, organiserEmail },
      at: ctx.clock(),
      publishedBy: ctx.actor.slice(0, 120),
      note: withCodes(ctx.db, note),
    });
    keepSnapshot(ctx, tx, id, draft);
    for (const { meetingId, kind, aspects } of changes) {
      insertRow(tx, versionChanges, {
        ...{ meetingId, kind, aspects: [...aspects] },
        id: ctx.newId() as RowId,
        versionId: id,
        sequence: sequenceOf(meetingId),
        reason: withCodes(ctx.db, given.get(meetingId) || reasonForAll),
      });
    }
  });
  return { number };
}
