import { isOfTheTeam, occupantsOf } from '../../../shared/domain/clash/world.ts';
import { MeetingKind, type MeetingWithPeople, meetingKindLabels } from '../../../shared/domain/meeting.ts';
import type { Choice } from '../../ui/option-match.ts';
import { isOpenClash, type Timetable } from './timetable-model.ts';

/** What meetings can be narrowed to; several of one sort widen it again, several sorts narrow it further. */
type Sort = 'clashes' | 'kind' | 'person' | 'organisation' | 'child' | 'room';

const idOf = (sort: Sort, id: string): string => `${sort}:${id}`;

/** Everything to filter by, each with what it is, so that it is found by typing. */
export function filterChoices(timetable: Timetable): readonly Choice[] {
  const { names, index } = timetable;
  return [
    { id: idOf('clashes', 'any'), label: 'With clashes', hint: 'To settle' },
    ...MeetingKind.options.map((kind) => ({
      id: idOf('kind', kind),
      label: meetingKindLabels[kind],
      hint: 'Kind',
    })),
    ...timetable.children.map((child) => ({
      id: idOf('child', child.id),
      label: names.childLabel(child.id),
      hint: 'Child',
    })),
    ...timetable.people.map((person) => ({
      id: idOf('person', person.id),
      label: names.personName(person),
      hint: person.role || (isOfTheTeam(index, person.id) ? 'The team' : 'Person'),
    })),
    ...[...timetable.organisations.values()].map(({ id, name }) => ({
      id: idOf('organisation', id),
      label: name,
      hint: 'Organisation',
    })),
    ...timetable.places.map((place) => ({ id: idOf('room', place.id), label: place.name, hint: 'Room' })),
  ];
}

/** Says of a meeting whether the filters leave it in sight. Filters that name what is gone are passed over. */
export function meetingFilter(
  timetable: Timetable,
  filters: readonly string[],
): (meeting: MeetingWithPeople) => boolean {
  if (filters.length === 0) return () => true;
  const known = new Set(filterChoices(timetable).map((choice) => choice.id));
  const bySort = new Map<string, Set<string>>();
  for (const filter of filters) {
    if (!known.has(filter)) continue;
    const sort = filter.slice(0, filter.indexOf(':'));
    bySort.set(sort, (bySort.get(sort) ?? new Set()).add(filter));
  }
  if (bySort.size === 0) return () => true;
  return (meeting) =>
    [...bySort].every(([sort, wanted]) =>
      idsIn(timetable, meeting, sort as Sort).some((id) => wanted.has(idOf(sort as Sort, id))),
    );
}

function idsIn(timetable: Timetable, meeting: MeetingWithPeople, sort: Sort): readonly string[] {
  switch (sort) {
    case 'clashes':
      return (timetable.clashesOf.get(meeting.id) ?? []).some(isOpenClash) ? ['any'] : [];
    case 'kind':
      return [meeting.kind];
    case 'person':
      return occupantsOf(timetable.index, meeting);
    case 'organisation': {
      const own = new Set<string>(occupantsOf(timetable.index, meeting));
      return timetable.people.flatMap(({ id, organisationId }) =>
        organisationId !== null && own.has(id) ? [organisationId] : [],
      );
    }
    case 'child':
      return meeting.childId === null ? [] : [meeting.childId];
    case 'room':
      return meeting.placeId === null ? [] : [meeting.placeId];
  }
}
