import { isScheduled } from '../../../shared/domain/meeting.ts';
import { useStore } from '../../state/store.ts';
import type { Subjects } from './pack-words.ts';

/** Everything of the engagement that a pack can be about. */
export function useSubjects(): Subjects {
  const children = useStore((state) => state.data.children?.children) ?? [];
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const requests = useStore((state) => state.data.requests?.requests) ?? [];
  const timetable = useStore((state) => state.data.timetable?.meetings) ?? [];
  const reports = useStore((state) => state.data.governance?.reports) ?? [];
  const briefings = useStore((state) => state.data.governance?.briefings) ?? [];
  const meetings = timetable.filter(isScheduled).filter(({ kind }) => kind !== 'block');
  return { children, criteria, requests, meetings, reports, briefings };
}
