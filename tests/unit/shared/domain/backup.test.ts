import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupName,
  isBackupOld,
  isRehearsalDue,
  outlivedBackups,
  readBackupName,
  restoredName,
} from '../../../../shared/domain/backup.ts';

const rule = { hours: 3, days: 2, weeks: 2 };
const at = (instant: string) => ({ at: `${instant}:00.000Z` });

describe('outlivedBackups', () => {
  it('keeps the newest of each hour, day and week that the rule asks for', () => {
    const backups = [
      at('2026-11-24T10:42'),
      at('2026-11-24T10:02'),
      at('2026-11-24T09:30'),
      at('2026-11-24T08:30'),
      at('2026-11-24T07:30'),
      at('2026-11-23T16:00'),
      at('2026-11-23T09:00'),
      at('2026-11-20T16:00'),
      at('2026-11-19T16:00'),
      at('2026-11-13T16:00'),
    ];

    const outlived = outlivedBackups(backups, rule);

    expect(outlived).toEqual([
      at('2026-11-24T10:02'),
      at('2026-11-24T07:30'),
      at('2026-11-23T09:00'),
      at('2026-11-19T16:00'),
      at('2026-11-13T16:00'),
    ]);
  });

  const instant = fc
    .integer({ min: Date.parse('2026-03-01'), max: Date.parse('2026-11-30') })
    .map((ms) => ({ at: new Date(ms).toISOString() }));
  const someRule = fc.record({
    hours: fc.integer({ min: 1, max: 48 }),
    days: fc.integer({ min: 1, max: 60 }),
    weeks: fc.integer({ min: 0, max: 104 }),
  });

  it('never gives up the newest, keeps no more than it was told, and has nothing more to take a second time', () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 60 }), someRule, (backups, given) => {
        const outlived = new Set(outlivedBackups(backups, given));
        const kept = backups.filter((one) => !outlived.has(one));
        const newest = backups.map((one) => one.at).reduce((a, b) => (a > b ? a : b));

        expect(kept.map((one) => one.at)).toContain(newest);
        expect(kept.length).toBeLessThanOrEqual(given.hours + given.days + given.weeks);
        expect(outlivedBackups(kept, given)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('backupName', () => {
  it('says in London time when the backup was made, and is read back', () => {
    const name = backupName('Aldermere inspection', '2026-06-24T09:42:07.000Z', '3f9a2c71');

    expect(name).toBe('Aldermere inspection, backup 2026-06-24 10.42.07 (3f9a2c71).lano');
    expect(readBackupName(name)).toEqual({
      title: 'Aldermere inspection',
      series: '3f9a2c71',
      at: '2026-06-24T09:42:07.000Z',
    });
  });

  it('is not read out of other files, nor out of one that is not finished', () => {
    const name = backupName('Aldermere inspection', '2026-06-24T09:42:07.000Z', '3f9a2c71');

    for (const other of [`${name}.unfinished`, 'Aldermere.lano', name.replace('06-24', '06-99')]) {
      expect(readBackupName(other)).toBeNull();
    }
  });
});

describe('restoredName', () => {
  it('has the backup’s date in it, and a number after it where that is taken', () => {
    expect(restoredName('Aldermere', '2026-11-24T10:42:07.000Z')).toBe(
      'Aldermere, from the backup of 2026-11-24 10.42.07.lano',
    );
    expect(restoredName('Aldermere', '2026-11-24T10:42:07.000Z', 2)).toMatch(/07 \(2\)\.lano$/);
  });
});

describe('isBackupOld and isRehearsalDue', () => {
  it('a backup is old after a day, a rehearsal after thirty', () => {
    const now = '2026-11-24T10:42:00.000Z';

    expect(isBackupOld(null, now)).toBe(true);
    expect(isBackupOld('2026-11-23T10:41:59.000Z', now)).toBe(true);
    expect(isBackupOld('2026-11-23T10:43:00.000Z', now)).toBe(false);
    expect(isRehearsalDue(null, now)).toBe(true);
    expect(isRehearsalDue('2026-10-25T10:42:00.000Z', now)).toBe(true);
    expect(isRehearsalDue('2026-10-26T10:42:00.000Z', now)).toBe(false);
  });
});
