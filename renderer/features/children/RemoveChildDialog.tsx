import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';

/** Asks before a child is removed, and says what goes with it and what stays. */
export function RemoveChildDialog({
  view,
  onClose,
}: {
  readonly view: ChildPageView;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const goTo = useStore((state) => state.goTo);
  const timetable = useStore((state) => state.data.timetable);
  const feedback = useStore((state) => state.data.feedback);
  const { id, code } = view.child;
  const label = `Child ${code}`;
  const meetings = (timetable?.meetings ?? []).filter((meeting) => meeting.childId === id).length;
  const entries = (feedback?.entries ?? []).filter((entry) => entry.childId === id).length;
  const kept = [
    meetings > 0 && (meetings === 1 ? '1 meeting' : `${meetings} meetings`),
    entries > 0 && (entries === 1 ? '1 piece of feedback' : `${entries} pieces of feedback`),
    'documents attached here',
  ].filter(Boolean);

  async function remove() {
    await act('children:removeChild', { id });
    goTo({ name: 'children' });
  }

  return (
    <AlertDialog
      isOpen
      title={`Remove ${label}?`}
      confirmLabel={`Remove ${label}`}
      tone="bad"
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <div className="stack">
        <p>
          The name, consent, checklist and the people round the child are removed. Undo brings them all back.
        </p>
        <p>
          These stay, and are no longer tied to the child: {kept.join(', ').replace(/, ([^,]*)$/, ' and $1')}.
        </p>
        <p>Titles that name the child still say {label}, and packs are still checked for the name.</p>
      </div>
    </AlertDialog>
  );
}
