import ICAL from 'ical.js';
import { addDays, type IsoDate, londonWallTime } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';

/** A stretch of one day in which a calendar is busy, in London wall time. Nothing says with what. */
export type BusyStretch = { readonly day: IsoDate; readonly start: number; readonly end: number };

export type CalendarReading = {
  /** What the calendar calls itself; empty where it does not. */
  readonly name: string;
  /** The addresses of whoever owns or organises it, in lower case. */
  readonly emails: readonly string[];
  readonly busy: readonly BusyStretch[];
};

const wholeDay = 24 * 60;
const mostOccurrences = 50_000;
/** An occurrence that began longer before the span does not reach into it. */
const longestDays = 60;
const mostBytes = 20 * 1024 * 1024;

/**
 * Reads the busy times of a calendar (RFC 5545) from one day to another, both included. Recurring events are expanded
 * with their exceptions; events that are cancelled, transparent, shown as free or sent by this app are left out. Times
 * without a zone are London's. Overlapping times are joined. Fails with `calendar/not-a-calendar`.
 */
export function readIcs(text: string, from: IsoDate, to: IsoDate): CalendarReading {
  if (text.length > mostBytes) throw new AppError('calendar/too-large');
  const calendars = parsed(text);
  const occurrences = expanded(calendars, { from, to });
  const [first] = calendars;
  const name = String(
    first?.getFirstPropertyValue('x-wr-calname') ?? first?.getFirstPropertyValue('name') ?? '',
  ).trim();
  return {
    name,
    emails: first ? emailsIn(first) : [],
    busy: joined(occurrences.flatMap((one) => daysOf(one, from, to))),
  };
}

function parsed(text: string): readonly ICAL.Component[] {
  try {
    const read: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    const many = (Array.isArray(read) && Array.isArray(read[0]) ? read : [read]) as (string | unknown[])[];
    const components = many.map((one) => new ICAL.Component(one as string));
    if (components.length > 0 && components.every((one) => one.name === 'vcalendar')) return components;
  } catch {
    // What is wrong with it is of no use to the reader; that it is not a calendar is.
  }
  throw new AppError('calendar/not-a-calendar');
}

/** The library throws errors of its own for a date or a rule that makes no sense, some only when they are counted out. */
function expanded(calendars: readonly ICAL.Component[], span: Span): readonly Occurrence[] {
  try {
    return calendars.flatMap((calendar) => occurrencesIn(calendar, span));
  } catch {
    throw new AppError('calendar/not-a-calendar');
  }
}

type Span = { readonly from: IsoDate; readonly to: IsoDate };
type Moment = { readonly date: IsoDate; readonly minutes: number };
type Occurrence = { readonly start: Moment; readonly end: Moment };

function occurrencesIn(calendar: ICAL.Component, span: Span): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const components = calendar.getAllSubcomponents('vevent').filter((one) => one.hasProperty('dtstart'));
  const masters = components.filter((one) => !one.hasProperty('recurrence-id'));
  const uids = new Set(masters.map(uidOf));
  const exceptions = components.filter((one) => one.hasProperty('recurrence-id'));
  for (const component of masters) {
    if (isOurs(component) || isEndless(component)) continue;
    const own = exceptions.filter((one) => uidOf(one) === uidOf(component));
    const event = new ICAL.Event(component, { exceptions: own });
    if (event.isRecurring()) {
      found.push(...recurrences(event, span));
      continue;
    }
    if (isBusy(component)) found.push(occurrence(event.startDate, event.endDate));
  }
  // An exception whose series is in another file stands for itself.
  for (const component of exceptions.filter((one) => !uids.has(uidOf(one)))) {
    if (isOurs(component) || !isBusy(component)) continue;
    const event = new ICAL.Event(component);
    found.push(occurrence(event.startDate, event.endDate));
  }
  for (const component of calendar.getAllSubcomponents('vfreebusy')) found.push(...freeBusy(component));
  return found.filter((one) => one.start.date <= span.to && one.end.date >= span.from);
}

