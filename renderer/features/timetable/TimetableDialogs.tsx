import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { assertNever } from '../../../shared/assert.ts';
import { removalOf } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { AddSeveralDialog } from './AddSeveralDialog.tsx';
import type { Now } from './alternatives.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { countMeetings, keptWords } from './bulk-words.ts';
import { ClashLines } from './ClashLines.tsx';
import { CopyDayDialog } from './CopyDayDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { LateDialog } from './LateDialog.tsx';
import { MeetingEditor } from './MeetingEditor.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { MoveControl } from './move-state.ts';
import { verdictOnMove } from './move-verdict.ts';
import { PlaceAllDialog } from './PlaceAllDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { ShiftDialog } from './ShiftDialog.tsx';
import { SwapDialog } from './SwapDialog.tsx';
import { weekOf } from './shown-days.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { type TimetableDialog, tellDone } from './useMeetingActions.ts';

/** The dialog that is open over the timetable. */
export function TimetableDialogs({
  timetable,
  day,
  now,
  dialog,
  control,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly day: IsoDate;
  readonly now: Now;
  readonly dialog: TimetableDialog;
  readonly control: MoveControl;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showTimetable = useStore((state) => state.showTimetable);
  const { held, actions } = control;

  const meetingsNamed = (ids: readonly string[]) => ids.flatMap((id) => timetable.byId.get(id) ?? []);

  switch (dialog.kind) {
    case 'editor':
      return (
        <MeetingEditor
          timetable={timetable}
          meeting={dialog.meetingId === null ? null : (timetable.byId.get(dialog.meetingId) ?? null)}
          given={dialog.given}
          onClose={onClose}
        />
      );
    case 'move': {
      const meeting = timetable.byId.get(dialog.meetingId);
      if (!meeting) return null;
      const isHeld = held?.meetingId === meeting.id;
      return (
        <MoveDialog
          timetable={timetable}
          meeting={meeting}
          day={day}
          now={now}
          from={isHeld ? held.candidate : null}
          onClose={(isMoved) => {
            onClose();
            if (isMoved && isHeld) actions.forget();
          }}
        />
      );
    }
    case 'swap': {
      const meeting = timetable.byId.get(dialog.meetingId);
      if (!meeting) return null;
      return <SwapDialog timetable={timetable} meeting={meeting} withId={dialog.withId} onClose={onClose} />;
    }
    case 'shift':
      return (
        <ShiftDialog
          timetable={timetable}
          meetings={meetingsNamed(dialog.ids)}
          by={dialog.by}
          onClose={onClose}
        />
      );
    case 'late': {
      const { from } = dialog;
      const isToday = (from.day ?? day) === now.day;
      return (
        <LateDialog
          timetable={timetable}
          strandId={from.strandId ?? null}
          day={from.day ?? day}
          from={from.from ?? (isToday ? now.minutes : timetable.dayStart)}
          onClose={onClose}
        />
      );
    }
    case 'copy-day':
      return <CopyDayDialog timetable={timetable} day={day} onClose={onClose} />;
    case 'remove-all': {
      const { removed, kept } = removalOf(meetingsNamed(dialog.ids));
      return (
        <AlertDialog
          isOpen
          title={`Remove ${countMeetings(removed.length)}?`}
          confirmLabel={`Remove ${countMeetings(removed.length)}`}
          tone="bad"
          onClose={onClose}
          onConfirm={() => {
            onClose();
            void act('timetable:removeMeetings', { ids: dialog.ids as MeetingId[] }).then((done) => {
              if (done) tellDone(timetable, 'Removed', done);
            });
          }}
        >
          <p>They go from the timetable. Undo brings them back.</p>
          {keptWords(timetable, kept).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </AlertDialog>
      );
    }
    case 'block':
      return <BlockDialog timetable={timetable} day={day} onClose={onClose} />;
    case 'add-several':
      return <AddSeveralDialog timetable={timetable} onClose={onClose} />;
    case 'place-all':
      return (
        <PlaceAllDialog
          timetable={timetable}
          week={weekOf(timetable.days, day)}
          now={now}
          onClose={onClose}
        />
      );
    case 'export':
      return <ExportDialog timetable={timetable} day={day} onClose={onClose} />;
    case 'remove': {
      const meeting = timetable.byId.get(dialog.meetingId);
      if (!meeting) return null;
      return (
        <AlertDialog
          isOpen
          title="Remove this meeting?"
          confirmLabel="Remove meeting"
          tone="bad"
          onClose={onClose}
          onConfirm={() => {
            onClose();
            showTimetable({ selectedId: null });
            void act('timetable:removeMeeting', { id: dialog.meetingId as MeetingId });
          }}
        >
          <p>“{titleOf(meeting, timetable.names)}” goes from the timetable. Undo brings it back.</p>
        </AlertDialog>
      );
    }
    case 'acknowledge': {
      const { clash } = dialog;
      const isHard = clash.severity === 'hard';
      return (
        <ReasonDialog
          title={isHard ? 'Acknowledge clash' : 'Acknowledge warning'}
          confirmLabel="Acknowledge"
          onReason={(reason) => void act('timetable:acknowledgeClash', { clashKey: clash.key, reason })}
          onClose={onClose}
        >
          <ClashLines
            clashes={[clash]}
            icon={isHard ? OctagonAlert : TriangleAlert}
            tone={isHard ? 'bad' : 'warn'}
          />
        </ReasonDialog>
      );
    }
    case 'place-anyway':
      return (
        <ReasonDialog
          title="Place anyway"
          confirmLabel="Place anyway"
          onReason={actions.placeAnyway}
          onClose={onClose}
        >
          <ClashLines
            clashes={held ? verdictOnMove(timetable, held).refused : []}
            icon={OctagonAlert}
            tone="bad"
          />
        </ReasonDialog>
      );
    default:
      return assertNever(dialog, 'every dialog of the timetable is drawn');
  }
}
