import { describe, expect, it } from 'vitest';
import { guessMeeting } from '../../../../../shared/domain/import/guess-meeting.ts';

describe('guessMeeting', () => {
  it.each([
    ['Tracking meeting: child 1', 'child'],
    ['Case sampling', 'child'],
    ['Child B: conversation', 'child'],
    ['Setting visit: Northgate College', 'visit'],
    ['Early years: health visiting and portage', 'leaders'],
    ['Social care: children with disabilities', 'leaders'],
    ['Parent Carer Forum', 'family'],
    ['Young people’s forum', 'family'],
    ['Schools forum', 'leaders'],
    ['Headteachers’ forum', 'leaders'],
    ['Focus group: parents and carers', 'family'],
    ['SENCO focus group: primary', 'focus-group'],
    ['Lunch', 'block'],
    ['Travel to the setting visit', 'block'],
    ['Working lunch', 'block'],
    ['Arrive, security passes, base room 2.15', 'block'],
    ['Arrival', 'block'],
    ['Departures and taxis', 'block'],
    ['Arrival and welcome from the director', 'leaders'],
    ['Arrivals from abroad: meeting with schools', 'leaders'],
    ['Leave of absence', 'leaders'],
    ["Inspectors' team meeting", 'team'],
    ['Keep in touch with LANO', 'team'],
    ['Keeping-in-touch meeting', 'team'],
    ['Joint commissioning', 'leaders'],
  ])('takes "%s" for %s', (title, kind) => {
    expect(guessMeeting(title).kind).toBe(kind);
  });

  it('finds the child by number or by letter, and only in a meeting about a child', () => {
    expect(guessMeeting('Tracking meeting: child 2').childCode).toBe('B');
    expect(guessMeeting('Tracking: Child c').childCode).toBe('C');
    expect(guessMeeting('Tracking meeting: child 27').childCode).toBe('AA');
    expect(guessMeeting('Tracking meeting: child 0').childCode).toBeNull();
    expect(guessMeeting('Child protection').childCode).toBeNull();
  });

  it('asks for education, health and care at tracking meetings alone', () => {
    expect(guessMeeting('Tracking meeting: child 2').sectorsNeeded).toEqual(['education', 'health', 'care']);
    expect(guessMeeting('Case sampling').sectorsNeeded).toEqual([]);
  });
});
