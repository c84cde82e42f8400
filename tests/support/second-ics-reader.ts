import ICAL from 'ical.js';

/** What ical.js, which shares nothing with our own reader or with what writes our calendars, sees in each event. */
export function readWithIcalJs(bytes: Uint8Array) {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      status: String(component.getFirstPropertyValue('status')),
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      location: event.location,
      description: event.description,
      organiser: event.organizer,
      attendees: event.attendees.map((one) => String(one.getFirstValue())),
    };
  });
}
