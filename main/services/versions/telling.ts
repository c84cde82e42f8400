import type { PersonId, RowId } from '../../../shared/domain/ids.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { changesByPerson, type PersonalChange } from '../../../shared/domain/versions/affected.ts';
import { countChanges } from '../../../shared/domain/versions/change-words.ts';
import { diffVersions } from '../../../shared/domain/versions/diff.ts';
import { messageFor } from '../../../shared/domain/versions/message.ts';
import type { SnapshotPerson, TimetableVersion } from '../../../shared/domain/versions/version.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { PersonToTell, Telling, versionsChannels } from '../../../shared/ipc/versions.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { engagements, people, versionTellings } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { writerFor } from '../timetable-export/writer.ts';
import { listVersions, snapshotOf } from './snapshot.ts';
import { reasonsBetween } from './versions.ts';

type Input<Name extends keyof typeof versionsChannels> = ParsedInputOf<(typeof versionsChannels)[Name]>;

/** Somebody to tell, with each change that concerns them since they were told last. */
export type ToTell = PersonToTell & { readonly own: readonly PersonalChange[] };

/** Who has to be told of the newest version and what, each counted from the version they were told of last. */
export function readTelling(ctx: Context): Telling {
  const latest = listVersions(ctx.db).at(-1);
  return {
    version: latest ? { number: latest.number, at: latest.at } : null,
    people: listToTell(ctx.db).map(({ own: _, ...person }) => person),
  };
}

/** As `readTelling`, with the changes themselves. */
export function listToTell(db: ReadableDb): readonly ToTell[] {
  const versions = listVersions(db);
  const latest = versions.at(-1);
  if (!latest) return [];
  const told = lastTold(db, versions);
  const after = snapshotOf(db, latest);
  const seen = new Map(after.people.map((person) => [person.personId, person]));
  const all: ToTell[] = [];
  const since = new Map<TimetableVersion | null, Set<PersonId>>([[null, new Set()]]);
  for (const [personId, { version }] of told) {
    since.set(version, (since.get(version) ?? new Set()).add(personId));
  }
  const toldToAny = new Set(told.keys());
  const write = letterhead(db);
  for (const [version, group] of since) {
    const before = snapshotOf(db, version);
    const own = changesByPerson(diffVersions(before, after));
    const reasonsFor = reasonsBetween(db, version?.number ?? 0, latest.number);
    const ids = version ? [...group] : [...own.keys()].filter((id) => !toldToAny.has(id));
    for (const personId of ids) {
      const person = seen.get(personId) ?? before.people.find((one) => one.personId === personId);
      if (!person) continue;
      const changes = own.get(personId) ?? [];
      const last = told.get(personId);
      all.push({
        ...write.address(person),
        own: changes,
        told: last ? { number: last.version.number, at: last.at } : null,
        changes: changes.length,
        counts: countChanges(changes.map(asTheySee)),
        message: messageFor({
          ...write.head,
          name: person.name,
          version: latest,
          told: version?.number ?? null,
          changes,
          reasonsFor,
        }),
      });
    }
  }
  return all.sort(
    (a, b) => Number(b.changes > 0) - Number(a.changes > 0) || a.name.localeCompare(b.name, 'en-GB'),
  );
}

/** Remembers that these people were told of the newest version. Fails with `record/not-found` before there is one. */
export function markTold(ctx: Context, { personIds }: Input<'versions:markTold'>): null {
  const latest = listVersions(ctx.db).at(-1);
  if (!latest) throw new AppError('record/not-found');
  const ids = new Set(personIds);
  const who = ids.size === 1 ? '1 person' : `${ids.size} people`;
  write(ctx, { action: 'markTold', summary: `Marked ${who} as told of version ${latest.number}` }, (tx) => {
    for (const personId of ids) {
      insertRow(tx, versionTellings, {
        id: ctx.newId() as RowId,
        versionId: latest.id,
        personId,
        at: ctx.clock(),
      });
    }
  });
  return null;
}

type Told = { readonly version: TimetableVersion; readonly at: IsoInstant };

function lastTold(db: ReadableDb, versions: readonly TimetableVersion[]): ReadonlyMap<PersonId, Told> {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const last = new Map<PersonId, Told>();
  for (const { personId, versionId, at } of listRows(db, versionTellings, {}, ['at'])) {
    const version = byId.get(versionId);
    const known = last.get(personId);
    if (version && (!known || version.number >= known.version.number)) last.set(personId, { version, at });
  }
  return last;
}

/** To somebody who is asked anew a meeting is new, and to somebody who is no longer needed it is cancelled. */
function asTheySee({ change, part }: PersonalChange): Parameters<typeof countChanges>[0][number] {
  if (part === 'kept') return { kind: 'changed', aspects: change.aspects };
  return { kind: part === 'asked' ? 'new' : 'cancelled', aspects: [] };
}

/** What every message begins with, and where each goes: to the address that is known now. */
function letterhead(db: ReadableDb) {
  const [engagement] = listRows(db, engagements);
  const emails = new Map(listRows(db, people).map(({ id, email }) => [id, email]));
  return {
    head: {
      engagement: writerFor(db, [], false).text(engagement?.title ?? ''),
      marking: engagement?.marking ?? '',
    },
    address: ({ personId, name, role, email }: SnapshotPerson) => ({
      ...{ personId, name, role },
      email: emails.get(personId) ?? email,
    }),
  };
}
