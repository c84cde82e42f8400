import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../../shared/domain/framework.ts';
import { frameworkById, frameworks } from '../../../../shared/domain/frameworks.ts';
import {
  anchorWarnings,
  checklistDatesFor,
  dateAt,
  deadlinesFor,
  followUpsFor,
  meetingDaysFor,
  phasesFor,
  requestDatesFor,
  siteDaysFor,
} from '../../../../shared/domain/schedule.ts';
import { addDays, weekdayOf } from '../../../../shared/domain/time.ts';
import { isWorkingDay, workCalendar } from '../../../../shared/domain/working-days.ts';

const calendar = workCalendar();
const template = (id: string): Framework => {
  const framework = frameworkById(id);
  if (!framework) throw new Error(`No template ${id}.`);
  return framework;
};
const full = template('area-send-full-inspection');
const peer = template('lga-send-peer-challenge');
const older = template('local-area-inspection-2016');

const spanOf = (framework: Framework, id: string, anchor: string) => {
  const found = phasesFor(framework, anchor, calendar).find((one) => one.phase.id === id);
  return [found?.from.date, found?.to.date];
};
const dueOf = (framework: Framework, id: string, anchor: string, recorded = {}) =>
  deadlinesFor(framework, anchor, calendar, recorded).find((one) => one.deadline.id === id);

describe('the full inspection', () => {
  it('agrees with the one notified on Monday 8 September 2025', () => {
    expect(spanOf(full, 'off-site', '2025-09-08')[0]).toBe('2025-09-18');
    expect(spanOf(full, 'on-site', '2025-09-08')).toEqual(['2025-09-22', '2025-09-26']);
    expect(siteDaysFor(full, '2025-09-08', calendar)).toEqual({ start: '2025-09-22', end: '2025-09-26' });
  });

  it('agrees with the one notified on Monday 26 June 2023, whose surveys closed on Tuesday 4 July', () => {
    expect(dueOf(full, 'surveys-close', '2023-06-26')).toMatchObject({
      due: { date: '2023-07-04' },
      sentence: '6 working days after the notification call (Monday 26 June)',
    });
  });

  it('runs from Monday 7 September to Friday 25 September 2026', () => {
    const dates = deadlinesFor(full, '2026-09-07', calendar).map((one) => [
      one.deadline.id,
      one.due?.date ?? null,
    ]);

    expect(dates).toEqual([
      ['forum-told', '2026-09-07'],
      ['surveys-sent', '2026-09-08'],
      ['child-lists', '2026-09-11'],
      ['surveys-close', '2026-09-15'],
      ['children-named', '2026-09-15'],
      ['child-evidence', null],
      ['fieldwork', '2026-09-17'],
      ['information-complete', '2026-09-18'],
      ['on-site-begins', '2026-09-21'],
      ['feedback', '2026-09-25'],
    ]);
  });

  it('waits for the children to be chosen, then counts two working days', () => {
    expect(dueOf(full, 'child-evidence', '2026-09-07')).toMatchObject({
      due: null,
      sentence: 'Counted from the day the children were chosen, which has no date yet.',
    });
    expect(dueOf(full, 'child-evidence', '2026-09-07', { 'children-chosen': '2026-09-15' })).toMatchObject({
      due: { date: '2026-09-17' },
      sentence: '2 working days after the day the children were chosen (Tuesday 15 September)',
    });
    expect(checklistDatesFor(full, '2026-09-15', calendar)[0]?.due.date).toBe('2026-09-17');
  });

  it('gives each outcome its own follow-ups, counted from the final report', () => {
    const recorded = { 'final-report': '2026-12-01' };
    const followUpDates = (code: string | null) =>
      followUpsFor(full, code, '2026-09-07', calendar, recorded).map((one) => [
        one.deadline.id,
        one.due?.date ?? null,
      ]);

    expect(followUpDates(null)).toEqual([
      ['draft', '2026-10-21'],
      ['comments', null],
      ['publication', '2026-11-25'],
    ]);
    expect(followUpDates('3').slice(3)).toEqual([
      ['priority-action-plan', '2027-01-22'],
      ['improvement-board', '2027-01-01'],
      ['engagement-3', '2027-12-01'],
      ['monitoring', '2028-06-01'],
      ['reinspection', '2029-12-01'],
    ]);
    expect(followUpsFor(full, '2', '2026-09-07', calendar, recorded)[4]).toMatchObject({
      due: null,
      sentence: 'No source gives a date for this: set one.',
    });
  });

  it('says that a day off was skipped, on every date it moves', () => {
    const feedback = dueOf(full, 'feedback', '2026-04-20');

    expect(feedback?.due?.date).toBe('2026-05-11');
    expect(feedback?.sentence).toBe(
      '14 working days after the notification call (Monday 20 April); bank holiday 4 May skipped',
    );
  });

  it('dates the default meetings and requests', () => {
    const meeting = meetingDaysFor(full, '2026-09-07', calendar).find((one) => one.meeting.id === 'tracking');
    const request = requestDatesFor(full, '2026-09-07', calendar).find(
      (one) => one.request.reference === 'A1',
    );

    expect([meeting?.from, meeting?.to]).toEqual(['2026-09-17', '2026-09-23']);
    expect(request?.due.date).toBe('2026-09-11');
  });
});

