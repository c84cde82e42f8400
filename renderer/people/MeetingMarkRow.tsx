import { CalendarCheck, ClipboardPen } from 'lucide-react';
import { markWords } from '../../shared/domain/attendance/attendance.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { useAttendance } from './useAttendance.ts';
import { useMarking } from './useMarking.ts';

/** How a meeting went, and the two ways of saying so: held, or everything else. */
export function MeetingMarkRow({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const attendance = useAttendance();
  const openMarking = useStore((state) => state.openMarking);
  const { mark } = useMarking();
  const known = attendance.marks.get(meeting.id);
  const isPlanned = (known?.outcome ?? 'planned') === 'planned';
  return (
    <div className="row row-wrap attendance-row">
      {known && <span className="type-name">{markWords(known)}</span>}
      {isPlanned && (
        <Button size="small" icon={CalendarCheck} onClick={() => mark(meeting.id, { outcome: 'held' })}>
          Held
        </Button>
      )}
      <Button size="small" kind="quiet" icon={ClipboardPen} onClick={() => openMarking(meeting.id)}>
        How it went...
      </Button>
    </div>
  );
}
