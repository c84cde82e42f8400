import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingId } from '../../../../../shared/domain/ids.ts';
import { affectedBy, changesByPerson } from '../../../../../shared/domain/versions/affected.ts';
import { changeLabel, countChanges } from '../../../../../shared/domain/versions/change-words.ts';
import { diffVersions } from '../../../../../shared/domain/versions/diff.ts';
import {
  nothingYet,
  type Snapshot,
  type SnapshotMeeting,
} from '../../../../../shared/domain/versions/version.ts';
import {
  at,
  meetingId,
  personId,
  placeId,
  strandId,
  tuesday,
  wednesday,
} from '../../../../support/timetable-world.ts';

const people: Snapshot['people'] = [
  { personId: personId('jo'), name: 'Jo Pike', side: 'inspection', strandId: strandId('s1') },
  { personId: personId('ann'), name: 'Ann Roe', side: 'inspection', strandId: strandId('s2') },
  { personId: personId('sarah'), name: 'Sarah Lindqvist', side: 'partnership', strandId: null },
  { personId: personId('amin'), name: 'S Amin', side: 'partnership', strandId: null },
].map((person) => ({ ...person, role: '', email: '' }) as Snapshot['people'][number]);

const aPlace = (id: string, name: string) => ({
  ...{ placeId: placeId(id), name, site: 'Civic Centre', capacity: null, travelMinutes: 0 },
  ...{ hasVideo: true, isStepFree: true, isOnline: false },
});

const aVersion = (meetings: readonly SnapshotMeeting[], rest: Partial<Snapshot> = {}): Snapshot => ({
  meetings,
  people,
  strands: [
    { strandId: strandId('s1'), name: 'Jo Pike', position: 0 },
    { strandId: strandId('s2'), name: 'Ann Roe', position: 1 },
  ],
  places: [aPlace('r1', 'Room 1'), aPlace('r2', 'Room 2')],
  ...rest,
});

const meeting = (id: string, given: Partial<SnapshotMeeting> = {}): SnapshotMeeting => ({
  meetingId: meetingId(id),
  ...{ title: `Meeting ${id}`, kind: 'leaders', day: tuesday, start: at(10), minutes: 60, notes: '' },
  ...{ placeId: placeId('r1'), childId: null, chairId: null, childCode: '', sectorsNeeded: [] },
  ...{ needsVideo: false, needsStepFree: false },
  strandIds: [strandId('s1')],
  personIds: [personId('sarah')],
  ...given,
});

const diffOf = (before: Partial<SnapshotMeeting>, after: Partial<SnapshotMeeting>) =>
  diffVersions(aVersion([meeting('m', before)]), aVersion([meeting('m', after)]));

