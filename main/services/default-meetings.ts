import type { Framework, FrameworkMeeting } from '../../shared/domain/framework.ts';
import type { ChildId, MeetingId, RowId, StrandId } from '../../shared/domain/ids.ts';
import { plainMeeting } from '../../shared/domain/meeting.ts';
import type { IsoDate } from '../../shared/domain/time.ts';
import type { ChoosableRule } from '../../shared/domain/timetable-rules.ts';
import { addWorkingDays, workCalendar, workingDaysBetween } from '../../shared/domain/working-days.ts';
import type { WritableDb } from '../db/connection.ts';
import { meetingStrands, meetings } from '../db/tables.ts';
import { insertRow } from '../db/write.ts';
import type { Context } from './context.ts';
import { addCountedDate } from './counted-dates.ts';

type Start = { readonly framework: Framework; readonly anchorDate: IsoDate | null };

/** The meetings a framework begins with, but those about one child; on their days once the one date is known. */
export function addDefaultMeetings(ctx: Context, tx: WritableDb, start: Start): void {
  for (const meeting of start.framework.meetings) {
    if (!meeting.perChild) addDefaultMeeting(ctx, tx, start, meeting);
  }
}

/**
 * The default meetings about one child, as the framework has them; they start unscheduled. A tracking meeting that is
 * in the timetable already is not added again.
 */
export function addMeetingsForChild(
  ctx: Context,
  tx: WritableDb,
  framework: Framework,
  child: { readonly id: ChildId; readonly code: string },
  already: readonly { readonly title: string }[] = [],
): void {
  const isTracking = ({ title }: { readonly title: string }) => /\btrack/i.test(title);
  const hasTracking = already.some(isTracking);
  const wanted = framework.meetings.filter((one) => one.perChild && !(hasTracking && isTracking(one)));
  for (const meeting of wanted) {
    addMeetingRow(ctx, tx, meeting, {
      title: `Child ${child.code}: ${lowerFirst(meeting.title)}`,
      childId: child.id,
    });
  }
}

function addDefaultMeeting(ctx: Context, tx: WritableDb, start: Start, meeting: FrameworkMeeting): void {
  for (const day of daysOf(start, meeting)) {
    for (let copy = 1; copy <= meeting.copies; copy += 1) {
      const title = meeting.copies > 1 ? `${meeting.title} ${copy}` : meeting.title;
      const rowId = addMeetingRow(ctx, tx, meeting, { title, day, label: labelOf(start.framework, meeting) });
      const { fromOffset, toOffset, start: at, isDaily } = meeting;
      if (start.anchorDate === null)
        addCountedDate(ctx, tx, { of: 'meeting', rowId, fromOffset, toOffset, start: at, isDaily });
    }
  }
}

/** The days a default meeting falls on: each of its range when daily, the one day when fixed, none yet otherwise. */
function daysOf({ anchorDate }: Start, meeting: FrameworkMeeting): readonly (IsoDate | null)[] {
  if (anchorDate === null) return [null];
  const calendar = workCalendar();
  const from = addWorkingDays(anchorDate, meeting.fromOffset, calendar).date;
  const to = addWorkingDays(anchorDate, meeting.toOffset, calendar).date;
  if (!meeting.isDaily) return [from === to ? from : null];
  return workingDaysBetween(from, to, calendar);
}

function addMeetingRow(
  ctx: Context,
  tx: WritableDb,
  meeting: FrameworkMeeting,
  own: {
    readonly title: string;
    readonly day?: IsoDate | null;
    readonly childId?: ChildId;
    readonly label?: string;
  },
): MeetingId {
  const id = ctx.newId() as MeetingId;
  const day = own.day ?? null;
  insertRow(tx, meetings, {
    ...plainMeeting,
    id,
    title: own.title,
    kind: meeting.kind,
    day,
    start: day === null ? null : meeting.start,
    minutes: meeting.minutes,
    childId: own.childId ?? null,
    sectorsNeeded: [...meeting.sectorsNeeded],
    needsVideo: meeting.needsVideo,
    notes: [
      meeting.inspectionSide && `From the inspection team: ${meeting.inspectionSide}.`,
      meeting.partnershipSide && `From the partnership: ${meeting.partnershipSide}.`,
      own.label,
    ]
      .filter(Boolean)
      .join('\n'),
    version: 1,
  });
  for (const strandId of meeting.strandIds) {
    insertRow(tx, meetingStrands, {
      id: ctx.newId() as RowId,
      meetingId: id,
      strandId: strandId as StrandId,
    });
  }
  return id;
}

/** What the framework wants said to those who come, so that a default meeting says it from the start. */
function labelOf({ rules }: Framework, { kind }: FrameworkMeeting): string {
  const asks = (rule: ChoosableRule) => rules.some((one) => one.rule === rule);
  if (kind === 'visit' && asks('visit-label')) return 'The setting is not being judged.';
  if (kind === 'focus-group' && asks('non-attribution'))
    return 'What is said is in confidence and not attributed to a person.';
  return '';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
