import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import type { PersonalChange } from '../../../shared/domain/versions/affected.ts';
import { changeLabel } from '../../../shared/domain/versions/change-words.ts';
import { diffVersions, type MeetingChange, type SeenMeeting } from '../../../shared/domain/versions/diff.ts';
import type { TimetableVersion } from '../../../shared/domain/versions/version.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { versionsChannels } from '../../../shared/ipc/versions.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { engagements } from '../../db/tables.ts';
import { codedNames } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import type { CalendarPerson } from '../timetable-export/calendar-file.ts';
import { type Attachment, renderLetter } from './eml.ts';
import { renderInvitation } from './invitation.ts';
import { listVersions, snapshotOf, versionNumbered } from './snapshot.ts';
import { sequencesAt } from './standing.ts';
import { listToTell, type ToTell } from './telling.ts';

type Input<Name extends keyof typeof versionsChannels> = ParsedInputOf<(typeof versionsChannels)[Name]>;
type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Writes the message of each person with their calendar files as .eml: one where the user says, several into a new folder
 * of the one chosen. Saves nothing when the dialog is closed. Fails with `disk/full` or `disk/cannot-write`.
 */
export async function saveMessages(
  ctx: Context,
  { personIds }: Input<'versions:saveMessages'>,
): Promise<{ readonly saved: number }> {
  const latest = listVersions(ctx.db).at(-1);
  if (!latest) throw new AppError('record/not-found');
  const people = listToTell(ctx.db).filter(({ personId }) => personIds.includes(personId));
  const invite = inviter(ctx, latest);
  const files = withFreeNames(
    people.map((person) => ({ name: `${slug(person.name)}.eml`, bytes: letterTo(ctx, person, invite) })),
  );
  const [only] = files;
  if (!only) throw new AppError('record/not-found');
  if (files.length > 1) return saveAll(ctx, `Timetable version ${latest.number} messages`, files);
  const path = await ctx.outside.chooseSavePath('Save the message', only.name, [
    { name: 'E-mail message', extensions: ['eml'] },
  ]);
  if (!path) return { saved: 0 };
  await writeFile(path, only.bytes).catch(explain);
  return { saved: 1 };
}

/**
 * Writes one calendar file for each meeting that changed between two versions into a new folder of the one chosen.
 * Fails with `versions/nothing-changed`, `disk/full` or `disk/cannot-write`.
 */
export async function saveInvitations(
  ctx: Context,
  { from, to }: Input<'versions:saveInvitations'>,
): Promise<{ readonly saved: number }> {
  const { db } = ctx;
  const version = versionNumbered(db, to);
  const before = snapshotOf(db, from === null ? null : versionNumbered(db, from));
  const changes = diffVersions(before, snapshotOf(db, version));
  if (changes.length === 0) throw new AppError('versions/nothing-changed', `${from}`);
  const invite = inviter(ctx, version);
  const width = String(changes.length).length;
  const files = changes.flatMap((change, at): NamedFile[] => {
    const file = invite(change, change.after ? 'kept' : 'released', null);
    return file ? [{ name: `${String(at + 1).padStart(width, '0')}-${file.name}`, bytes: file.bytes }] : [];
  });
  return saveAll(ctx, `Timetable version ${to} calendar files`, files);
}

function letterTo(ctx: Context, person: ToTell, invite: Invite): Uint8Array {
  const to = { name: person.name, email: person.email };
  const attachments = withFreeNames(person.own.flatMap(({ change, part }) => invite(change, part, to) ?? []));
  return renderLetter({ to, ...person.message, at: ctx.clock(), boundary: ctx.newId(), attachments });
}

type Invite = (
  change: MeetingChange,
  part: PersonalChange['part'],
  attendee: CalendarPerson | null,
) => Attachment | null;

/** Makes what turns a change of a version into its calendar file: CANCEL for those whom it releases, REQUEST for others. */
function inviter(ctx: Context, version: TimetableVersion): Invite {
  const sequences = sequencesAt(ctx.db, version.number);
  const [engagement] = listRows(ctx.db, engagements);
  const nameOf = fileNamer(ctx.db);
  const about = {
    marking: engagement?.marking ?? '',
    at: ctx.clock(),
    organiser: { name: version.publishedBy, email: version.organiserEmail },
  };
  return (change, part, attendee) => {
    const isCancelled = part === 'released';
    const meeting = isCancelled ? change.before : change.after;
    if (!meeting) return null;
    const sequence = sequences.get(change.meetingId) ?? 0;
    const bytes = renderInvitation(change.meetingId, meeting, { ...about, attendee, isCancelled, sequence });
    return { name: nameOf(change, part, meeting), method: isCancelled ? 'CANCEL' : 'REQUEST', bytes };
  };
}

/** "moved-joint-commissioning.ics": what happened and which meeting, without any child's name. */
function fileNamer(db: ReadableDb) {
  const neutral = titleNeutraliser(codedNames(db));
  return (change: MeetingChange, part: PersonalChange['part'], { title }: SeenMeeting): string => {
    const what = part === 'kept' ? changeLabel(change) : part === 'asked' ? 'New' : 'Cancelled';
    return `${slug(`${what} ${neutral(title)}`)}.ics`;
  };
}

/** Letters and digits that any system and any mail program takes in a file's name. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 60) || 'meeting';
}

/** Gives the second and later ones of a name a number. */
function withFreeNames<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const taken = new Map<string, number>();
  return files.map((file) => {
    const times = (taken.get(file.name) ?? 0) + 1;
    taken.set(file.name, times);
    return times === 1 ? file : { ...file, name: file.name.replace(/(\.\w+)$/, `-${times}$1`) };
  });
}

async function saveAll(
  ctx: Context,
  name: string,
  files: readonly NamedFile[],
): Promise<{ readonly saved: number }> {
  const into = await ctx.outside.chooseFolder('Choose where the new folder goes');
  if (!into) return { saved: 0 };
  const folder = await newFolder(into, name);
  try {
    for (const file of files) await writeFile(join(folder, file.name), file.bytes, { flag: 'wx' });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    explain(error);
  }
  return { saved: files.length };
}

async function newFolder(into: string, name: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const folder = join(into, attempt === 1 ? name : `${name} (${attempt})`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 1000) explain(error);
    }
  }
}

function explain(error: unknown): never {
  throw diskError(error) ?? error;
}
