import { describe, expect, it } from 'vitest';
import {
  asConfirmed,
  countedRows,
  partRows,
  saysSomethingNew,
  shownSentence,
  shownValue,
} from '../../../../../renderer/features/import/import-words.ts';
import type { GridPreview, ImportPreview, ImportRow } from '../../../../../shared/ipc/imports.ts';

const aRow = (own: Partial<ImportRow> = {}): ImportRow => ({
  rowNumber: 2,
  values: { forename: 'Jaden', surname: 'Tarrow', upn: 'Q858300223437', need: 'Autism' },
  problems: [],
  isBad: false,
  notes: [],
  startsChosen: true,
  duplicateOf: null,
  ...own,
});

describe('shownValue', () => {
  it('shows names as initials, and no address that spells them, while names are codes', () => {
    const children = { target: 'children', areCoded: true } as const;
    expect([shownValue(aRow(), 'forename', children), shownValue(aRow(), 'surname', children)]).toEqual([
      'J',
      'T',
    ]);
    expect(shownValue(aRow(), 'need', children)).toBe('Autism');

    const meeting = aRow({ values: { attendees: 'Bo Connelly; Dr Felton Mueller' } });
    expect(shownValue(meeting, 'attendees', { target: 'meetings', areCoded: true })).toBe('BC; FM');
    const person = aRow({ values: { name: 'Hallie Lang', email: 'hallie@council.example' } });
    expect(shownValue(person, 'email', { target: 'people', areCoded: true })).toBe('Not shown');
    expect(shownValue(person, 'email', { target: 'people', areCoded: false })).toBe('hallie@council.example');
  });
});

describe('shownSentence', () => {
  it('turns names within quotation marks into initials while names are codes', () => {
    const sentence = '“Bo Connelly” is new: they are added to the people.';

    expect(shownSentence(sentence, true)).toBe('BC is new: they are added to the people.');
    expect(shownSentence(sentence, false)).toBe(sentence);
  });
});

describe('asConfirmed', () => {
  const match = (text: string, choice: string) => ({ text, choice, second: '', count: 1, isSure: false });
  const grid: GridPreview = {
    strands: [match('Strand A: lead + peer 1', 'pair-1')],
    people: [match('J Doyle', 'jake'), match('Kim Benning', 'new')],
    places: [match('Committee 2', 'room')],
    options: {
      strands: [{ id: 'pair-1', name: 'Pair 1' }],
      people: [{ id: 'jake', name: 'Jake Doyle' }],
      places: [{ id: 'room', name: 'Committee Room 2' }],
    },
    ...{ unread: [], meetings: [] },
  };
  const row = aRow({
    values: {
      title: 'Committee 2 visits',
      inspectors: 'Strand A: lead + peer 1',
      attendees: 'J Doyle; Kim Benning',
      place: 'Committee 2',
    },
  });

  it('calls columns, names and rooms of a grid what they were said to be, and what is new as it stands', () => {
    expect(asConfirmed([row], grid)[0]?.values).toEqual({
      title: 'Committee 2 visits',
      inspectors: 'Pair 1',
      attendees: 'Jake Doyle; Kim Benning',
      place: 'Committee Room 2',
    });
  });

  it('leaves the rows of a list alone', () => {
    expect(asConfirmed([row], null)).toEqual([row]);
  });
});

describe('partRows', () => {
  it('puts each row in one part', () => {
    const duplicateOf = { label: 'A', rowNumber: null, reason: '', isLikely: true, conflicts: [] };
    const rows = [aRow(), aRow({ isBad: true }), aRow({ duplicateOf }), aRow({ isBad: true, duplicateOf })];
    const { bad, duplicates, ready } = partRows({ rows } as unknown as ImportPreview);

    expect([bad.length, duplicates.length, ready.length]).toEqual([2, 1, 1]);
  });
});

describe('countedRows', () => {
  it('counts in the words of what is imported', () => {
    expect([countedRows(1, 'people'), countedRows(66, 'people'), countedRows(1, 'children')]).toEqual([
      '1 person',
      '66 people',
      '1 child',
    ]);
  });
});

describe('saysSomethingNew', () => {
  it('tells a row that brings an action up to date from one that says what is known', () => {
    expect(saysSomethingNew(aRow())).toBe(false);
    expect(saysSomethingNew(aRow({ notes: ['Rating: red becomes amber.'] }))).toBe(true);
    expect(saysSomethingNew(aRow({ values: { report: 'With the board' } }))).toBe(true);
  });
});
