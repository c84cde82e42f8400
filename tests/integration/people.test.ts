import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import {
  readPeople,
  removeOrganisation,
  removePerson,
  saveOrganisation,
  savePerson,
} from '../../main/services/people.ts';
import { removePlace, savePlace } from '../../main/services/places.ts';
import { readRequests, saveRequest } from '../../main/services/requests.ts';
import { moveStrand, removeStrand, saveStrand } from '../../main/services/strands.ts';
import { editMeeting, readTimetable } from '../../main/services/timetable.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { PersonId, StrandId } from '../../shared/domain/ids.ts';
import { failureOf } from '../support/failure-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson, addedPlace, aPersonForm } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;
let start: string | undefined;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'blank' });
  ctx = temp.ctx;
  for (const { id } of readPeople(ctx).people) removePerson(ctx, { id });
  for (const { id } of readPeople(ctx).strands) removeStrand(ctx, { id });
  start = readHistory(ctx).undo?.id;
});
afterAll(() => temp.close());

// Undoing what a test did leads back to where it began, which is itself worth knowing.
afterEach(() => {
  while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
  expect(readPeople(ctx)).toEqual({ people: [], organisations: [], strands: [], places: [] });
});

const strandNames = () => readPeople(ctx).strands.map((strand) => strand.name);

describe('removeOrganisation', () => {
  it('removes one that nobody belongs to, and refuses while somebody does', () => {
    const person = addedPerson(ctx, { organisation: 'Aldermere ICB' });
    const [icb] = readPeople(ctx).organisations;
    if (!icb) throw new Error('The organisation was not added');

    expect(failureOf(() => removeOrganisation(ctx, icb))).toMatchObject({ code: 'record/in-use' });
    removePerson(ctx, { id: person.id });
    removeOrganisation(ctx, icb);
    expect(readPeople(ctx).organisations).toEqual([]);
  });
});

describe('savePerson', () => {
  it('gives a new inspector a strand of their own, as the last column', () => {
    saveStrand(ctx, { id: null, name: 'Strategy', memberIds: [] });

    const inspector = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });

    expect(readPeople(ctx).strands.at(-1)).toMatchObject({ id: inspector.strandId, name: 'Jo Pike' });
    expect(strandNames()).toEqual(['Strategy', 'Jo Pike']);
  });

  it('keeps each of a team with their role and what they are expert in', () => {
    const form = {
      side: 'inspection',
      role: 'Operational peer',
      discipline: 'Health commissioning',
    } as const;
    const peer = addedPerson(ctx, form);

    expect(readPeople(ctx).people.find(({ id }) => id === peer.id)).toMatchObject(form);
  });

  it('puts a new inspector in the strand that is named, and adds none', () => {
    const strand = saveStrand(ctx, { id: null, name: 'Pair 1', memberIds: [] });

    const inspector = addedPerson(ctx, { side: 'inspection', strandId: strand.id });

    expect(inspector.strandId).toBe(strand.id);
    expect(strandNames()).toEqual(['Pair 1']);
  });

  it('lets an inspector be without a strand once they are there', () => {
    const inspector = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });

    const saved = savePerson(ctx, aPersonForm({ ...inspector, organisation: '', strandId: null }));

    expect(saved.strandId).toBeNull();
    expect(strandNames()).toEqual(['Jo Pike']);
  });

  it('keeps the partnership out of the strands', () => {
    const strand = saveStrand(ctx, { id: null, name: 'Pair 1', memberIds: [] });

    expect(addedPerson(ctx, { strandId: strand.id }).strandId).toBeNull();
  });

  it('renames the strand of somebody who goes by another name now, but not one that is shared', () => {
    const inspector = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });
    savePerson(ctx, aPersonForm({ ...inspector, name: 'Jo Carver', organisation: '' }));
    expect(strandNames()).toEqual(['Jo Carver']);

    addedPerson(ctx, { name: 'Ann Roe', side: 'inspection', strandId: inspector.strandId });
    savePerson(ctx, aPersonForm({ ...inspector, name: 'Jo Pike', organisation: '' }));
    expect(strandNames()).toEqual(['Jo Carver']);
  });

  it('finds the organisation whatever its capitals, and adds one that is new with the person’s sector', () => {
    const first = addedPerson(ctx, { organisation: 'Aldermere ICB', sector: 'health' });
    const second = addedPerson(ctx, { name: 'Kim Hall', organisation: ' aldermere  icb ' });

    expect(second.organisationId).toBe(first.organisationId);
    expect(readPeople(ctx).organisations).toEqual([
      { id: first.organisationId, name: 'Aldermere ICB', sector: 'health', duty: '' },
    ]);
  });

  it('says when the person is gone', () => {
    expect(failureOf(() => savePerson(ctx, aPersonForm({ id: 'gone' as PersonId })))?.code).toBe(
      'record/not-found',
    );
  });

  it('is undone as one step, strand and organisation with it', () => {
    addedPerson(ctx, { name: 'Jo Pike', side: 'inspection', organisation: 'Ofsted' });

    undoLast(ctx);

    expect(readPeople(ctx)).toEqual({ people: [], organisations: [], strands: [], places: [] });
  });
});

