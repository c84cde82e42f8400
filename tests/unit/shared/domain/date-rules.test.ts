import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FollowUp, FrameworkDeadline } from '../../../../shared/domain/framework.ts';
import { frameworks } from '../../../../shared/domain/frameworks.ts';
import { nextOccurrence } from '../../../../shared/domain/repeating.ts';
import { deadlinesFor, phasesFor, requestDatesFor } from '../../../../shared/domain/schedule.ts';
import { IsoDate } from '../../../../shared/domain/time.ts';
import { workCalendar } from '../../../../shared/domain/working-days.ts';

/** England's bank holidays of 2019 to 2023 as they were, written down by hand: those that moved are marked. */
const handMade = new Set([
  ...['2019-01-01', '2019-04-19', '2019-04-22', '2019-05-06', '2019-05-27', '2019-08-26', '2019-12-25'],
  ...['2019-12-26', '2020-01-01', '2020-04-10', '2020-04-13'],
  '2020-05-08', // Friday, in place of Monday 4 May
  ...['2020-05-25', '2020-08-31', '2020-12-25'],
  '2020-12-28', // Monday, for Saturday 26 December
  ...['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30'],
  ...['2021-12-27', '2021-12-28', '2022-01-03'], // for a weekend
  ...['2022-04-15', '2022-04-18', '2022-05-02'],
  ...['2022-06-02', '2022-06-03'], // Thursday in place of Monday 30 May, and Friday besides
  ...['2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27'],
  ...['2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28'],
  ...['2023-12-25', '2023-12-26'],
]);

const day = 24 * 60 * 60 * 1000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const time = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Counts on a wall calendar, one day after another. */
function byHand(from: string, offset: number, basis: 'working' | 'calendar' | 'months'): string {
  if (basis === 'months') {
    const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
    const last = new Date(Date.UTC(year, month + offset, 0)).getUTCDate();
    return iso(Date.UTC(year, month - 1 + offset, Math.min(date, last)));
  }
  if (basis === 'calendar') return iso(time(from) + offset * day);
  let at = time(from);
  for (let left = Math.abs(offset); left > 0; ) {
    at += Math.sign(offset) * day;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !handMade.has(iso(at))) left -= 1;
  }
  return iso(at);
}

const calendar = workCalendar();
const anchors = fc
  .integer({ min: 0, max: 3 * 365 })
  .map((days) => IsoDate.parse(iso(time('2019-06-01') + days * day)))
  .filter((date) => ![0, 6].includes(new Date(time(date)).getUTCDay()) && !handMade.has(date));
/** Around the days that moved, where a rule that knows only Mondays would go wrong. */
const moved = fc.constantFrom('2020-04-27', '2020-05-05', '2022-05-23', '2022-05-30', '2022-05-31');
const starts = fc.oneof(
  anchors,
  moved.map((date) => IsoDate.parse(date)),
);

type Counted = Pick<FrameworkDeadline | FollowUp, 'id' | 'offset' | 'basis' | 'countedFrom'>;

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  'the dates of %s',
  (_, framework) => {
    const followUps = [...framework.followUps, ...framework.outcomes.flatMap((one) => one.followUps)];
    const all: readonly Counted[] = [...framework.deadlines, ...followUps];

    it('fall where somebody counting on a wall calendar comes to, follow-ups and all', () => {
      fc.assert(
        fc.property(starts, starts, (anchor, happened) => {
          const site = framework.phases.find(({ id }) => id === framework.sitePhaseId);
          if (!site) throw new Error('Every framework has a phase on site');
          const end = byHand(anchor, site.toOffset, site.basis);
          const from: Record<string, string> = {
            anchor,
            'site-start': byHand(anchor, site.fromOffset, site.basis),
            'site-end': end,
            ...Object.fromEntries(framework.events.map(({ id }) => [id, happened])),
          };
          const recorded = Object.fromEntries(framework.events.map(({ id }) => [id, happened]));
          const due = deadlinesFor({ ...framework, deadlines: all }, anchor, calendar, recorded);

          expect(due.map(({ due: found }) => found?.date ?? null)).toEqual(
            all.map(({ offset, basis, countedFrom }) =>
              offset === null
                ? null
                : byHand(from[countedFrom] ?? '', offset, offset === 0 ? 'calendar' : basis),
            ),
          );
          expect(phasesFor(framework, anchor, calendar).map((one) => [one.from.date, one.to.date])).toEqual(
            framework.phases.map(({ fromOffset, toOffset, basis }) => [
              byHand(anchor, fromOffset, basis),
              byHand(anchor, toOffset, basis),
            ]),
          );
          expect(requestDatesFor(framework, anchor, calendar).map(({ due: found }) => found.date)).toEqual(
            framework.requests.map(({ dueOffset }) => byHand(anchor, dueOffset, 'working')),
          );
        }),
        { numRuns: 12 },
      );
    });
  },
);

describe('the follow-ups that the papers name', () => {
  const named = (frameworkId: string, id: string) => {
    const framework = frameworks.find((one) => one.id === frameworkId);
    const all = framework?.outcomes.flatMap((one) => one.followUps).concat(framework.followUps) ?? [];
    const found = all.find((one) => one.id === id);
    return found && [found.offset, found.basis, found.countedFrom, found.isVerified];
  };

  it('are counted as the papers have it, and say where no source bears them out', () => {
    const full = 'area-send-full-inspection';
    const older = 'local-area-inspection-2016';
    expect(named(full, 'monitoring')).toEqual([18, 'months', 'final-report', true]);
    expect(named(full, 'priority-action-plan')).toEqual([35, 'working', 'final-report', false]);
    expect(named(full, 'next-full-1')).toEqual([60, 'months', 'final-report', false]);
    expect(named(full, 'next-full-2')).toEqual([36, 'months', 'final-report', false]);
    expect(named(full, 'reinspection')).toEqual([36, 'months', 'final-report', false]);
    expect(named(older, 'statement-due')).toEqual([70, 'working', 'outcome-letter', true]);
    expect(named(older, 'letter')).toEqual([33, 'working', 'site-end', true]);
    expect(named(older, 'members-update')).toEqual([6, 'months', 'cabinet-report', true]);
  });
});

describe('nextOccurrence', () => {
  it('is never before today, is the first until then, and skips no turn', () => {
    const repeats = fc.constantFrom('fortnightly', 'monthly', 'termly', 'yearly' as const);
    fc.assert(
      fc.property(anchors, anchors, repeats, (first, today, every) => {
        const next = nextOccurrence(first, every, today);

        expect(next >= today).toBe(true);
        if (first >= today) expect(next).toBe(first);
        // The turn before it, had there been one, would have been over.
        else
          expect(
            byHand(next, -{ fortnightly: 14, monthly: 32, termly: 124, yearly: 367 }[every], 'calendar') <
              today,
          ).toBe(true);
      }),
    );
  });

  it('leaves what comes once where it is', () => {
    expect(nextOccurrence('2020-01-31', 'once', '2026-01-01')).toBe('2020-01-31');
    expect(nextOccurrence('2026-01-31', 'monthly', '2026-02-10')).toBe('2026-02-28');
    expect(nextOccurrence('2026-01-31', 'monthly', '2026-03-01')).toBe('2026-03-31');
  });
});
