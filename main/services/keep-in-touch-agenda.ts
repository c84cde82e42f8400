import { childLabel } from '../../shared/domain/child-code.ts';
import { isScheduled } from '../../shared/domain/meeting.ts';
import { addDays, type IsoDate } from '../../shared/domain/time.ts';
import {
  formatDayLong,
  formatDayShort,
  formatInstantLong,
  formatTime,
} from '../../shared/domain/time-words.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';
import { coder } from './child-codes.ts';
import { readChildren } from './children.ts';
import type { Context } from './context.ts';
import { heading, list, type Paper, type PaperBlock, quietText } from './document/paper.ts';
import { engagementCalendar, theEngagement } from './engagement.ts';
import { changeBlocks, nextDayBlocks, nextWorkingDay, type Safe } from './keep-in-touch-day.ts';
import { answeredBlocks, requestBlocks } from './keep-in-touch-requests.ts';
import { listStandingMeetings } from './timetable-world.ts';
import { versionLabel } from './versions/standing.ts';

/**
 * The agenda of a day's keep-in-touch, to go through with the lead of the team: what was answered since the working day
 * before, what waits and with whom, the tracked children by code, and the next day with its changes. Nothing of what was
 * logged is in it.
 */
export function keepInTouchAgenda(ctx: Context, day: IsoDate): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  const next = nextWorkingDay(ctx, day);
  return {
    title: `Keep in touch: agenda, ${formatDayLong(day)}`,
    facts: [
      [council, title].filter(Boolean).join(', '),
      `Written ${formatInstantLong(ctx.clock())}. Timetable: ${versionLabel(ctx).toLowerCase()}`,
    ].map(safe),
    marking,
    blocks: [
      heading('Answered since we last met'),
      ...answeredBlocks(ctx, { from: workingDayBefore(ctx, day), day }, safe),
      heading('Requests that wait'),
      ...requestBlocks(ctx, day, safe),
      heading('Tracked children'),
      ...childBlocks(ctx, day, safe),
      heading('What changes on the next day'),
      ...changeBlocks(ctx, { day, next }, safe),
      heading('The next day'),
      ...nextDayBlocks(ctx, next, safe),
      heading('To hear from the team'),
      list([
        'What has been seen so far, and what is wanted next',
        'Anybody still to be met who is not on the timetable',
        'Documents that are still wanted, and by when',
        'Rooms, access and timekeeping',
      ]),
    ],
  };
}

function childBlocks(ctx: Context, day: IsoDate, safe: Safe): readonly PaperBlock[] {
  const { children } = readChildren(ctx);
  if (children.length === 0) return [quietText('No child is tracked yet.')];
  const meetings = listStandingMeetings(ctx.db).filter(isScheduled);
  return [
    {
      is: 'table',
      caption: 'Tracked children',
      head: ['Child', 'Consent', 'Documents', 'Next meeting'],
      widths: [16, 26, 24, 34],
      rows: children.map((child) => {
        const { received, needed, mayProceed } = child.readiness;
        const meeting = meetings
          .filter((one) => one.childId === child.id && one.day >= day)
          .toSorted((a, b) => a.day.localeCompare(b.day) || a.start - b.start)[0];
        return [
          childLabel(child),
          mayProceed ? 'Given' : 'Not given yet',
          `${received} of ${needed} received`,
          meeting
            ? `${formatDayShort(meeting.day)}, ${formatTime(meeting.start)}: ${meeting.title}`
            : 'None yet',
        ].map(safe);
      }),
    },
  ];
}

function workingDayBefore({ db }: Pick<Context, 'db'>, day: IsoDate): IsoDate {
  const calendar = engagementCalendar(db);
  let before = addDays(day, -1);
  while (!isWorkingDay(before, calendar)) before = addDays(before, -1);
  return before;
}
