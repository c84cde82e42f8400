import type { Availability } from '../../shared/domain/availability.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { ChildId, PersonId } from '../../shared/domain/ids.ts';
import type { IsoDate } from '../../shared/domain/time.ts';
import { appliedRules, type ChoosableRule, type RuleFacts } from '../../shared/domain/timetable-rules.ts';
import { workCalendar } from '../../shared/domain/working-days.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import {
  absences,
  busyTimes,
  childAgencies,
  closureDays,
  engagements,
  organisations,
  people,
  phases,
  ruleSettings,
  usualHours,
} from '../db/tables.ts';
import { datePlan, siteWorkingDays } from './engagement-dates.ts';

/** What the rules of the timetable look at beside the timetable itself. */
export function readRuleFacts(db: ReadableDb): RuleFacts {
  return {
    availability: readAvailabilityRows(db),
    applied: appliedRules(frameworkRules(db), listRows(db, ruleSettings)),
    siteDays: siteDays(db),
    casework: caseworkOf(db),
  };
}

/** All that is known of when people and places are to be had. */
export function readAvailabilityRows(db: ReadableDb): Availability {
  return {
    usualHours: listRows(db, usualHours, {}, ['weekday', 'start']),
    absences: listRows(db, absences, {}, ['fromDay', 'start']),
    busyTimes: listRows(db, busyTimes, {}, ['day', 'start']),
  };
}

/** The rules that the engagement's framework asks for. */
function frameworkRules(db: ReadableDb): readonly ChoosableRule[] {
  const [engagement] = listRows(db, engagements);
  return (engagement && frameworkById(engagement.frameworkId)?.rules.map(({ rule }) => rule)) ?? [];
}

/** The working days on site, in order; none while the date is not known. */
export function siteDays(db: ReadableDb): readonly IsoDate[] {
  const [engagement] = listRows(db, engagements);
  if (!engagement) return [];
  const calendar = workCalendar(listRows(db, closureDays));
  const rows = { phases: listRows(db, phases, {}, ['position']), deadlines: [], events: [] };
  return siteWorkingDays(datePlan(engagement, '', rows, calendar).phases, calendar);
}

/** Who works with each child: the person named for an agency, and everybody whose organisation the agency is. */
function caseworkOf(db: ReadableDb): RuleFacts['casework'] {
  const agencies = listRows(db, childAgencies);
  if (agencies.length === 0) return [];
  const everybody = listRows(db, people);
  const organisationNames = new Map(listRows(db, organisations).map(({ id, name }) => [id, plain(name)]));
  const found = new Map<ChildId, Set<PersonId>>();
  for (const { childId, agency, practitioner, personId } of agencies) {
    const own = found.get(childId) ?? new Set<PersonId>();
    found.set(childId, own);
    for (const person of everybody) {
      const isNamed = person.id === personId || plain(person.name) === plain(practitioner);
      const from = person.organisationId && organisationNames.get(person.organisationId);
      if (isNamed || from === plain(agency)) own.add(person.id);
    }
  }
  return [...found].map(([childId, personIds]) => ({ childId, personIds: [...personIds] }));
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