describe('the older local area inspection', () => {
  it('agrees with the one of 4 to 8 February 2019', () => {
    expect(spanOf(older, 'on-site', '2019-01-28')).toEqual(['2019-02-04', '2019-02-08']);
    expect(followUpsFor(older, null, '2019-01-28', calendar)[0]?.due?.date).toBe('2019-03-27');
  });
});

describe('the peer challenge', () => {
  it('counts back from the Tuesday and forward from the Friday', () => {
    expect(siteDaysFor(peer, '2026-11-24', calendar)).toEqual({ start: '2026-11-24', end: '2026-11-27' });
    expect(dueOf(peer, 'scope', '2026-11-24')).toMatchObject({
      due: { date: '2026-07-24' },
      sentence: '4 months before the first day of the challenge (Tuesday 24 November 2026)',
    });
    expect(dueOf(peer, 'statement', '2026-11-24')).toMatchObject({
      due: { date: '2026-11-10' },
      sentence: '2 weeks before the first day of the challenge (Tuesday 24 November 2026)',
    });
  });

  it('agrees with the one that ended on Friday 26 November 2021 and was at cabinet on 13 January', () => {
    expect(followUpsFor(peer, null, '2021-11-23', calendar).map((one) => one.due?.date)).toEqual([
      '2022-01-13',
      '2022-02-08',
    ]);
  });
});

describe('anchorWarnings', () => {
  it('doubts a notification that is not on a Monday, or is on a bank holiday', () => {
    expect(anchorWarnings(full, '2026-09-07', calendar)).toEqual([]);
    expect(anchorWarnings(full, '2026-09-08', calendar)).toEqual([
      'Tuesday 8 September 2026 is not a Monday, and the notification call usually is.',
    ]);
    expect(anchorWarnings(full, '2026-08-31', calendar)).toEqual([
      'Monday 31 August 2026 is a bank holiday (Summer bank holiday).',
    ]);
  });

  it('doubts a first day on site in a school holiday, and a date past the known bank holidays', () => {
    const own = workCalendar([
      { date: '2026-10-23', title: 'Half term', kind: 'term-end' },
      { date: '2026-11-02', title: 'Half term', kind: 'term-start' },
    ]);

    expect(anchorWarnings(full, '2026-10-12', own)).toEqual([
      'The first day on site, 26 October 2026, is in a school holiday.',
    ]);
    expect(anchorWarnings(full, '2031-01-06', calendar)).toHaveLength(1);
  });
});

describe('dateAt', () => {
  it('warns when months or weeks land on a day nobody works', () => {
    expect(dateAt('2026-12-01', 36, 'months', calendar, 'the report').warnings).toEqual([
      'Saturday 1 December 2029 is at a weekend.',
    ]);
    expect(dateAt('2026-11-27', 1, 'calendar', calendar, 'the end')).toEqual({
      date: '2026-11-28',
      skipped: [],
      sentence: '1 calendar day after the end (Friday 27 November 2026)',
      warnings: ['Saturday 28 November 2026 is at a weekend.'],
    });
  });

  it('stays on the day itself for nothing', () => {
    expect(dateAt('2026-11-27', 0, 'months', calendar, 'the last day on site').sentence).toBe(
      'The same day as the last day on site (Friday 27 November)',
    );
  });
});

describe('every template', () => {
  const anchors = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => addDays('2017-01-02', n))
    .filter((date) => isWorkingDay(date, calendar));

  it('gives phases that do not end before they start, and a site phase of working days', () => {
    fc.assert(
      fc.property(anchors, fc.constantFrom(...frameworks.map((one) => one.id)), (anchor, id) => {
        const framework = template(id);
        for (const { from, to } of phasesFor(framework, anchor, calendar))
          expect(from.date <= to.date).toBe(true);
        const site = siteDaysFor(framework, anchor, calendar);
        expect(isWorkingDay(site.start, calendar) && weekdayOf(site.end) <= 5).toBe(true);
        for (const { due, sentence } of deadlinesFor(framework, anchor, calendar)) {
          expect(sentence.length).toBeGreaterThan(0);
          expect(due === null || due.sentence === sentence).toBe(true);
        }
      }),
    );
  });
});