describe('removePerson', () => {
  it('refuses while the person is in meetings, and names them', () => {
    const { id } = addedPerson(ctx);
    for (const title of ['SENDIASS', 'Governance', 'Post-16', 'Early years'])
      addedMeeting(ctx, { title, day: null, start: null, personIds: [id] });

    expect(failureOf(() => removePerson(ctx, { id }))).toEqual({
      code: 'record/in-use',
      detail: 'Sarah Lindqvist is in “SENDIASS”, “Governance”, “Post-16” and 1 other.',
    });
  });

  it('refuses while a strand that holds meetings would be left empty, but not while somebody is left in it', () => {
    const jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });
    const strandIds = jo.strandId ? [jo.strandId] : [];
    addedMeeting(ctx, { strandIds });
    expect(failureOf(() => removePerson(ctx, { id: jo.id }))?.detail).toBe(
      'Jo Pike is in “Joint commissioning”.',
    );

    addedPerson(ctx, { name: 'Ann Roe', side: 'inspection', strandId: jo.strandId });
    removePerson(ctx, { id: jo.id });

    expect(readPeople(ctx).people.map((person) => person.name)).toEqual(['Ann Roe']);
    expect(strandNames()).toEqual(['Jo Pike']);
  });

  it('takes their own empty strand with them, and undo brings both back', () => {
    const jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });

    removePerson(ctx, { id: jo.id });
    expect(readPeople(ctx)).toMatchObject({ people: [], strands: [] });

    undoLast(ctx);
    expect(readPeople(ctx).people).toEqual([jo]);
    expect(strandNames()).toEqual(['Jo Pike']);
  });

  it('leaves what they owned without an owner', () => {
    const { id } = addedPerson(ctx);
    const request = saveRequest(ctx, {
      ...{ id: null, title: 'JSNA', wording: '', group: '', askedBy: '', askedAt: null, ownerSector: null },
      ...{ ownerId: id, dueOn: null, dueAt: null, state: 'sent' },
      ...{ dueHours: null, meetingId: null, remindOn: null },
    });

    removePerson(ctx, { id });

    const left = readRequests(ctx).requests.find((one) => one.id === request.id);
    expect(left?.ownerId).toBeNull();
  });
});

describe('saveOrganisation', () => {
  it('adds and changes, and refuses a name that another one has', () => {
    const icb = saveOrganisation(ctx, {
      id: null,
      name: 'ICB',
      sector: 'health',
      duty: 'Section 26 of the Act of 2014',
    });
    const council = saveOrganisation(ctx, { id: null, name: 'Council', sector: null, duty: '' });

    expect(saveOrganisation(ctx, { ...icb, name: 'icb' })).toEqual({ ...icb, name: 'icb' });
    expect(failureOf(() => saveOrganisation(ctx, { ...council, name: ' ICB ' }))?.code).toBe('input/invalid');
  });
});

describe('saveStrand', () => {
  it('sets who is in it, and leaves out those who are not', () => {
    const jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });
    const ann = addedPerson(ctx, { name: 'Ann Roe', side: 'inspection' });
    const pair = saveStrand(ctx, { id: null, name: 'Pair 1', memberIds: [jo.id, ann.id] });

    saveStrand(ctx, { ...pair, name: 'Pair A', memberIds: [ann.id] });

    const people = new Map(readPeople(ctx).people.map((person) => [person.name, person.strandId]));
    expect(people).toEqual(
      new Map([
        ['Ann Roe', pair.id],
        ['Jo Pike', null],
      ]),
    );
    expect(strandNames()).toContain('Pair A');
  });

  it('refuses somebody of the partnership, and somebody who is gone', () => {
    const sarah = addedPerson(ctx);

    expect(failureOf(() => saveStrand(ctx, { id: null, name: 'Pair 1', memberIds: [sarah.id] }))).toEqual({
      code: 'input/invalid',
      detail: 'Sarah Lindqvist is of the partnership, and only the team has strands.',
    });
    expect(
      failureOf(() => saveStrand(ctx, { id: null, name: 'Pair 1', memberIds: ['gone' as PersonId] }))?.code,
    ).toBe('record/not-found');
    expect(strandNames()).toEqual([]);
  });
});

describe('moveStrand and removeStrand', () => {
  it('moves a column, at most to the end', () => {
    const [a] = ['A', 'B', 'C'].map((name) => saveStrand(ctx, { id: null, name, memberIds: [] }));
    const id = a?.id ?? ('' as StrandId);

    moveStrand(ctx, { id, position: 1 });
    expect(strandNames()).toEqual(['B', 'A', 'C']);
    moveStrand(ctx, { id, position: 99 });
    expect(strandNames()).toEqual(['B', 'C', 'A']);
  });

  it('refuses to remove a strand with meetings, and frees its members otherwise', () => {
    const jo = addedPerson(ctx, { name: 'Jo Pike', side: 'inspection' });
    const strandId = jo.strandId ?? ('' as StrandId);
    const meeting = addedMeeting(ctx, { strandIds: [strandId] });
    expect(failureOf(() => removeStrand(ctx, { id: strandId }))).toEqual({
      code: 'record/in-use',
      detail: 'The strand Jo Pike holds “Joint commissioning”.',
    });

    editMeeting(ctx, { id: meeting.id, version: 1, strandIds: [] });
    removeStrand(ctx, { id: strandId });

    expect(readPeople(ctx)).toMatchObject({ strands: [], people: [{ name: 'Jo Pike', strandId: null }] });
  });
});

describe('savePlace and removePlace', () => {
  it('adds, changes, and refuses to remove a room that a meeting has', () => {
    const room = addedPlace(ctx);
    expect(savePlace(ctx, { ...room, capacity: 8 }).capacity).toBe(8);
    const meeting = addedMeeting(ctx, { placeId: room.id });

    expect(failureOf(() => removePlace(ctx, { id: room.id }))?.detail).toBe(
      'Room 2.14 is kept for “Joint commissioning”.',
    );

    editMeeting(ctx, { id: meeting.id, version: 1, placeId: null });
    removePlace(ctx, { id: room.id });
    expect(readPeople(ctx).places).toEqual([]);
    expect(readTimetable(ctx).meetings).toHaveLength(1);
  });
});
