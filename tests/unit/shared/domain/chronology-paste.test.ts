import { describe, expect, it } from 'vitest';
import { readChronologySheet, readPastedChronology } from '../../../../shared/domain/chronology-paste.ts';

describe('readPastedChronology', () => {
  it('begins an event at each date, goes on with it, and takes its source from the end', () => {
    const text = `12/03/2024 - Referred to CAMHS (GP letter)
4th May 2024: Team around the family meeting
  at the school, actions agreed
2024-09-01 Moved to Northgate Centre`;

    expect(readPastedChronology(text, 'School log')).toEqual({
      entries: [
        { date: '2024-03-12', what: 'Referred to CAMHS', source: 'GP letter' },
        {
          date: '2024-05-04',
          what: 'Team around the family meeting at the school, actions agreed',
          source: 'School log',
        },
        { date: '2024-09-01', what: 'Moved to Northgate Centre', source: 'School log' },
      ],
      problems: [],
    });
  });

  it('says which lines it left and why', () => {
    const { entries, problems } = readPastedChronology('Chronology of the case\n31/02/2024 Excluded', '');

    expect(entries).toEqual([]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('has no date before it');
  });
});

describe('readChronologySheet', () => {
  it('finds the columns by their headings and names the rows that cannot be read', () => {
    const sheet = {
      name: 'Sheet1',
      rows: [
        ['Chronology'],
        ['Date', 'Agency', 'Significant event'],
        [{ date: '2024-03-12' }, 'Health', 'Referral accepted'],
        ['not known', 'Health', 'Discharged'],
        ['2024-05-01', null, 'Plan issued'],
      ],
    };

    expect(readChronologySheet(sheet, 'SEN team')).toEqual({
      entries: [
        { date: '2024-03-12', what: 'Referral accepted', source: 'Health' },
        { date: '2024-05-01', what: 'Plan issued', source: 'SEN team' },
      ],
      problems: [expect.stringMatching(/^Row 4/)],
    });
    expect(readChronologySheet({ name: 'x', rows: [['Name', 'Role']] }, '')).toBeNull();
  });
});
