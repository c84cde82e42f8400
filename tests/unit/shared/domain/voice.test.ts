import { describe, expect, it } from 'vitest';
import { RowId } from '../../../../shared/domain/ids.ts';
import { type SurveyEntry, shareOf, surveyStanding } from '../../../../shared/domain/voice.ts';
import { aSurvey } from '../../../support/governance-builders.ts';

const survey = aSurvey({ opensOn: '2026-11-10', closesOn: '2026-11-17', closesAt: 9 * 60 });
const line = (kind: SurveyEntry['kind'], at: string, count: number | null = null): SurveyEntry => ({
  ...{ id: RowId.parse(`${kind} ${at}`), surveyId: survey.id, kind, at, count, note: '' },
});
const at = (now: string, log: readonly SurveyEntry[] = []) => surveyStanding(survey, log, now);

describe('a survey', () => {
  it('opens on its first day and shuts at its hour, London time', () => {
    expect(at('2026-11-09T23:59:00.000Z')).toMatchObject({
      state: 'waiting',
      words: 'Opens Tuesday 10 November 2026',
    });
    expect(at('2026-11-10T00:00:00.000Z')).toMatchObject({ state: 'open', words: 'Open, 7 days left' });
    expect(at('2026-11-17T08:59:00.000Z')).toMatchObject({
      state: 'open',
      words: 'Open, closes today at 9am',
    });
    expect(at('2026-11-17T09:00:00.000Z')).toMatchObject({ state: 'closed', daysLeft: null });
  });

  it('is broken until it is restarted, and counts on', () => {
    const log = [
      line('count', '2026-11-11T09:00:00.000Z', 40),
      line('broke', '2026-11-12T09:00:00.000Z'),
      line('restarted', '2026-11-12T15:00:00.000Z'),
      line('count', '2026-11-13T09:00:00.000Z', 90),
    ];

    expect(at('2026-11-12T10:00:00.000Z', log)).toMatchObject({ state: 'broken', answers: 40 });
    expect(at('2026-11-13T10:00:00.000Z', log)).toMatchObject({ state: 'open', answers: 90 });
  });

  it('says so while it has no dates', () => {
    expect(surveyStanding(aSurvey(), [], '2026-11-12T10:00:00.000Z').state).toBe('no-dates');
  });
});

describe('a share', () => {
  it('is written with its whole where there is one', () => {
    expect(shareOf(31, 40)).toBe('31 of 40 (78%)');
    expect(shareOf(31, null)).toBe('31');
    expect(shareOf(31, 0)).toBe('31');
    expect(shareOf(null, 1200)).toBe('1,200');
    expect(shareOf(null, null)).toBe('');
  });
});
