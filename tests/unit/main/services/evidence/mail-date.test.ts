import { describe, expect, it } from 'vitest';
import { dayOf, whenOf } from '../../../../../main/services/evidence/reading/mail-date.ts';

describe('a date as mail writes it', () => {
  it.each([
    ['Mon, 23 Nov 2026 09:12:00 +0000', '2026-11-23', 'Monday 23 November 2026, 9:12am'],
    ['Sun, 7 Jun 2026 23:30:00 +0000 (GMT)', '2026-06-08', 'Monday 8 June 2026, 12:30am'],
    ['Tue, 24 Nov 2026 01:30:00 +0300', '2026-11-23', 'Monday 23 November 2026, 10:30pm'],
  ])('%s is a day and a time in London', (written, day, when) => {
    expect([dayOf(written), whenOf(written)]).toEqual([day, when]);
  });

  it.each(['', 'last Tuesday', '32 Nov 2026'])('is left as it is where it is none: “%s”', (written) => {
    expect([dayOf(written), whenOf(written)]).toEqual([null, written]);
  });
});
