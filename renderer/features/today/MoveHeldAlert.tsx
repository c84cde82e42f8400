import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';

/** Asks before a meeting that was held is moved: what happened should stay where it happened. */
export function MoveHeldAlert({ meetingId }: { readonly meetingId: string }) {
  const meeting = useStore((state) => state.data.timetable?.meetings.find((one) => one.id === meetingId));
  const answer = useStore((state) => state.answerHeldMove);
  const names = useNames();
  return (
    <AlertDialog
      isOpen
      title="Move a meeting that was held?"
      confirmLabel="Move it all the same"
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
    >
      <p>
        “{names.withoutNames(meeting?.title ?? '')}” is marked as held. Moved, the timetable no longer says
        when it was.
      </p>
    </AlertDialog>
  );
}
