import { describe, expect, it } from 'vitest';
import {
  type CaptureWorld,
  isWorthKeeping,
  likelyCriteria,
  likelyRoles,
  meetingsOnNow,
  nextDraft,
  startDraft,
} from '../../../../../renderer/features/feedback/capture-start.ts';
import type { Criterion } from '../../../../../shared/domain/engagement.ts';
import type { FeedbackEntry } from '../../../../../shared/domain/feedback.ts';
import type {
  ChildId,
  CriterionId,
  MeetingId,
  PersonId,
  StrandId,
} from '../../../../../shared/domain/ids.ts';
import { type MeetingWithPeople, plainMeeting } from '../../../../../shared/domain/meeting.ts';
import { type Person, plainPerson } from '../../../../../shared/domain/people.ts';

const now = '2026-11-24T10:42:00.000Z';
const strand = (id: string) => id as StrandId;

const aMeeting = (id: string, own: Partial<MeetingWithPeople> = {}): MeetingWithPeople => ({
  id: id as MeetingId,
  title: id,
  kind: 'focus-group',
  day: '2026-11-24',
  start: 10 * 60,
  minutes: 90,
  ...plainMeeting,
  version: 1,
  strandIds: [],
  personIds: [],
  ...own,
});

const aPerson = (name: string, own: Partial<Person> = {}): Person => ({
  id: name as PersonId,
  name,
  side: 'inspection',
  ...plainPerson,
  role: 'Ofsted inspector',
  ...own,
});

const helen = aPerson('Helen Whitcombe', { strandId: strand('s1') });
const tomas = aPerson('Tomas Reilly', { strandId: strand('s2') });
const world = (own: Partial<CaptureWorld>): CaptureWorld => ({
  meetings: [],
  people: [helen, tomas],
  entries: [],
  now,
  ...own,
});

describe('meetingsOnNow', () => {
  it('counts a meeting from its first minute until before its last', () => {
    const on = (start: number, minutes: number) =>
      meetingsOnNow([aMeeting('m', { start, minutes })], now).length === 1;

    expect(on(10 * 60 + 42, 15)).toBe(true);
    expect(on(10 * 60 + 27, 15)).toBe(false);
    expect(on(10 * 60 + 43, 15)).toBe(false);
  });

  it('leaves out lunch, another day, and what has no time yet', () => {
    const meetings = [
      aMeeting('lunch', { kind: 'block' }),
      aMeeting('tomorrow', { day: '2026-11-25' }),
      aMeeting('unplaced', { day: null, start: null }),
    ];

    expect(meetingsOnNow(meetings, now)).toEqual([]);
  });
});

describe('startDraft', () => {
  it('fills in the one meeting that is on, its child, and its one inspector', () => {
    const meeting = aMeeting('m', { childId: 'c' as ChildId, strandIds: [strand('s1')] });

    expect(startDraft({}, world({ meetings: [meeting] }))).toMatchObject({
      meetingId: 'm',
      childId: 'c',
      heardBy: 'Helen Whitcombe',
      sector: null,
      isQuote: false,
      evidenceGiven: '',
      confidence: 'not-said',
      hearingId: null,
      reply: '',
      isEmbargoed: true,
    });
  });

  it('chooses among several meetings only the one whose inspector was heard last', () => {
    const meetings = [
      aMeeting('a', { strandIds: [strand('s1')] }),
      aMeeting('b', { strandIds: [strand('s2')] }),
    ];
    const entries = [{ heardBy: 'Tomas Reilly' } as FeedbackEntry];

    expect(startDraft({}, world({ meetings })).meetingId).toBeNull();
    expect(startDraft({}, world({ meetings, entries }))).toMatchObject({
      meetingId: 'b',
      heardBy: 'Tomas Reilly',
    });
  });

  it('goes by what the capture was opened for before what is on', () => {
    const meetings = [aMeeting('on'), aMeeting('asked', { day: '2026-11-25', childId: 'c' as ChildId })];

    expect(startDraft({ meetingId: 'asked' }, world({ meetings }))).toMatchObject({
      meetingId: 'asked',
      childId: 'c',
    });
    expect(startDraft({ childId: 'd' }, world({ meetings }))).toMatchObject({
      meetingId: null,
      childId: 'd',
    });
  });
});

describe('nextDraft', () => {
  it('keeps who speaks to whom and where, and forgets what was said', () => {
    const draft = { ...startDraft({}, world({})), text: 'Said', saidBy: 'Headteacher', action: 'Ask' };

    expect(nextDraft(draft)).toMatchObject({ text: '', saidBy: 'Headteacher', action: '' });
    expect(isWorthKeeping(draft)).toBe(true);
    expect(isWorthKeeping(nextDraft(draft))).toBe(false);
  });
});

describe('likelyRoles', () => {
  it('lists the roles in the meeting first, each once', () => {
    const kofi = aPerson('Kofi Obi', { side: 'partnership', role: 'Key worker' });
    const sana = aPerson('Sana Amin', { side: 'partnership', role: 'Clinician' });
    const other = aPerson('Another', { side: 'partnership', role: 'Clinician' });

    expect(likelyRoles([kofi, sana, other, helen], aMeeting('m', { personIds: [sana.id] }))).toEqual([
      'Clinician',
      'Key worker',
      'Parent or carer',
      'Young person',
    ]);
  });
});

describe('likelyCriteria', () => {
  const criteria: readonly Criterion[] = Array.from({ length: 12 }, (_, position) => ({
    id: `c${position}` as CriterionId,
    position,
    code: `E${position}`,
    title: 'Title',
    group: '',
    kind: position > 9 ? 'theme' : 'criterion',
    source: '',
    isVerified: true,
  }));
  const codes = (likely: readonly Criterion[]) => likely.map(({ code }) => code);

  it('offers all of a few', () => {
    expect(likelyCriteria(criteria.slice(0, 6), [], null)).toHaveLength(6);
  });

  it('offers those used most, then the first, and always the one chosen', () => {
    const entries = [{ criterionId: 'c7' as CriterionId }, { criterionId: null }];

    expect(codes(likelyCriteria(criteria, entries, null))).toEqual(['E7', 'E0', 'E1', 'E2']);
    expect(codes(likelyCriteria(criteria, entries, 'c11' as CriterionId))).toEqual(['E11', 'E7', 'E0', 'E1']);
  });
});
