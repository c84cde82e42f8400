import { useMemo, useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import { londonWallTime } from '../../../shared/domain/time.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { type FreedomPart, type FreedomRow, useFreedom } from './useFreedom.ts';

const quarter = 15;
const morning = 9 * 60;

/** Who and which rooms are free at a time, and a meeting begun with those that are ticked. */
export function WhoIsFreeDialog() {
  const close = useStore((state) => state.closeAvailability);
  const goAndOpen = useStore((state) => state.goAndOpen);
  const strands = useStore((state) => state.data.people?.people);
  const first = useFirstTime();
  const [day, setDay] = useState<IsoDate | null>(first.day);
  const [start, setStart] = useState<Minutes | null>(first.start);
  const [minutes, setMinutes] = useState<number | null>(60);
  const [part, setPart] = useState<FreedomPart>('people');
  const [words, setWords] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const wanted = useMemo(
    () => (day === null || start === null || minutes === null ? null : { day, start, minutes }),
    [day, start, minutes],
  );
  const freedom = useFreedom(wanted);
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = freedom[part].filter((row) => {
    const text = `${row.name} ${row.facts}`.toLowerCase();
    return sought.every((word) => text.includes(word));
  });
  const isChosen = ({ id }: FreedomRow) => ticked.has(id);
  const place = freedom.places.find(isChosen);
  const people = freedom.people.filter(isChosen);
  const team = freedom.team.filter(isChosen);

  /** One room at most; ticks outside what is in sight stay. */
  function tick(keys: ReadonlySet<string>) {
    const inSight = new Set(rows.map(({ id }) => id));
    const added = [...keys].filter((id) => !ticked.has(id));
    const kept = [...ticked].filter((id) => (inSight.has(id) ? keys.has(id) : true));
    if (part !== 'places') return setTicked(new Set([...kept, ...added]));
    const rooms = new Set(freedom.places.map(({ id }) => id));
    const room = added.at(-1);
    setTicked(new Set(room ? [...kept.filter((id) => !rooms.has(id)), room] : kept));
  }

  function addMeeting() {
    if (!wanted) return;
    close();
    const strandIds = team.flatMap(({ id }) => strands?.find((one) => one.id === id)?.strandId ?? []);
    goAndOpen({ name: 'timetable' }, 'meeting', {
      ...wanted,
      personIds: people.map(({ id }) => id),
      strandIds,
      placeId: place?.id ?? null,
    });
  }

  return (
    <Dialog
      isOpen
      onClose={close}
      title="Who is free"
      size="wide"
      note={chosenWords(people.length + team.length, place?.name) || undefined}
      foot={
        <>
          <Button onClick={close}>Close</Button>
          <Button
            kind="primary"
            unavailable={!wanted && 'Give a day and a time'}
            hideReason
            onClick={addMeeting}
          >
            Add meeting then...
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        <div className="form-grid availability-when">
          <DayField label="Day" value={day} onChange={setDay} />
          <ClockField label="From" value={start} onChange={setStart} />
          <NumberField label="For" suffix="minutes" min={5} max={720} value={minutes} onChange={setMinutes} />
        </div>
        <div className="row row-wrap">
          <Segmented<FreedomPart>
            label="Whose time"
            options={partLabels.map(([value, label]) => ({
              value,
              label,
              count: freedom[value].filter((row) => row.isFree).length,
            }))}
            value={part}
            onChange={setPart}
          />
          <SearchBox label="Find by name, role or organisation" value={words} onChange={setWords} />
        </div>
        <DataTable
          label="Who is free then"
          rows={rows}
          rowKey={({ id }) => id}
          ticked={ticked}
          onTick={tick}
          tickLabel={({ name }) => `Tick ${name}`}
          twoLine
          empty={
            <EmptyState inline title={wanted ? 'Nobody fits' : 'Give a day and a time first'}>
              {wanted
                ? 'Other words may find them.'
                : 'Then everybody stands here, those who are free first.'}
            </EmptyState>
          }
          columns={[
            {
              id: 'name',
              head: 'Name',
              name: true,
              cell: ({ name, facts }) => (
                <>
                  {name}
                  <span className="table-second">{facts}</span>
                </>
              ),
            },
            {
              id: 'then',
              head: 'Then',
              cell: (row) => <StatusMark status={row.isFree ? 'ok' : 'waiting'}>{row.words}</StatusMark>,
            },
          ]}
        />
      </div>
    </Dialog>
  );
}

const partLabels: readonly (readonly [FreedomPart, string])[] = [
  ['people', 'People'],
  ['team', 'Visiting team'],
  ['places', 'Rooms'],
];

/** "3 people and Committee Room 1 ticked". */
function chosenWords(people: number, place: string | undefined): string {
  const parts = [people > 0 ? counted(people, 'person', 'people') : '', place ?? ''].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join(' and ')} ticked`;
}

/** The day the timetable shows, from the next quarter of an hour where that is today. */
function useFirstTime(): { readonly day: IsoDate; readonly start: Minutes } {
  const shown = useStore((state) => state.timetableScreen.day);
  const { date, minutes } = londonWallTime(useNow());
  const day = shown ?? date;
  return { day, start: day === date ? Math.ceil(minutes / quarter) * quarter : morning };
}
