import { useMemo, useState } from 'react';
import { placeAll, waitingMeetings } from '../../../shared/domain/place-all.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { beforeMovingAll } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Now } from './alternatives.ts';
import { type LeftRow, notBefore, type PlacedRow, placementsOf, rowsOf } from './place-all-rows.ts';
import type { Timetable } from './timetable-model.ts';

/** Shows a place for each meeting of the tray before any is moved: what goes where, and what has no place and why. */
export function PlaceAllDialog({
  timetable,
  week,
  now,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly week: readonly IsoDate[];
  readonly now: Now;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [days, setDays] = useState<readonly IsoDate[]>(() => daysAhead(week, now));
  const [keepLunch, setKeepLunch] = useState(true);
  const [fillStrands, setFillStrands] = useState(true);
  const [fillRooms, setFillRooms] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<AppFailure | null>(null);
  // The clock goes on while the dialog is open; the plan is made as of when it was opened.
  const [since] = useState(now);
  const plan = useMemo(() => {
    const { index } = timetable;
    const options = { days, keepLunch, fillStrands, fillRooms, ...notBefore(days, since) };
    return placeAll(index, new Set(waitingMeetings(index).map(({ id }) => id)), options);
  }, [timetable, days, keepLunch, fillStrands, fillRooms, since]);
  const rows = useMemo(() => rowsOf(timetable, plan), [timetable, plan]);
  const ticked = new Set(rows.placed.map(({ id }) => id).filter((id) => !left.has(id)));

  const placements = placementsOf(plan, ticked);

  function save() {
    if (placements.length === 0) return;
    setFailure(null);
    beforeMovingAll(
      placements.map(({ id }) => id),
      () => void write(),
    );
  }

  async function write() {
    const done = await act('timetable:placeMeetings', { placements }, setFailure);
    if (!done) return;
    showDone(`${countMeetings(done.ids.length)} placed.`);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Place all"
      fact={`${countMeetings(plan.placed.length + plan.unplaced.length)} unscheduled`}
      size="wide"
      onSubmit={save}
      note="Nothing is written until you place them, and Undo takes it all back."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            kind="primary"
            keys="Ctrl Enter"
            unavailable={ticked.size === 0 && 'Tick at least one meeting'}
            hideReason
          >
            {`Place ${countMeetings(ticked.size)}`}
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {failure && (
          <Banner tone="bad" role="alert">
            {timetable.names.withoutNames(sentenceFor(failure))}
          </Banner>
        )}
        <div className="stack">
          <fieldset>
            <legend className="field-label">On these days</legend>
            <div className="chip-list">
              {timetable.days.map((day) => (
                <ToggleChip
                  key={day}
                  isOn={days.includes(day)}
                  onChange={(isOn) =>
                    setDays(timetable.days.filter((own) => (own === day ? isOn : days.includes(own))))
                  }
                >
                  {formatDayShort(day)}
                </ToggleChip>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend className="field-label">How</legend>
            <div className="row row-wrap timetable-checks">
              <Checkbox label="Leave time for lunch" isChecked={keepLunch} onChange={setKeepLunch} />
              <Checkbox
                label="Give meetings without a strand the one with least to do"
                isChecked={fillStrands}
                onChange={setFillStrands}
              />
              <Checkbox
                label="Give meetings without a room the smallest that suits"
                isChecked={fillRooms}
                onChange={setFillRooms}
              />
            </div>
          </fieldset>
        </div>
        {rows.left.length > 0 && <NoPlace rows={rows.left} />}
        {rows.placed.length > 0 && (
          <Section title="Would go" fact={`${ticked.size} of ${rows.placed.length} ticked`} level={3}>
            <DataTable
              label="Planned places"
              rows={rows.placed}
              rowKey={({ id }) => id}
              groupOf={({ day, dayTitle }) => ({ id: day, title: dayTitle })}
              ticked={ticked}
              onTick={(keys) =>
                setLeft(new Set(rows.placed.map(({ id }) => id).filter((id) => !keys.has(id))))
              }
              tickLabel={({ title }) => `Tick ${title}`}
              columns={columns}
            />
          </Section>
        )}
        {rows.placed.length + rows.left.length === 0 && (
          <EmptyState title="Nothing waits for a place" inline>
            Every meeting has a day and a time, or is pinned.
          </EmptyState>
        )}
      </div>
    </Dialog>
  );
}

const columns = [
  {
    id: 'when',
    head: 'Time',
    width: '10rem',
    cell: (row: PlacedRow) => <span className="num">{row.when}</span>,
  },
  {
    id: 'title',
    head: 'Meeting',
    name: true,
    cell: (row: PlacedRow) => (
      <>
        {row.title}
        {row.warnings.map((warning) => (
          <span key={warning} className="table-second">
            <StatusMark status="warn" size="small">
              {warning}
            </StatusMark>
          </span>
        ))}
      </>
    ),
  },
  { id: 'who', head: 'Strand', cell: (row: PlacedRow) => row.who },
  { id: 'where', head: 'Room', cell: (row: PlacedRow) => row.where },
];

function NoPlace({ rows }: { readonly rows: readonly LeftRow[] }) {
  return (
    <Section
      title={rows.length === 1 ? '1 meeting has no place' : `${rows.length} meetings have no place`}
      fact="they stay unscheduled"
      tone="warn"
      level={3}
    >
      <ul className="timetable-plan-left">
        {rows.map(({ id, title, why, remedies }) => (
          <li key={id}>
            <span className="type-name">{title}</span> <span className="text-2">{why}</span>
            {remedies.length > 0 && (
              <ul className="timetable-plan-remedies">
                {remedies.map((remedy) => (
                  <li key={remedy}>{remedy}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const countMeetings = (count: number): string => `${count} ${count === 1 ? 'meeting' : 'meetings'}`;

/** The days of the week on screen that are not past; all of them when the week is. */
function daysAhead(week: readonly IsoDate[], now: Now): readonly IsoDate[] {
  const ahead = week.filter((day) => day >= now.day);
  return ahead.length > 0 ? ahead : week;
}
