import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../../../shared/domain/governance/agenda.ts';
import { type Board, escalationMap, escalationPath } from '../../../../../shared/domain/governance/board.ts';
import { implicationsLeft, noImplications } from '../../../../../shared/domain/governance/report.ts';
import {
  clearanceSteps,
  jointSteps,
  lacksVersion,
  type SignOffStep,
  signOffStanding,
  unsigned,
} from '../../../../../shared/domain/governance/sign-off.ts';
import { RowId } from '../../../../../shared/domain/ids.ts';
import { workCalendar } from '../../../../../shared/domain/working-days.ts';
import { aBoard, aBriefing, aReport, aSignOff } from '../../../../support/governance-builders.ts';

const day = '2026-11-24';
const calendar = workCalendar();
const id = (text: string) => RowId.parse(text);
const board = (name: string, answersTo: string | null = null): Board =>
  aBoard({ id: id(name), name, answersToId: answersTo === null ? null : id(answersTo) });

describe('who answers to whom', () => {
  it('puts each board under the one it answers to, and knows the way up', () => {
    const boards = [
      board('SEND board', 'Alliance'),
      board('Alliance', 'Wellbeing'),
      board('Wellbeing'),
      board('Data group', 'SEND board'),
    ];

    expect(escalationMap(boards).map(({ board: { name }, depth }) => [name, depth])).toEqual([
      ['Wellbeing', 0],
      ['Alliance', 1],
      ['SEND board', 2],
      ['Data group', 3],
    ]);
    expect(escalationPath(boards, id('Data group')).map(({ name }) => name)).toEqual([
      'Data group',
      'SEND board',
      'Alliance',
      'Wellbeing',
    ]);
  });

  it('shows every board once, whichever answers to which', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), (parents) => {
        // A board answers only to one before it, so there is no circle.
        const boards = names.map((name, at) =>
          board(name, at === 0 ? null : (names[(parents[at] ?? 0) % at] ?? null)),
        );
        expect(
          escalationMap(boards)
            .map((one) => one.board.name)
            .sort(),
        ).toEqual(names);
      }),
    );
  });
});

describe('a sign-off', () => {
  const signed = { initials: 'DW', on: day } as const;
  const standing = (steps: readonly SignOffStep[]) =>
    signOffStanding({ steps: [...steps], about: 'preparation', versionId: null }, []);

  it('is signed by one of two until both bodies have signed', () => {
    const [council, icb] = jointSteps;
    if (!council || !icb) throw new Error('There are two bodies');

    expect(standing([...jointSteps]).words).toBe('Cleared 0 of 2');
    expect(standing([{ ...council, ...signed }, icb])).toMatchObject({
      state: 'part',
      words: 'Signed by one of two',
      next: { title: 'Integrated care board' },
    });
    expect(standing([council, icb].map((step) => ({ ...step, ...signed })))).toMatchObject({
      state: 'signed',
      next: null,
    });
  });

  it('is not signed by initials without a date, nor by a date without initials', () => {
    const [typed] = clearanceSteps;
    if (!typed) throw new Error('There is a first stage');

    for (const half of [
      { initials: 'DW', on: null },
      { initials: ' ', on: day },
    ])
      expect(standing([{ ...typed, ...half }]).state).toBe('open');
  });
});

describe('a sign-off of the self-evaluation', () => {
  const versionId = RowId.parse('v3');
  const kept = { id: versionId, number: 3, isCurrent: true };
  const steps = jointSteps.map((step) => ({ ...step, initials: 'DW', on: day }));
  const signOff = { about: 'evaluation', versionId, steps } as const;

  it('belongs to one version, and says when that was changed since', () => {
    expect(signOffStanding(signOff, [kept])).toMatchObject({ words: 'Signed: version 3', isStale: false });
    expect(signOffStanding(signOff, [{ ...kept, isCurrent: false }])).toMatchObject({
      state: 'signed',
      words: 'Signed: version 3; changed since',
      isStale: true,
    });
  });

  it('needs a version only once somebody has signed, and another version is signed by nobody', () => {
    expect(lacksVersion({ ...signOff, versionId: null })).toBe(true);
    expect(lacksVersion({ ...signOff, versionId: null, steps: [...jointSteps] })).toBe(false);
    expect(lacksVersion({ ...signOff, about: 'report', versionId: null })).toBe(false);
    expect(signOffStanding({ ...signOff, versionId: null }, [kept]).words).toBe('Signed: no version named');
    const anew = { ...signOff, steps: [...unsigned(steps)] };
    expect(signOffStanding(anew, [kept])).toMatchObject({ state: 'open', words: 'Cleared 0 of 2' });
  });
});

describe('a decision report', () => {
  it('asks for every implication, also for the words “not applicable”', () => {
    const implications = { ...noImplications, legal: 'Not applicable', finance: '  ' };

    expect(implicationsLeft({ implications })).toEqual([
      'finance',
      'priorities',
      'rights',
      'equality',
      'people',
      'risk',
    ]);
  });
});

describe('the calendar of what is due', () => {
  const nothing = { boards: [], reports: [], briefings: [], signOffs: [] };

  it('holds the papers before each meeting', () => {
    const boards = [aBoard({ name: 'SEND board', rhythm: 'monthly', meetsOn: '2026-12-08', papersDays: 5 })];
    const [papers, meeting] = agendaOf({ ...nothing, boards }, day, calendar);

    expect(papers).toMatchObject({ date: '2026-12-01', what: 'Papers for SEND board', about: 'papers' });
    expect(meeting).toMatchObject({ date: '2026-12-08', about: 'meeting' });
  });

  it('keeps a report that is late, and brings one round again once it was considered', () => {
    const late = aReport({ id: id('late'), title: 'Late', on: '2026-11-02', state: 'planned' });
    const round = aReport({
      id: id('round'),
      title: 'Round',
      on: '2026-11-03',
      state: 'considered',
      rhythm: 'quarterly',
    });
    const over = aReport({ id: id('over'), title: 'Over', on: '2026-11-03', state: 'considered' });

    expect(
      agendaOf({ ...nothing, reports: [late, round, over] }, day, calendar).map(({ what, date }) => [
        what,
        date,
      ]),
    ).toEqual([
      ['Late', '2026-11-02'],
      ['Round', '2027-02-02'],
    ]);
  });

  it('leaves out what is done and what has no day', () => {
    const briefings = [aBriefing({ on: day, isDone: true }), aBriefing({ on: null })];
    const signOffs = [
      aSignOff({ dueOn: day, steps: [{ title: 'Typed', isBody: false, initials: 'A', on: day }] }),
    ];

    expect(agendaOf({ ...nothing, briefings, signOffs }, day, calendar)).toEqual([]);
  });
});
