import { describe, expect, it } from 'vitest';
import { placeMeetings } from '../../../../../renderer/features/timetable/grid-geometry.ts';
import {
  type NavigationKey,
  navigationKey,
  nextPlacement,
} from '../../../../../renderer/features/timetable/grid-navigation.ts';
import { aMeeting, day } from './a-meeting.ts';

const columns = ['a', 'b', 'c'].map((id) => ({ key: id, day, id }));
const placements = placeMeetings(
  [
    aMeeting({ id: 'a9', strandIds: ['a'], start: 540 }),
    aMeeting({ id: 'a11', strandIds: ['a'], start: 660 }),
    aMeeting({ id: 'c9', strandIds: ['c'], start: 540 }),
    aMeeting({ id: 'c1', strandIds: ['c'], start: 780 }),
    aMeeting({ id: 'all', strandIds: ['a', 'b', 'c'], start: 900 }),
  ],
  columns,
  (meeting) => meeting.strandIds,
);

function from(meetingId: string, key: NavigationKey): string {
  const start = placements.find((placement) => placement.meetingId === meetingId);
  return start ? nextPlacement(placements, start, key).meetingId : 'missing';
}

describe('nextPlacement', () => {
  it('goes down and up a column by time, and stays at its ends', () => {
    expect([from('a9', 'ArrowDown'), from('a11', 'ArrowUp'), from('a9', 'ArrowUp')]).toEqual([
      'a11',
      'a9',
      'a9',
    ]);
  });

  it('goes sideways past an empty column to the card nearest in time', () => {
    expect([from('a11', 'ArrowRight'), from('c1', 'ArrowLeft')]).toEqual(['c9', 'a11']);
  });

  it('counts a spanning card in each of its columns', () => {
    expect([from('a11', 'ArrowDown'), from('c1', 'ArrowDown')]).toEqual(['all', 'all']);
  });

  it('goes to the first and last of the column and of the grid', () => {
    expect([
      from('a11', 'Home'),
      from('a9', 'End'),
      from('c1', 'FirstOfAll'),
      from('a9', 'LastOfAll'),
    ]).toEqual(['a9', 'all', 'a9', 'all']);
  });
});

describe('navigationKey', () => {
  const press = (key: string, held: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}) =>
    navigationKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  it('reads arrows, Home and End, and the last two with Ctrl as the ends of the grid', () => {
    expect([press('ArrowUp'), press('Home'), press('End', { ctrlKey: true })]).toEqual([
      'ArrowUp',
      'Home',
      'LastOfAll',
    ]);
  });

  it('leaves other keys, and arrows held with Shift, to others', () => {
    expect([press('a'), press('ArrowUp', { shiftKey: true }), press('ArrowUp', { ctrlKey: true })]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
