import { peopleWaitedFor } from '../../../shared/domain/attendance/attendance.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** "4 people have not answered", leading to their answers; nothing where nobody is waited for. */
export function Unanswered({ today }: { readonly today: IsoDate }) {
  const meetings = useStore((state) => state.data.timetable?.meetings ?? null);
  const goTo = useStore((state) => state.goTo);
  const attendance = useAttendance();
  const count = peopleWaitedFor(meetings ?? [], attendance, today).size;
  if (count === 0) return null;
  return (
    <p className="home-unanswered">
      <StatusMark status="waiting">
        <LinkButton onClick={() => goTo({ name: 'people', part: 'invitations' })}>
          {count === 1 ? '1 person has not answered' : `${count} people have not answered`}
        </LinkButton>
      </StatusMark>
    </p>
  );
}
