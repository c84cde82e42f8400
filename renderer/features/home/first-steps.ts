import { counted } from '../../../shared/domain/counted.ts';
import { isScheduled } from '../../../shared/domain/meeting.ts';
import type { ImportTarget } from '../../../shared/ipc/imports.ts';
import type { Page } from '../../state/pages.ts';
import type { Views } from '../../state/store-types.ts';

/** One thing to do in a new engagement: what, how far it is, and where it is done. */
export type FirstStep = {
  readonly title: string;
  readonly fact: string;
  readonly isDone: boolean;
  readonly page: Page;
  /** What can be brought in from a spreadsheet, while there is none of it. */
  readonly target?: ImportTarget;
};

/**
 * What there is to do before the desk can be worked from, in order. Nothing once there are people and, where there is a
 * date, rooms and meetings in the timetable; and nothing once a version was published.
 */
export function firstSteps({ engagement, people, timetable, versions }: Views): readonly FirstStep[] {
  if (!engagement || !people || !timetable) return [];
  const { peopleWord } = engagement;
  const isDated = engagement.engagement.anchorDate !== null;
  const team = people.people.filter(({ side }) => side === 'inspection');
  const partners = people.people.length - team.length;
  // In a new engagement each is called after their part in it.
  const named = team.filter(({ name, role }) => name !== role).length;
  const meetings = timetable.meetings.filter(({ kind }) => kind !== 'block');
  const placed = meetings.filter(isScheduled).length;
  const waiting = meetings.length - placed;
  const isPublished = (versions?.versions.length ?? 0) > 0;
  const places = people.places.length;
  if (isPublished || (partners > 0 && ((places > 0 && placed > 0) || !isDated))) return [];
  const steps: readonly FirstStep[] = [
    {
      title: partners > 0 ? 'People' : 'Import the contact list...',
      fact: partners > 0 ? counted(partners, 'person', 'people') : 'from the spreadsheet you have',
      isDone: partners > 0,
      page: { name: 'people' },
      target: 'people',
    },
    {
      title: places > 0 ? 'Rooms and sites' : 'Import rooms and sites...',
      fact: places > 0 ? counted(places, 'place', 'places') : 'or add them under People and places',
      isDone: places > 0,
      page: { name: 'people', part: 'places' },
      target: 'places',
    },
    {
      title: `Name the ${peopleWord.many}`,
      fact: team.length > 0 ? `${named} of ${team.length}, once you know them` : 'once you know them',
      isDone: team.length > 0 && named === team.length,
      page: { name: 'people', part: 'team' },
    },
    {
      title: 'Place the meetings',
      fact: placingFact(isDated, { placed, waiting }),
      isDone: placed > 0 && waiting === 0,
      page: { name: 'timetable' },
    },
    {
      title: 'Publish version 1',
      fact: 'from then on everybody hears what has changed for them',
      isDone: false,
      page: { name: 'versions' },
    },
  ];
  return steps;
}

function placingFact(
  isDated: boolean,
  { placed, waiting }: { readonly placed: number; readonly waiting: number },
): string {
  if (!isDated) return 'once the date is given';
  if (waiting > 0) return `${counted(waiting, 'meeting waits', 'meetings wait')} beside the timetable`;
  return placed > 0 ? 'all are in the timetable' : 'there are none yet';
}