describe('diffVersions', () => {
  it('says nothing of what is the same', () => {
    expect(diffOf({}, { notes: 'Bring the plan', needsVideo: true })).toEqual([]);
  });

  it.each([
    ['moved', { start: at(11) }],
    ['moved', { day: wednesday }],
    ['lengthened', { minutes: 75 }],
    ['shortened', { minutes: 45 }],
    ['room', { placeId: placeId('r2') }],
    ['room', { placeId: null }],
    ['people', { personIds: [personId('amin')] }],
    ['people', { strandIds: [strandId('s2')] }],
    ['title', { title: 'Another' }],
    ['title', { childCode: 'C' }],
  ] as const)('says that a meeting has %s when it is now %o', (aspect, after) => {
    expect(diffOf({}, after as Partial<SnapshotMeeting>).map(({ aspects }) => aspects)).toEqual([[aspect]]);
  });

  it('shows each side as people saw it, with who was in it through its strand', () => {
    const [change] = diffOf({}, { start: at(11), personIds: [personId('sarah'), personId('amin')] });

    expect(change).toMatchObject({ kind: 'changed', aspects: ['moved', 'people'] });
    expect(change?.before).toMatchObject({ start: at(10), place: 'Room 1', strands: ['Jo Pike'] });
    expect(change?.after?.people).toEqual([
      { id: 'sarah', name: 'Sarah Lindqvist', isOfTheTeam: false, isOfItsStrand: false },
      { id: 'amin', name: 'S Amin', isOfTheTeam: false, isOfItsStrand: false },
      { id: 'jo', name: 'Jo Pike', isOfTheTeam: true, isOfItsStrand: true },
    ]);
  });

  it('sees a room that is called otherwise, and a strand that has other members', () => {
    const before = aVersion([meeting('m')]);
    const renamed = aVersion([meeting('m')], { places: [aPlace('r1', 'Mayor’s parlour')] });
    const swapped = aVersion([meeting('m')], {
      people: people.map((one) => (one.personId === 'jo' ? { ...one, strandId: strandId('s2') } : one)),
    });

    expect(diffVersions(before, renamed)[0]?.aspects).toEqual(['room']);
    expect(diffVersions(before, swapped)[0]?.aspects).toEqual(['people']);
  });

  it('says nothing when somebody is asked through the strand instead of by name', () => {
    expect(diffOf({ personIds: [personId('jo')] }, { personIds: [] })).toEqual([]);
  });

  const ids = ['a', 'b', 'c', 'd'].map(meetingId);
  const aMeeting = fc.record({
    id: fc.constantFrom(...ids),
    day: fc.constantFrom(tuesday, wednesday),
    start: fc.constantFrom(at(9), at(10), at(11)),
    minutes: fc.constantFrom(30, 60),
    placeId: fc.constantFrom(placeId('r1'), placeId('r2'), null),
    personIds: fc.uniqueArray(fc.constantFrom(...people.map((one) => one.personId))),
    strandIds: fc.uniqueArray(fc.constantFrom(strandId('s1'), strandId('s2'), strandId('empty'))),
    title: fc.constantFrom('One', 'Other'),
  });
  const versions = fc
    .uniqueArray(aMeeting, { selector: ({ id }) => id })
    .map((given) => aVersion(given.map(({ id, ...rest }) => meeting(id, rest))));
  const idsOf = (version: Snapshot) => version.meetings.map((one) => one.meetingId);

  it('finds nothing between a version and itself, whatever its order', () => {
    fc.assert(
      fc.property(versions, (version) => {
        const other = { ...version, meetings: version.meetings.toReversed(), people: people.toReversed() };
        expect(diffVersions(version, other)).toEqual([]);
      }),
    );
  });

  it('is the same backwards: new is cancelled, before is after, longer is shorter', () => {
    const turned = { moved: 'moved', room: 'room', people: 'people', title: 'title' } as const;
    const opposite = { ...turned, lengthened: 'shortened', shortened: 'lengthened' } as const;
    const kinds = { new: 'cancelled', cancelled: 'new', changed: 'changed' } as const;
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        const there = diffVersions(one, other).map((change) => ({
          ...change,
          kind: kinds[change.kind],
          aspects: change.aspects.map((aspect) => opposite[aspect]),
          before: change.after,
          after: change.before,
        }));
        const byId = (a: { meetingId: MeetingId }, b: { meetingId: MeetingId }) =>
          a.meetingId < b.meetingId ? -1 : 1;
        expect(there.sort(byId)).toEqual([...diffVersions(other, one)].sort(byId));
      }),
    );
  });

  it('accounts for every meeting: each is new, cancelled, changed or the same', () => {
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        const changes = diffVersions(one, other);
        const isIn = (version: Snapshot, id: MeetingId) => idsOf(version).includes(id);
        for (const { meetingId: id, kind, before, after } of changes) {
          expect([isIn(one, id), isIn(other, id)]).toEqual([kind !== 'new', kind !== 'cancelled']);
          expect([before !== null, after !== null]).toEqual([kind !== 'new', kind !== 'cancelled']);
        }
        const named = new Set(changes.map((change) => change.meetingId));
        for (const id of ids.filter((id) => !named.has(id))) expect(isIn(one, id)).toBe(isIn(other, id));
      }),
    );
  });

  it('makes everything new after nothing, and tells everybody who is in a meeting and nobody else', () => {
    fc.assert(
      fc.property(versions, (version) => {
        const changes = diffVersions(nothingYet, version);
        expect(changes.map(({ kind }) => kind)).toEqual(version.meetings.map(() => 'new'));
        const inSome = new Set(changes.flatMap(({ after }) => after?.people.map(({ id }) => id) ?? []));
        expect(new Set(changesByPerson(changes).keys())).toEqual(inSome);
      }),
    );
  });
});

describe('affectedBy', () => {
  const affected = (before: Partial<SnapshotMeeting>, after: Partial<SnapshotMeeting>) =>
    diffOf(before, after).map((change) => Object.fromEntries(affectedBy(change)))[0];

  it('is everybody in a meeting that is moved', () => {
    expect(affected({}, { start: at(11) })).toEqual({ sarah: 'kept', jo: 'kept' });
  });

  it('is whoever comes and goes, and the inspector who meets them, where only people change', () => {
    const both = [personId('sarah'), personId('amin')];

    expect(affected({}, { personIds: both })).toEqual({ amin: 'asked', jo: 'kept' });
    expect(affected({ personIds: both }, {})).toEqual({ amin: 'released', jo: 'kept' });
  });

  it('is everybody, as released, when a meeting is cancelled', () => {
    const [change] = diffVersions(aVersion([meeting('m')]), aVersion([]));

    expect(change && Object.fromEntries(affectedBy(change))).toEqual({ sarah: 'released', jo: 'released' });
  });
});

describe('changes in words', () => {
  it('says what happened, most telling first', () => {
    expect(changeLabel({ kind: 'changed', aspects: ['moved', 'room'] })).toBe('Moved, room changed');
    expect(changeLabel({ kind: 'cancelled', aspects: [] })).toBe('Cancelled');
  });

  it('counts new, moved, cancelled and otherwise changed', () => {
    expect(
      countChanges([
        { kind: 'changed', aspects: ['moved', 'people'] },
        { kind: 'changed', aspects: ['room'] },
        { kind: 'new', aspects: [] },
        { kind: 'cancelled', aspects: [] },
      ]),
    ).toBe('1 new, 1 moved, 1 cancelled, 1 changed');
    expect(countChanges([])).toBe('no changes');
  });
});
