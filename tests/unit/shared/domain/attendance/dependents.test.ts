import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAttendance, MeetingOutcome } from '../../../../../shared/domain/attendance/attendance.ts';
import { countDependents, dependentsOf } from '../../../../../shared/domain/attendance/dependents.ts';
import type { ChecklistItem } from '../../../../../shared/domain/child.ts';
import type { FeedbackEntry } from '../../../../../shared/domain/feedback.ts';
import type { StrandId } from '../../../../../shared/domain/ids.ts';
import { type InformationRequest, RequestState } from '../../../../../shared/domain/request.ts';
import { aMark } from '../../../../support/attendance-builders.ts';
import { aMeeting, personId, strandId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

const ruth = personId('ruth');
const nothing = { meetings: [], requests: [], checklistItems: [], feedback: [] };

/** What the rule looks at; the rest of each row is of no account here. */
const aRequest = (id: string, given: Partial<InformationRequest> = {}) =>
  ({ id, ownerId: ruth, dueOn: wednesday, state: 'gathering', ...given }) as InformationRequest;
const anItem = (id: string, given: Partial<ChecklistItem> = {}) =>
  ({ id, ownerId: ruth, dueOn: wednesday, state: 'asked', ...given }) as ChecklistItem;
const anAction = (id: string, given: Partial<FeedbackEntry> = {}) =>
  ({
    ...{ id, action: 'Do it', actionOwnerId: ruth, actionDueOn: wednesday, isActionDone: false },
    ...given,
  }) as FeedbackEntry;

describe('dependentsOf', () => {
  it('counts the meetings of a strand that is theirs alone, but not its lunch', () => {
    const meetings = [
      aMeeting({ id: 'ours', strandIds: ['a'] }),
      aMeeting({ id: 'lunch', kind: 'block', strandIds: ['a'] }),
      aMeeting({ id: 'other', strandIds: ['b'] }),
    ];
    const found = (ownStrandId: StrandId | null) =>
      dependentsOf(ruth, { from: tuesday, to: null }, { ...nothing, meetings, ownStrandId }).meetings;

    expect(found(strandId('a')).map(({ id }) => id)).toEqual(['ours']);
    expect(found(null)).toEqual([]);
  });

  it('gathers meetings of those days, and what she owns that falls due by then', () => {
    const meetings = [
      aMeeting({ id: 'later', day: wednesday, start: 900, personIds: ['ruth'] }),
      aMeeting({ id: 'sooner', day: wednesday, start: 540, personIds: ['ruth', 'sam'] }),
      aMeeting({ id: 'before', day: tuesday, personIds: ['ruth'] }),
      aMeeting({ id: 'not hers', day: wednesday, personIds: ['sam'] }),
    ];
    const found = dependentsOf(
      ruth,
      { from: wednesday, to: wednesday },
      {
        meetings,
        requests: [
          aRequest('due'),
          aRequest('sent', { state: 'sent' }),
          aRequest('later', { dueOn: '2026-12-01' }),
        ],
        checklistItems: [anItem('undated', { dueOn: null }), anItem('here', { state: 'received' })],
        feedback: [anAction('open'), anAction('done', { isActionDone: true })],
      },
    );

    expect(found.meetings.map((one) => one.id)).toEqual(['sooner', 'later']);
    expect(found.requests.map((one) => one.id)).toEqual(['due']);
    expect(found.checklistItems.map((one) => one.id)).toEqual(['undated']);
    expect(found.actions.map((one) => one.id)).toEqual(['open']);
    expect(countDependents(found)).toBe(5);
  });

  it('reaches on for ever where nobody knows until when', () => {
    const away = { from: tuesday, to: null };
    const requests = [aRequest('far', { dueOn: '2027-06-01' })];

    expect(dependentsOf(ruth, away, { ...nothing, requests }).requests).toHaveLength(1);
  });

  it('never holds a meeting that is over or off, or a request that needs nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...MeetingOutcome.options)),
        fc.array(fc.constantFrom(...RequestState.options)),
        (outcomes, states) => {
          const meetings = outcomes.map((_, at) => aMeeting({ id: `m${at}`, personIds: ['ruth'] }));
          const marks = outcomes.map((outcome, at) => aMark(`m${at}`, { outcome }));
          const requests = states.map((state, at) => aRequest(`r${at}`, { state }));
          const found = dependentsOf(
            ruth,
            { from: tuesday, to: null },
            { ...nothing, meetings, requests, attendance: indexAttendance([], marks) },
          );

          expect(found.meetings).toHaveLength(outcomes.filter((one) => one === 'planned').length);
          expect(found.requests).toHaveLength(
            states.filter((one) => one !== 'sent' && one !== 'accepted').length,
          );
        },
      ),
    );
  });
});
