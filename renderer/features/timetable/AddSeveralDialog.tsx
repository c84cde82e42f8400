import { useMemo, useState } from 'react';
import { type MeetingLine, readMeetingLines } from '../../../shared/domain/import/meeting-lines.ts';
import { indexNames, matchName } from '../../../shared/domain/import/name-match.ts';
import { meetingKindLabels } from '../../../shared/domain/meeting.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { countMeetings } from './bulk-words.ts';
import type { Timetable } from './timetable-model.ts';

type Row = MeetingLine & { readonly key: string; readonly unknown: readonly string[] };

const usualMinutes = 60;

/** A list of meetings, typed or pasted, put in the tray in one step. */
export function AddSeveralDialog({
  timetable,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const areCoded = useStore((state) => state.namesAsCodes);
  const [text, setText] = useState('');
  const [addsPeople, setAddsPeople] = useState(true);
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const isKnown = useMemo(() => {
    const index = indexNames([...timetable.people, ...timetable.strands.flatMap(shortAndLong)]);
    return (name: string) => matchName(name, index).state !== 'unmatched';
  }, [timetable.people, timetable.strands]);
  const rows = useMemo(
    () =>
      readMeetingLines(text, isKnown).map(
        (line, at): Row => ({ ...line, key: String(at), unknown: line.names.filter((one) => !isKnown(one)) }),
      ),
    [text, isKnown],
  );
  const unknown = new Set(rows.flatMap((row) => row.unknown)).size;
  const nameOf = (name: string) => (areCoded ? initialsOf(name) : name);
  const peopleWords = ({ names, unknown: strangers, rest }: Row) =>
    [
      ...names
        .filter((name) => addsPeople || !strangers.includes(name))
        .map((name) => (strangers.includes(name) ? `${nameOf(name)} (new)` : nameOf(name))),
      ...(addsPeople ? [] : strangers.map((name) => `${nameOf(name)} (in the notes)`)),
      ...rest.map((words) => `${nameOf(words)} (in the notes)`),
    ].join(', ');

  async function save() {
    setTried(true);
    setFailure(null);
    if (rows.length === 0) return;
    const done = await act('timetable:addMeetings', { text, addsPeople }, setFailure);
    if (!done) return;
    const wait = done.count === 1 ? 'waits' : 'wait';
    showDone([`${countMeetings(done.count)} ${wait} under Unscheduled.`, ...done.notes].join(' '));
    onClose();
  }

  return (
    <FormDialog
      title="Add several meetings"
      size="wide"
      note="They wait under Unscheduled until they are placed. Undo takes them all back."
      saveLabel={rows.length === 0 ? 'Add meetings' : `Add ${countMeetings(rows.length)}`}
      problem={
        failure
          ? timetable.names.withoutNames(sentenceFor(failure))
          : isTried && rows.length === 0
            ? 'Write at least one meeting.'
            : null
      }
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextArea
        label="One meeting on each line"
        hint={`People and strands after a comma, and the minutes where they are not ${usualMinutes}: Focus group: SENCOs, 45 min, Hallie Lang, Robin Leffler.`}
        value={text}
        rows={8}
        maxLength={20_000}
        data-autofocus
        onChange={setText}
      />
      {unknown > 0 && (
        <Checkbox
          label={unknown === 1 ? 'Add the person who is new' : `Add the ${unknown} people who are new`}
          hint="Otherwise their names are kept in the notes of the meeting."
          isChecked={addsPeople}
          onChange={setAddsPeople}
        />
      )}
      {rows.length > 0 && (
        <DataTable
          label="Meetings as they are read"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'title',
              head: 'Meeting',
              name: true,
              cell: ({ title }) => timetable.names.withoutNames(title),
            },
            { id: 'kind', head: 'Kind', width: '12rem', cell: ({ kind }) => meetingKindLabels[kind] },
            {
              id: 'minutes',
              head: 'Minutes',
              number: true,
              width: '5rem',
              cell: ({ minutes }) => minutes ?? usualMinutes,
            },
            { id: 'people', head: 'With', cell: peopleWords },
          ]}
        />
      )}
    </FormDialog>
  );
}

/** "Pair 1: leadership" is also called "Pair 1". */
function shortAndLong({ id, name }: { readonly id: string; readonly name: string }) {
  const short = (name.split(':')[0] ?? '').trim();
  return [...new Set([name, short])].map((one) => ({ id, name: one }));
}
