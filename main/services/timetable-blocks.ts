import { indexWorld } from '../../shared/domain/clash/world.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { plainMeeting } from '../../shared/domain/meeting.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { timetableChannels } from '../../shared/ipc/timetable.ts';
import type { Context } from './context.ts';
import { saveMeetings } from './timetable-save.ts';
import { readWorld } from './timetable-world.ts';

type Input<Name extends keyof typeof timetableChannels> = ParsedInputOf<(typeof timetableChannels)[Name]>;

/** Adds a block to each of some days, across all the strands given. Fails as `saveMeeting` does. */
export function addBlock(ctx: Context, input: Input<'timetable:addBlock'>): null {
  const { title, start, minutes, overrideReason } = input;
  const days = [...new Set(input.days)];
  const changes = days.map((day) => ({
    before: null,
    after: {
      id: ctx.newId() as MeetingId,
      title,
      kind: 'block' as const,
      day,
      start,
      minutes,
      ...plainMeeting,
      version: 1,
      strandIds: [...new Set(input.strandIds)],
      personIds: [],
    },
  }));
  const summary = days.length === 1 ? `Added “${title}”` : `Added “${title}” on ${days.length} days`;
  saveMeetings(ctx, indexWorld(readWorld(ctx.db)), changes, { action: 'addBlock', summary }, overrideReason);
  return null;
}
