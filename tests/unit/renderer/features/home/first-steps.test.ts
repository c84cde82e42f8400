import { describe, expect, it } from 'vitest';
import { firstSteps } from '../../../../../renderer/features/home/first-steps.ts';
import type { Views } from '../../../../../renderer/state/store-types.ts';

const lead = { side: 'inspection', name: 'Lead inspector', role: 'Lead inspector' };
const osei = { side: 'inspection', name: 'Margaret Osei', role: 'Lead inspector' };
const partner = { side: 'partnership', name: 'Priya Shah', role: 'SENCO' };
const waiting = { kind: 'leaders', day: null, start: null };
const placed = { kind: 'leaders', day: '2026-11-24', start: 600 };
const lunch = { ...placed, kind: 'block' };

const views = ({
  people = [lead, osei],
  meetings = [waiting],
  anchorDate = '2026-11-09',
  versions = [],
  places = [],
}: {
  readonly people?: readonly object[];
  readonly meetings?: readonly object[];
  readonly anchorDate?: string | null;
  readonly versions?: readonly object[];
  readonly places?: readonly object[];
} = {}): Views =>
  ({
    engagement: { engagement: { anchorDate }, peopleWord: { one: 'inspector', many: 'inspectors' } },
    people: { people, places, strands: [], organisations: [] },
    timetable: { meetings },
    versions: { versions, draftChanges: [] },
  }) as unknown as Views;
const doneIn = (given: Views) => firstSteps(given).flatMap(({ title, isDone }) => (isDone ? title : []));

describe('firstSteps', () => {
  it('says what a new engagement needs, how far each is, and where it is done', () => {
    const steps = firstSteps(views());

    expect(steps.map(({ title }) => title)).toEqual([
      ...['Import the contact list...', 'Import rooms and sites...', 'Name the inspectors'],
      ...['Place the meetings', 'Publish version 1'],
    ]);
    expect(steps[2]?.fact).toBe('1 of 2, once you know them');
    expect(steps[3]?.fact).toBe('1 meeting waits beside the timetable');
    expect(steps[2]?.page).toEqual({ name: 'people', part: 'team' });
    expect(doneIn(views())).toEqual([]);
  });

  it('ticks what is done while something else still is not', () => {
    expect(doneIn(views({ people: [osei, partner] }))).toEqual(['People', 'Name the inspectors']);
    expect(doneIn(views({ meetings: [placed] }))).toEqual(['Place the meetings']);
    expect(doneIn(views({ meetings: [placed, waiting] }))).toEqual([]);
  });

  it('goes once there are people, rooms, and meetings of which lunch is none', () => {
    const there = { people: [lead, partner], places: [{}] };

    expect(firstSteps(views({ ...there, meetings: [placed, waiting] }))).toEqual([]);
    expect(firstSteps(views({ ...there, meetings: [lunch] }))).toHaveLength(5);
    expect(firstSteps(views({ ...there, meetings: [placed], places: [] }))).toHaveLength(5);
    expect(firstSteps(views({ ...there, meetings: [placed], people: [lead] }))).toHaveLength(5);
  });

  it('goes while there is no date once there are people, and in any case once a version is published', () => {
    expect(firstSteps(views({ people: [lead, partner], anchorDate: null }))).toEqual([]);
    expect(firstSteps(views({ versions: [{}] }))).toEqual([]);
  });
});
