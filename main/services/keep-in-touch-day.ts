import { isScheduled } from '../../shared/domain/meeting.ts';
import { addDays, type IsoDate, today } from '../../shared/domain/time.ts';
import { formatDayLong, formatTime } from '../../shared/domain/time-words.ts';
import { changeLabel, whenAndWhere } from '../../shared/domain/versions/change-words.ts';
import { diffVersions, type MeetingChange } from '../../shared/domain/versions/diff.ts';
import type { TimetableVersion } from '../../shared/domain/versions/version.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { strands } from '../db/tables.ts';
import type { Context } from './context.ts';
import { type PaperBlock, quietText } from './document/paper.ts';
import { engagementCalendar } from './engagement.ts';
import { listStandingMeetings } from './timetable-world.ts';
import { draftSnapshot, listVersions, snapshotOf } from './versions/snapshot.ts';

export type Safe = (words: string) => string;

/** The first working day after a day. */
export function nextWorkingDay({ db }: Pick<Context, 'db'>, day: IsoDate): IsoDate {
  const calendar = engagementCalendar(db);
  let next = addDays(day, 1);
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** What is new, cancelled or otherwise on the next day than people knew when the day began. */
export function changeBlocks(
  { db }: Pick<Context, 'db'>,
  { day, next }: { readonly day: IsoDate; readonly next: IsoDate },
  safe: Safe,
): readonly PaperBlock[] {
  const known = knownAt(db, day);
  if (known === null) return [quietText('No version of the timetable has been published yet.')];
  const changes = diffVersions(snapshotOf(db, known), draftSnapshot(db)).filter(
    ({ before, after }) => before?.day === next || after?.day === next,
  );
  if (changes.length === 0) return [quietText(`Nothing since version ${known.number}.`)];
  return [
    {
      is: 'table',
      caption: `Changes since version ${known.number}`,
      head: ['What', 'Meeting', `In version ${known.number}`, 'Now'],
      widths: [18, 26, 28, 28],
      rows: changes.map((change) => changeRow(change).map(safe)),
    },
  ];
}

function changeRow(change: MeetingChange): readonly string[] {
  const { before, after } = change;
  return [
    changeLabel(change),
    after?.title ?? before?.title ?? '',
    before ? whenAndWhere(before) : '',
    after ? whenAndWhere(after) : '',
  ];
}

/** The version that people went by as a day began, or else the first that was published. */
function knownAt(db: ReadableDb, day: IsoDate): TimetableVersion | null {
  const versions = listVersions(db);
  return versions.findLast(({ at }) => today(at) < day) ?? versions[0] ?? null;
}

/** Who is where on the next day. */
export function nextDayBlocks({ db }: Pick<Context, 'db'>, next: IsoDate, safe: Safe): readonly PaperBlock[] {
  const names = new Map(listRows(db, strands).map((strand) => [strand.id, strand.name]));
  const held = listStandingMeetings(db)
    .filter(isScheduled)
    .filter((meeting) => meeting.day === next && meeting.kind !== 'block');
  if (held.length === 0) return [quietText(`Nothing is on the timetable for ${formatDayLong(next)}.`)];
  return [
    {
      is: 'table',
      caption: formatDayLong(next),
      head: ['Time', formatDayLong(next), 'With'],
      widths: [26, 44, 30],
      rows: held.map(({ start, minutes, title, strandIds }) =>
        [
          `${formatTime(start)} to ${formatTime(start + minutes)}`,
          title,
          strandIds.map((id) => names.get(id) ?? '').join(', '),
        ].map(safe),
      ),
    },
  ];
}
