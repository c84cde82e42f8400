import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import { readPeople } from '../../main/services/people.ts';
import { readTimetable, removeMeeting } from '../../main/services/timetable.ts';
import { addMeetings } from '../../main/services/timetable-add-lines.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { PersonId, StrandId } from '../../shared/domain/ids.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;
let start: string | undefined;
let strandId: StrandId;
let priyaId: PersonId;

beforeAll(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
  strandId = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' }).strandId as StrandId;
  priyaId = addedPerson(ctx, { name: 'Priya Raman' }).id;
  start = readHistory(ctx).undo?.id;
});
afterAll(() => temp.close());
afterEach(() => {
  while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
});

const found = (title: string) => readTimetable(ctx).meetings.find((meeting) => meeting.title === title);
const names = () => readPeople(ctx).people.map(({ name }) => name);

describe('addMeetings', () => {
  it('puts a meeting in the tray for each line, with the people and the strand that are known', () => {
    const { count } = addMeetings(ctx, {
      text: 'Head of SEND, 45 min, P Raman, Jo Pike\nFocus group: SENCOs',
      addsPeople: true,
    });

    expect(count).toBe(2);
    expect(found('Head of SEND')).toMatchObject({
      ...{ day: null, start: null, minutes: 45, kind: 'leaders' },
      ...{ personIds: [priyaId], strandIds: [strandId] },
    });
    expect(found('Focus group: SENCOs')).toMatchObject({ day: null, minutes: 60, kind: 'focus-group' });
  });

  it('adds whom it does not know once, or keeps the name in the notes where that is not wanted', () => {
    const text = 'Governance, Hallie Lang\nTherapies, Hallie Lang, chair of the board';

    addMeetings(ctx, { text, addsPeople: true });
    expect(names().filter((name) => name === 'Hallie Lang')).toEqual(['Hallie Lang']);
    expect(found('Therapies')).toMatchObject({ notes: 'With: chair of the board.' });
    undoLast(ctx);

    addMeetings(ctx, { text, addsPeople: false });
    expect(names()).not.toContain('Hallie Lang');
    expect(found('Governance')).toMatchObject({ personIds: [], notes: 'With: Hallie Lang.' });
  });

  it('is one step that Undo takes back whole, and refuses a text without a meeting', () => {
    addMeetings(ctx, { text: 'One\nTwo\nThree, Hallie Lang', addsPeople: true });
    expect(readHistory(ctx).recent[0]?.summary).toBe('Added 3 meetings to be scheduled');

    undoLast(ctx);

    expect(readTimetable(ctx).meetings).toEqual([]);
    expect(names()).not.toContain('Hallie Lang');
    expect(failureOf(() => addMeetings(ctx, { text: '---', addsPeople: true }))?.code).toBe(
      'timetable/empty',
    );
  });
});