function recurrences(event: ICAL.Event, { from, to }: Span): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const steps = event.iterator();
  const reach = addDays(from, -longestDays);
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = steps.next();
    if (!next || isoDay(next) > addDays(to, 1)) break;
    if (isoDay(next) < reach) continue;
    const details = event.getOccurrenceDetails(next);
    if (isBusy(details.item.component)) found.push(occurrence(details.startDate, details.endDate));
  }
  return found;
}

/** No diary has an event of every minute; to count one out would only take time. */
const isEndless = (component: ICAL.Component) =>
  /FREQ=(SECONDLY|MINUTELY|HOURLY)/i.test(String(component.getFirstPropertyValue('rrule') ?? ''));

/** Whether an event takes its time: not cancelled, not transparent, and not shown as free as Outlook writes it. */
function isBusy(component: ICAL.Component): boolean {
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('status') !== 'CANCELLED' &&
    value('transp') !== 'TRANSPARENT' &&
    value('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

/** Invitations of this app come back in people's calendars: the meeting itself must not count as being busy. */
const isOurs = (component: ICAL.Component) => uidOf(component).endsWith('@lano-desk');

const uidOf = (component: ICAL.Component): string => String(component.getFirstPropertyValue('uid') ?? '');

function occurrence(start: ICAL.Time, end: ICAL.Time | null): Occurrence {
  const from = londonMoment(start);
  // An event without an end takes its day when it has no time, and no time at all otherwise (RFC 5545, 3.6.1).
  const until = end ? londonMoment(end) : start.isDate ? { date: addDays(from.date, 1), minutes: 0 } : from;
  return { start: from, end: until };
}

function freeBusy(component: ICAL.Component): readonly Occurrence[] {
  return component.getAllProperties('freebusy').flatMap((property) => {
    if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') return [];
    return property.getValues().flatMap((value) => {
      if (!(value instanceof ICAL.Period)) return [];
      return [occurrence(value.start, value.getEnd())];
    });
  });
}

/** London wall time: by the zone that the file defines, or as it stands where it names none or London. */
function londonMoment(time: ICAL.Time): Moment {
  const { zone, year, month, day, hour, minute } = time;
  const asItStands = { date: isoDay(time), minutes: hour * 60 + minute };
  if (time.isDate || !zone || zone.tzid === 'floating' || isLondon(zone.tzid)) return asItStands;
  return ofInstant(Date.UTC(year, month - 1, day, hour, minute) - zone.utcOffset(time) * 1000);
}

const isLondon = (zone: string) => /^(\/.*\/)?(europe\/(london|belfast)|gmt standard time|gb)$/i.test(zone);

const ofInstant = (milliseconds: number): Moment => londonWallTime(new Date(milliseconds).toISOString());

const isoDay = (time: ICAL.Time): IsoDate =>
  `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;

/** The part of each day that an occurrence takes, within the span. */
function daysOf({ start, end }: Occurrence, from: IsoDate, to: IsoDate): readonly BusyStretch[] {
  const found: BusyStretch[] = [];
  const last = end.date < to ? end.date : to;
  for (let day = start.date > from ? start.date : from; day <= last; day = addDays(day, 1)) {
    const first = day === start.date ? start.minutes : 0;
    const until = day === end.date ? end.minutes : wholeDay;
    if (first < until) found.push({ day, start: first, end: until });
  }
  return found;
}

function joined(stretches: readonly BusyStretch[]): readonly BusyStretch[] {
  const inOrder = stretches.toSorted((a, b) =>
    a.day === b.day ? a.start - b.start : a.day < b.day ? -1 : 1,
  );
  const found: BusyStretch[] = [];
  for (const one of inOrder) {
    const before = found.at(-1);
    if (before && before.day === one.day && one.start <= before.end)
      found[found.length - 1] = { ...before, end: Math.max(before.end, one.end) };
    else found.push(one);
  }
  return found;
}

function emailsIn(calendar: ICAL.Component): readonly string[] {
  const values = ['x-ms-olk-owner', 'x-wr-relcalid'].flatMap(
    (name) => calendar.getFirstPropertyValue(name) ?? [],
  );
  return values
    .map((value) =>
      String(value)
        .toLowerCase()
        .replace(/^mailto:/, ''),
    )
    .filter((value) => value.includes('@'));
}
