import { counted } from '../../../shared/domain/counted.ts';
import { type IsoInstant, today } from '../../../shared/domain/time.ts';
import { formatDayLong, formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { MeetingChange, SeenMeeting } from '../../../shared/domain/versions/diff.ts';
import type { ListedVersion, PersonToTell } from '../../../shared/ipc/versions.ts';
import type { Pair } from './useComparison.ts';

/** "Room 2.14, Civic Centre"; empty for nowhere. */
export const whereOf = ({ place, site }: SeenMeeting): string =>
  [place, site === place ? '' : site].filter(Boolean).join(', ');

/** "Told version 2 on Tuesday 24 November 2026, 2 changes since"; with how many meetings while not told of any. */
export function toldWords({ told, changes, counts }: PersonToTell): string {
  if (!told) return `Not told yet, ${counted(changes, 'meeting', 'meetings')}`;
  const since = changes === 0 ? 'nothing changed since' : `${counts} since`;
  return `Told version ${told.number} on ${formatDayLong(today(told.at))}, ${since}`;
}

/** What to compare until something else is chosen: the newest version with the draft, or what the newest one changed. */
export function firstPair(versions: readonly ListedVersion[], hasDraftChanges: boolean): Pair {
  const [latest, previous] = versions;
  if (!latest || hasDraftChanges) return { from: latest?.number ?? null, to: null };
  return { from: previous?.number ?? null, to: latest.number };
}

/** "Version 2, Tue 24 Nov, 10:42am". */
export const versionName = ({ number, at }: { readonly number: number; readonly at: IsoInstant }): string =>
  `Version ${number}, ${formatInstantShort(at)}`;

/** The meeting of a change as it is now, or as it was last. */
export const meetingOf = ({ after, before }: MeetingChange): SeenMeeting | null => after ?? before;
