import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';

const namedAtMost = 4;

/** Asks before meetings that were held are moved: what happened should stay where it happened. */
export function MoveHeldAlert({ meetingIds }: { readonly meetingIds: readonly string[] }) {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const answer = useStore((state) => state.answerHeldMove);
  const names = useNames();
  const titles = meetingIds.map((id) =>
    names.withoutNames(meetings?.find((one) => one.id === id)?.title ?? ''),
  );
  const isOne = titles.length === 1;
  const more = titles.length - namedAtMost;
  return (
    <AlertDialog
      isOpen
      title={isOne ? 'Move a meeting that was held?' : `Move ${titles.length} meetings that were held?`}
      confirmLabel={isOne ? 'Move it all the same' : 'Move them all the same'}
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
    >
      {isOne ? (
        <p>“{titles[0]}” is marked as held. Moved, the timetable no longer says when it was.</p>
      ) : (
        <>
          <p>These are marked as held. Moved, the timetable no longer says when they were.</p>
          <ul>
            {titles.slice(0, namedAtMost).map((title, at) => (
              <li key={meetingIds[at]}>{title}</li>
            ))}
            {more > 0 && <li>{more} more</li>}
          </ul>
        </>
      )}
    </AlertDialog>
  );
}
