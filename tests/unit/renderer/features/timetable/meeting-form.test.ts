import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  formOf,
  newForm,
  problemsIn,
  withChild,
  withStart,
} from '../../../../../renderer/features/timetable/meeting-form.ts';
import { aMeeting, day } from './a-meeting.ts';

const form = formOf(aMeeting({ start: 600, minutes: 45 }));

describe('problemsIn', () => {
  it('finds nothing wrong with a meeting as it is', () => {
    expect(problemsIn(form, '12')).toEqual({});
  });

  it('says that a meeting ends before it starts, and what to do', () => {
    expect(problemsIn({ ...form, end: 570 }, '12')).toEqual({
      end: 'The meeting ends before it starts. Give an end time after 10am.',
    });
  });

  it('says that a meeting ends when it starts', () => {
    expect(problemsIn({ ...form, end: 600 }, '24').end).toBe(
      'The meeting ends when it starts. Give an end time after 10:00.',
    );
  });

  it('refuses a meeting of under five minutes or over twelve hours', () => {
    expect([
      problemsIn({ ...form, end: 603 }, '12').end,
      problemsIn({ ...form, start: 0, end: 900 }, '12').end,
    ]).toEqual(['A meeting takes 5 minutes at least.', 'A meeting takes 12 hours at most.']);
  });

  it('asks for title, start and end', () => {
    expect(problemsIn({ ...form, title: ' ', start: null, end: null }, '12')).toEqual({
      title: 'Give the meeting a title.',
      start: 'Give a start time, such as 9.30 or 2pm.',
      end: 'Give an end time, such as 10.15 or 3pm.',
    });
  });

  it('asks only for a length while there is no day', () => {
    expect(problemsIn({ ...form, day: null, start: null, end: null, minutes: null }, '12')).toEqual({
      minutes: 'Say how many minutes it takes.',
    });
  });
});

describe('withStart', () => {
  it('takes the end along, so that the length stays', () => {
    expect(withStart(form, 660)).toMatchObject({ start: 660, end: 705 });
  });

  it('begins a new one with whoever, wherever and however long is known', () => {
    const known = { strandIds: ['s1'], personIds: ['p1'], placeId: 'room' };
    expect(newForm({ day, start: 840, minutes: 45, ...known })).toMatchObject({
      ...{ day, start: 840, end: 885, minutes: 45 },
      ...known,
    });
  });

  it('gives a first start its end', () => {
    expect(withStart(newForm({ day }), 540)).toMatchObject({ start: 540, end: 600 });
  });

  it('leaves the end alone while the start is being typed', () => {
    expect(withStart(form, null)).toMatchObject({ start: null, end: 645 });
  });
});

describe('withChild', () => {
  it('titles an untitled meeting by the code, never by a name, and asks for three sectors', () => {
    expect(withChild(newForm({}), 'kid', 'Child C')).toMatchObject({
      childId: 'kid',
      title: 'Child C tracking meeting',
      kind: 'child',
      sectorsNeeded: ['education', 'health', 'care'],
    });
  });

  it('leaves a title that was given', () => {
    expect(withChild(form, 'kid', 'Child C')).toMatchObject({ title: form.title, kind: 'leaders' });
  });
});

describe('fieldsOf', () => {
  it('gives back the meeting that the form was made from', () => {
    const { id: _id, version: _version, ...fields } = aMeeting({ start: 600, minutes: 45 });

    expect(fieldsOf(form)).toEqual(fields);
  });

  it('keeps the length and drops the time of a meeting taken off its day', () => {
    expect(fieldsOf({ ...form, day: null, isPinned: true })).toMatchObject({
      day: null,
      start: null,
      minutes: 45,
      isPinned: false,
    });
  });
});
