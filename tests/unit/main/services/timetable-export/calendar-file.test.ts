import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarEvent,
  calendarFile,
} from '../../../../../main/services/timetable-export/calendar-file.ts';
import { readIcs } from '../../../../support/ics-reader.ts';
import { readWithIcalJs } from '../../../../support/second-ics-reader.ts';

const anEvent = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'm1@lano-desk', sequence: 2, stamp: '2026-11-24T10:42:00.000Z', isFree: false },
  ...{ start: '2026-11-24T11:00:00.000Z', end: '2026-11-24T12:00:00.000Z' },
  ...{ summary: 'Joint commissioning', location: '', description: '' },
  ...given,
});

describe('calendarFile', () => {
  it('gives two readers back whatever text stands in it', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((words) => words.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').trim());
    fc.assert(
      fc.property(text, text, text, (summary, location, description) => {
        const two = description === '' ? '' : `${description}\n${summary}.`;
        const bytes = calendarFile({ method: 'PUBLISH' }, [anEvent({ summary, location, description: two })]);
        const [strict] = readIcs(bytes).events;
        const [second] = readWithIcalJs(bytes);
        expect([strict?.SUMMARY, strict?.LOCATION ?? '', strict?.DESCRIPTION ?? '']).toEqual([
          ...[summary, location, two],
        ]);
        expect([second?.summary, second?.location ?? '', second?.description ?? '']).toEqual([
          ...[summary, location, two],
        ]);
      }),
    );
  });

  it('lets no name break out of its parameter', () => {
    const name = 'Jo "Pike";X=1:mailto:evil@x.example\r\nATTENDEE';
    const organiser = { name, email: 'lano@x.example' };
    const bytes = calendarFile({ method: 'REQUEST' }, [anEvent({ organiser })]);

    expect(readIcs(bytes).events[0]?.ORGANIZER).toBe('mailto:lano@x.example');
    expect(readWithIcalJs(bytes)).toMatchObject([{ organiser: 'mailto:lano@x.example', attendees: [] }]);
  });

  it('says what becomes of an event, for whom, and whether they are free meanwhile', () => {
    const organiser = { name: 'LANO', email: 'lano@x.example' };
    const attendee = { name: 'Sgrîn Amin', email: 's@x.example', parameters: 'ROLE=REQ-PARTICIPANT' };
    const bytes = calendarFile({ method: 'CANCEL', name: 'A; b', description: 'Version 2, written' }, [
      anEvent({ status: 'CANCELLED', organiser, attendee, isFree: true }),
    ]);

    const { calendar, events } = readIcs(bytes);
    expect(calendar).toMatchObject({ METHOD: 'CANCEL', 'X-WR-CALNAME': 'A; b' });
    expect(events[0]).toMatchObject({ STATUS: 'CANCELLED', TRANSP: 'TRANSPARENT', SEQUENCE: '2' });
    expect(readWithIcalJs(bytes)[0]?.attendees).toEqual(['mailto:s@x.example']);
  });
});
