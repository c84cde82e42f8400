import { indexWorld, type TimetableIndex } from '../../../shared/domain/clash/world.ts';
import type { Clash } from '../../../shared/domain/clash.ts';
import type { ChildId, MeetingId } from '../../../shared/domain/ids.ts';
import {
  type ClashAcknowledgement,
  isScheduled,
  type MeetingWithPeople,
  type ScheduledMeeting,
} from '../../../shared/domain/meeting.ts';
import type { Organisation, Person, Place, Strand } from '../../../shared/domain/people.ts';
import type { Sector } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { ClockStyle } from '../../../shared/domain/time-words.ts';
import type { ChildrenView } from '../../../shared/ipc/children.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import type { TimetableView } from '../../../shared/ipc/timetable.ts';
import type { Names } from '../../people/names.ts';

/** A clash as it is shown: its sentence in names or codes, and why it was accepted, if it was. */
export type ShownClash = Clash & { readonly acknowledgement: ClashAcknowledgement | null };

/** Everything the timetable's page needs, looked up and put in order once for each change. */
export type Timetable = {
  readonly meetings: readonly MeetingWithPeople[];
  readonly scheduled: readonly ScheduledMeeting[];
  readonly unscheduled: readonly MeetingWithPeople[];
  readonly byId: ReadonlyMap<string, MeetingWithPeople>;
  readonly days: readonly IsoDate[];
  readonly dayStart: number;
  readonly dayEnd: number;
  readonly strands: readonly Strand[];
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly children: ChildrenView['children'];
  /** For checking a move before it is made. */
  readonly index: TimetableIndex;
  readonly clashes: readonly ShownClash[];
  readonly clashesOf: ReadonlyMap<string, readonly ShownClash[]>;
  /** The keys of the clashes that somebody has knowingly accepted. */
  readonly accepted: ReadonlySet<string>;
  readonly names: Names;
  readonly clock: ClockStyle;
};

export type TimetableSources = {
  readonly engagement: EngagementView;
  readonly timetable: TimetableView;
  readonly people: PeopleView;
  readonly children: ChildrenView;
  readonly cancelledIds?: ReadonlySet<MeetingId>;
  readonly names: Names;
  readonly clock: ClockStyle;
};

const collator = new Intl.Collator('en-GB', { numeric: true });

/** Puts the store's views together into what the page shows. */
export function timetableFrom(sources: TimetableSources): Timetable {
  const { engagement, timetable, people, children, cancelledIds, names, clock } = sources;
  const { dayStart, dayEnd } = engagement.engagement;
  const organisations = new Map<string, Organisation>(people.organisations.map((one) => [one.id, one]));
  const clashes = shownClashes(timetable, names);
  return {
    meetings: timetable.meetings,
    scheduled: timetable.meetings.filter(isScheduled),
    unscheduled: timetable.meetings.filter((meeting) => !isScheduled(meeting)),
    byId: new Map(timetable.meetings.map((meeting) => [meeting.id, meeting])),
    days: allDays(engagement.timetableDays, timetable.meetings),
    dayStart,
    dayEnd,
    strands: [...people.strands].sort((a, b) => a.position - b.position),
    places: [...people.places].sort(
      (a, b) =>
        Number(a.isOnline) - Number(b.isOnline) ||
        collator.compare(a.site, b.site) ||
        collator.compare(a.name, b.name),
    ),
    people: people.people,
    organisations,
    children: children.children,
    index: indexWorld({
      meetings: timetable.meetings,
      cancelledIds,
      people: people.people.map((person) => ({ ...person, sector: sectorOf(person, organisations) })),
      strands: people.strands,
      places: people.places,
      consents: children.consents,
      dayStart,
      dayEnd,
      facts: timetable.facts,
      names: {
        person: names.personName,
        strand: names.strandName,
        place: (id) => people.places.find((place) => place.id === id)?.name ?? 'A place removed',
        child: (id: ChildId) => names.childLabel(id),
        clock,
      },
    }),
    clashes,
    clashesOf: clashesByMeeting(clashes),
    accepted: new Set(
      clashes.filter(({ acknowledgement }) => acknowledgement !== null).map(({ key }) => key),
    ),
    names,
    clock,
  };
}

/** The sector a person speaks for: their own or, where they have none, their organisation's. */
export function sectorOf(person: Person, organisations: ReadonlyMap<string, Organisation>): Sector | null {
  if (person.sector || person.organisationId === null) return person.sector;
  return organisations.get(person.organisationId)?.sector ?? null;
}

/** A meeting's title as shown: without names while they are codes, and with the child's code where it has a child. */
export function titleOf(meeting: Pick<MeetingWithPeople, 'title' | 'childId'>, names: Names): string {
  const title = names.withoutNames(meeting.title);
  if (meeting.childId === null) return title;
  const label = names.childLabel(meeting.childId);
  return title.toLowerCase().includes(label.toLowerCase()) ? title : `${title}, ${label}`;
}

/** What stops somebody: hard clashes that nobody has knowingly accepted. */
export const isOpenClash = (clash: ShownClash): boolean =>
  clash.severity === 'hard' && clash.acknowledgement === null;
/** What wants a look: soft warnings that nobody has acknowledged. */
export const isOpenWarning = (clash: ShownClash): boolean =>
  clash.severity === 'soft' && clash.acknowledgement === null;

/** The day a clash is on: that of the first of its meetings which has one. */
export function dayOfClash(clash: Clash, timetable: Timetable): IsoDate | null {
  if (clash.day) return clash.day;
  for (const id of clash.meetingIds) {
    const day = timetable.byId.get(id)?.day;
    if (day) return day;
  }
  return null;
}

function shownClashes(view: TimetableView, names: Names): readonly ShownClash[] {
  const accepted = new Map(view.acknowledgements.map((one) => [one.clashKey, one]));
  return view.clashes.map((clash) => ({
    ...clash,
    sentence: names.withoutNames(clash.sentence),
    acknowledgement: accepted.get(clash.key) ?? null,
  }));
}

function clashesByMeeting(clashes: readonly ShownClash[]): ReadonlyMap<string, readonly ShownClash[]> {
  const found = new Map<string, ShownClash[]>();
  for (const clash of clashes)
    for (const id of clash.meetingIds) {
      const known = found.get(id);
      if (known) known.push(clash);
      else found.set(id, [clash]);
    }
  return found;
}

/** The days on offer, and any other day that has a meeting, so that none is out of reach. */
function allDays(offered: readonly IsoDate[], meetings: readonly MeetingWithPeople[]): readonly IsoDate[] {
  const days = new Set(offered);
  for (const { day } of meetings) if (day) days.add(day);
  return [...days].sort();
}
