import { Car, Coffee, type LucideIcon, Users, Utensils } from 'lucide-react';
import type { MeetingKind, MeetingWithPeople } from '../../../shared/domain/meeting.ts';

const looks: Readonly<Record<MeetingKind, string>> = {
  leaders: 'kind-leaders',
  child: 'kind-child',
  'focus-group': 'kind-focus',
  visit: 'kind-visit',
  family: 'kind-family',
  team: 'kind-block',
  block: 'kind-block',
};

/** The class that gives a meeting its bar and tint, or the hatch of a block. */
export function kindLook(kind: MeetingKind): string {
  return looks[kind];
}

/** The shape before the words of a block; ordinary meetings have none. */
export function blockIcon(meeting: Pick<MeetingWithPeople, 'kind' | 'title'>): LucideIcon | null {
  if (meeting.kind === 'team') return Users;
  if (meeting.kind !== 'block') return null;
  if (/\blunch/i.test(meeting.title)) return Utensils;
  if (/\b(travel|drive)/i.test(meeting.title)) return Car;
  if (/\b(team|meeting)/i.test(meeting.title)) return Users;
  return Coffee;
}
