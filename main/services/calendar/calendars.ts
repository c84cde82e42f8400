import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { matchCalendar } from '../../../shared/domain/availability/calendar-match.ts';
import type { PersonId, PlaceId, RowId } from '../../../shared/domain/ids.ts';
import { addDays, type IsoDate, today } from '../../../shared/domain/time.ts';
import { workCalendar } from '../../../shared/domain/working-days.ts';
import { AppError } from '../../../shared/errors.ts';
import type { availabilityChannels, CalendarsPreview } from '../../../shared/ipc/availability.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Connection, ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { busyTimes, closureDays, engagements, people, phases, places } from '../../db/tables.ts';
import { deleteRow, insertRow } from '../../db/write.ts';
import { nameOf } from '../availability.ts';
import { type Context, write } from '../context.ts';
import { datePlan } from '../engagement-dates.ts';
import { type BusyStretch, readIcs } from './read-ics.ts';

type Input<Name extends keyof typeof availabilityChannels> = ParsedInputOf<
  (typeof availabilityChannels)[Name]
>;

type KeptCalendar = {
  readonly fileName: string;
  readonly name: string;
  readonly busy: readonly BusyStretch[];
  readonly problem: string | null;
  readonly personId: PersonId | null;
  readonly placeId: PlaceId | null;
};

type Kept = { readonly token: string; readonly calendars: readonly KeptCalendar[] };

/** What was read last and waits to be confirmed. Kept beside the open engagement and only as long as it. */
const keptBy = new WeakMap<Connection, Kept>();

const mostBytes = 20 * 1024 * 1024;
const mostDays = 400;

/**
 * Reads the calendar files that were dropped or that the user chooses, and proposes whose each is; null when they close
 * the dialog. A file that cannot be read says why and does not keep the others from being read. Writes nothing.
 */
export async function readCalendars(
  ctx: Context,
  { tokens, personId, placeId }: Input<'availability:readCalendars'>,
): Promise<CalendarsPreview | null> {
  const paths = tokens
    ? tokens.map((token) => ctx.outside.droppedPath(token))
    : await ctx.outside.chooseFiles('Choose calendars', [
        { name: 'Calendars', extensions: ['ics', 'ical', 'ifb'] },
      ]);
  if (paths.length === 0) return null;
  const span = engagementSpan(ctx);
  const owners = {
    people: listRows(ctx.db, people, {}, ['name']),
    places: listRows(ctx.db, places, {}, ['name']),
  };
  const calendars = await Promise.all(
    paths.map(async (path): Promise<KeptCalendar> => {
      const fileName = path === null ? 'A file' : basename(path);
      const label = fileName.replace(/\.[a-z]+$/i, '');
      try {
        if (path === null) throw new AppError('disk/cannot-read');
        const reading = readIcs(await readText(path), span.from, span.to);
        const name = (reading.name || label).slice(0, 160);
        const guess = matchCalendar({ names: [reading.name, label], emails: reading.emails }, owners);
        const isAsked = personId !== null || placeId !== null;
        const whose = isAsked && paths.length === 1 ? { personId, placeId } : guess;
        return { fileName, name, busy: reading.busy, problem: null, ...whose };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { fileName, name: label, busy: [], problem: error.message, personId: null, placeId: null };
      }
    }),
  );
  const kept = { token: ctx.newId(), calendars };
  keptBy.set(ctx.db, kept);
  return {
    token: kept.token,
    ...span,
    calendars: calendars.map(({ busy, ...calendar }) => ({
      ...calendar,
      busy: busy.length,
      from: busy[0]?.day ?? null,
      to: busy.at(-1)?.day ?? null,
    })),
  };
}

/**
 * Keeps the busy times of the calendars that were given an owner, as one step; what came from the same calendar of the
 * same owner before makes room. Fails with `record/not-found` for calendars that were let go of.
 */
export function confirmCalendars(
  ctx: Context,
  { token, owners }: Input<'availability:confirmCalendars'>,
): { readonly calendars: number; readonly busy: number } {
  const kept = keptBy.get(ctx.db);
  if (kept?.token !== token) throw new AppError('record/not-found', 'Choose the calendars again.');
  const chosen = owners.flatMap(({ index, ...owner }) => {
    const calendar = kept.calendars[index];
    return calendar && calendar.problem === null ? [{ calendar, owner, whose: nameOf(ctx, owner) }] : [];
  });
  const [first] = chosen;
  if (!first) throw new AppError('import/nothing-chosen');
  const whose = chosen.length === 1 ? first.whose : `${chosen.length} calendars`;
  write(ctx, { action: 'confirmCalendars', summary: `Imported the busy times of ${whose}` }, (tx) => {
    for (const { calendar, owner } of chosen)
      for (const row of listRows(tx, busyTimes, { ...owner, calendar: calendar.name }))
        deleteRow(tx, busyTimes, row.id);
    for (const { calendar, owner } of chosen)
      for (const stretch of calendar.busy)
        insertRow(tx, busyTimes, { ...stretch, ...owner, calendar: calendar.name, id: ctx.newId() as RowId });
  });
  keptBy.delete(ctx.db);
  return { calendars: chosen.length, busy: chosen.reduce((sum, one) => sum + one.calendar.busy.length, 0) };
}

/** Lets go of calendars that the user decided not to import. */
export function dropCalendars(ctx: Context, { token }: Input<'availability:dropCalendars'>): null {
  if (keptBy.get(ctx.db)?.token === token) keptBy.delete(ctx.db);
  return null;
}

/** The dates between which busy times matter: from the first phase to the last day on site and a fortnight on. */
function engagementSpan(ctx: Context): { readonly from: IsoDate; readonly to: IsoDate } {
  const dated = datedPhases(ctx.db).flatMap(({ from, to, isOnSite }) =>
    from && to ? [{ from, to, isOnSite }] : [],
  );
  const starts = dated.map(({ from }) => from).sort();
  const site = dated.find(({ isOnSite }) => isOnSite) ?? dated.at(-1);
  const from = starts[0] ?? today(ctx.clock());
  const to = addDays(site?.to ?? from, 14);
  const latest = addDays(to, -mostDays);
  return { from: from < latest ? latest : from, to };
}

function datedPhases(db: ReadableDb) {
  const [engagement] = listRows(db, engagements);
  if (!engagement) return [];
  const rows = { phases: listRows(db, phases, {}, ['position']), deadlines: [], events: [] };
  return datePlan(engagement, '', rows, workCalendar(listRows(db, closureDays))).phases;
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new AppError('calendar/too-large');
    if (size === 0) throw new AppError('calendar/not-a-calendar');
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('disk/cannot-read');
  }
}
