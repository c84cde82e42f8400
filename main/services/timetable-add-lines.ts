import { readMeetingLines } from '../../shared/domain/import/meeting-lines.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { MeetingsAdded, timetableChannels } from '../../shared/ipc/timetable.ts';
import { type Context, write } from './context.ts';
import { readMeetingNames } from './import/meeting-names.ts';
import { putMeetings } from './import/put-meetings.ts';

type Input = ParsedInputOf<(typeof timetableChannels)['timetable:addMeetings']>;

/**
 * Adds a meeting to the tray for each line of a text, as one step. Names that are not known become new people where
 * asked, and stand in the notes otherwise. Fails with `timetable/empty` where no line is a meeting.
 */
export function addMeetings(ctx: Context, { text, addsPeople }: Input): MeetingsAdded {
  const { attendee } = readMeetingNames(ctx.db);
  const isKnown = (name: string) => attendee(name).as !== 'new';
  const lines = readMeetingLines(text, isKnown);
  if (lines.length === 0) throw new AppError('timetable/empty');
  const toAdd = lines.map(({ title, minutes, names, rest }, at) => {
    const asked = addsPeople ? names : names.filter(isKnown);
    const left = [...names.filter((name) => !asked.includes(name)), ...rest];
    const values = {
      ...{ title, minutes, attendees: asked, inspectors: [] },
      ...{ day: null, start: null, place: null },
      notes: left.length > 0 ? `With: ${left.join(', ')}.` : null,
    };
    return { rowNumbers: [at + 1], values };
  });
  const summary = `Added ${toAdd.length} ${toAdd.length === 1 ? 'meeting' : 'meetings'} to be scheduled`;
  const notes = write(ctx, { action: 'addMeetings', summary }, (tx) =>
    putMeetings(ctx, tx, { toAdd, toChange: [] }),
  );
  return { count: toAdd.length, notes };
}
