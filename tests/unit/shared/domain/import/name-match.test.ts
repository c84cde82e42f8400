import { describe, expect, it } from 'vitest';
import { indexNames, matchName, shortRoomName } from '../../../../../shared/domain/import/name-match.ts';

const known = [
  { id: 'mueller', name: 'Dr. Felton Mueller' },
  { id: 'kutch', name: 'Grant Pagac-Kutch' },
  { id: 'crooks-k', name: 'Kristie Crooks' },
  { id: 'crooks-c', name: 'Chanelle Crooks' },
  { id: 'abbott-a1', name: 'Alvina Abbott' },
  { id: 'abbott-a2', name: 'Ahmad Abbott' },
  { id: 'king', name: 'Alexanne Rose King' },
  { id: 'lead', name: 'Lead inspector (HMI)' },
  { id: 'cqc1', name: 'CQC inspector 1' },
  { id: 'cqc2', name: 'CQC inspector 2' },
];
const index = indexNames(known);
const match = (text: string) => matchName(text, index);

describe('matchName', () => {
  it.each([
    ['Dr. Felton Mueller', 'mueller', 'exact'],
    ['Lead inspector (HMI)', 'lead', 'exact'],
    ['  CQC inspector 1 ', 'cqc1', 'exact'],
    ['CQC INSPECTOR 2', 'cqc2', 'letters'],
    ['grant pagac kutch', 'kutch', 'letters'],
    ['Felton Mueller', 'mueller', 'without-title'],
    ['Mr Felton Müller', null, null],
    ['Mueller, Felton', 'mueller', 'without-title'],
    ['Lead inspector', 'lead', 'without-title'],
    ['Kristie Crooks (Short Breaks)', 'crooks-k', 'without-title'],
    ['F Mueller', 'mueller', 'initials'],
    ['Dr F. Mueller', 'mueller', 'initials'],
    ['K Crooks', 'crooks-k', 'initials'],
    ['G. Pagac-Kutch', 'kutch', 'initials'],
    ['A. R. King', 'king', 'initials'],
    ['A King', 'king', 'initials'],
  ])('takes %j for %s', (text, id, by) => {
    expect(match(text)).toEqual(
      id === null ? expect.objectContaining({ state: 'unmatched' }) : { state: 'matched', id, by },
    );
  });

  it('leaves the choice to the user when an initial fits two', () => {
    expect(match('A Abbott')).toEqual({ state: 'ambiguous', candidates: [known[4], known[5]] });
  });

  it('leaves the choice to the user when two people have one name', () => {
    const twins = [
      { id: 'a', name: 'John Smith' },
      { id: 'b', name: 'John Smith' },
    ];

    expect(matchName('John Smith', indexNames(twins))).toEqual({ state: 'ambiguous', candidates: twins });
  });

  it('does not take another forename for the same person, but offers those with the surname', () => {
    expect(match('Frances Mueller')).toEqual({ state: 'unmatched', candidates: [known[0]] });
  });

  it('offers those with the surname when only that is given', () => {
    expect(match('Crooks')).toEqual({ state: 'unmatched', candidates: [known[2], known[3]] });
  });

  it.each(['Nobody Known', '', ' - '])('finds nobody for %j', (text) => {
    expect(match(text)).toEqual({ state: 'unmatched', candidates: [] });
  });

  it('does not take one numbered inspector for another', () => {
    expect(match('CQC inspector 3').state).toBe('unmatched');
  });
});

describe('shortRoomName', () => {
  const rooms = [
    'Committee Room 1',
    'Committee Room 2',
    'Room 2.14',
    "Room 2.15 (inspectors' base)",
    'Room 3.14',
    'Microsoft Teams',
    'Meeting room',
  ].map((name) => ({ id: name, name }));

  it.each([
    ['Committee 2', 'Committee Room 2'],
    ['Cttee 2', null],
    ['2.14', 'Room 2.14'],
    ['Rm 2.15', "Room 2.15 (inspectors' base)"],
    ['Teams', 'Microsoft Teams'],
    ['Room', null],
    ['14', null],
    ['', null],
  ])('takes %j for %s', (text, name) => {
    expect(shortRoomName(text, rooms)?.name ?? null).toBe(name);
  });
});
