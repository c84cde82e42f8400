import { useMemo, useState } from 'react';
import { swapPlan } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { verdictOnAll } from './bulk-words.ts';
import { PlanLines } from './PlanLines.tsx';
import { type Timetable, titleOf } from './timetable-model.ts';
import { whenAndWho } from './timetable-words.ts';

/** Exchanges the times of two meetings, and where asked their strands and rooms. */
export function SwapDialog({
  timetable,
  meeting,
  withId,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly meeting: MeetingWithPeople;
  readonly withId: string | null;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [otherId, setOtherId] = useState(withId);
  const [withStrands, setWithStrands] = useState(false);
  const [withPlaces, setWithPlaces] = useState(false);
  const other = otherId === null ? undefined : timetable.byId.get(otherId);
  const plan = useMemo(
    () => (other ? swapPlan(meeting, other, { withStrands, withPlaces }) : { changes: [], kept: [] }),
    [meeting, other, withStrands, withPlaces],
  );
  const verdict = useMemo(() => verdictOnAll(timetable, plan.changes), [timetable, plan]);
  const choices = useMemo(
    () =>
      timetable.meetings
        .filter((one) => one.id !== meeting.id)
        .map((one) => ({
          id: one.id,
          label: titleOf(one, timetable.names),
          hint: whenAndWho(timetable, one),
        })),
    [timetable, meeting.id],
  );
  const title = titleOf(meeting, timetable.names);

  return (
    <BulkDialog
      timetable={timetable}
      title="Swap two meetings"
      fact={title}
      saveLabel="Swap"
      plan={plan}
      verdict={verdict}
      nothing={
        other
          ? plan.kept.length > 0
            ? 'Neither moves while one of them stays.'
            : 'They are at the same time: swap their strands or rooms.'
          : 'Choose the meeting to swap with.'
      }
      send={async (override, onFailure) =>
        other
          ? act(
              'timetable:swapMeetings',
              {
                first: { id: meeting.id, version: meeting.version },
                second: { id: other.id, version: other.version },
                withStrands,
                withPlaces,
                ...override,
              },
              onFailure,
            )
          : null
      }
      done={() => `Swapped “${title}”${other ? ` and “${titleOf(other, timetable.names)}”` : ''}`}
      onClose={onClose}
    >
      <ComboBox
        label="Swap with"
        choices={choices}
        value={otherId}
        onChange={setOtherId}
        placeholder="Type the other meeting"
        none="No meeting of that name"
      />
      <div className="row row-wrap timetable-checks">
        <Checkbox label="Strands too" isChecked={withStrands} onChange={setWithStrands} />
        <Checkbox label="Rooms too" isChecked={withPlaces} onChange={setWithPlaces} />
      </div>
      <PlanLines timetable={timetable} changes={plan.changes} />
    </BulkDialog>
  );
}
