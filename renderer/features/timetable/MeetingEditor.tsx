import { useMemo, useState } from 'react';
import { type MeetingWithPeople, meetingKindLabels } from '../../../shared/domain/meeting.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { beforeMoving } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import type { MeetingStart } from '../../state/store-types.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ChairField } from './ChairField.tsx';
import { LiveClashes } from './LiveClashes.tsx';
import { MeetingNeeds } from './MeetingNeeds.tsx';
import { MeetingTimes } from './MeetingTimes.tsx';
import {
  fieldsOf,
  formOf,
  type MeetingForm,
  meetingFrom,
  newForm,
  problemsIn,
  withChild,
} from './meeting-form.ts';
import { noVerdict, verdictOn } from './move-check.ts';
import { peopleChoices, placeChoices, placeFacts, strandChoices } from './people-choices.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

const kinds = choicesOf(meetingKindLabels);
const noChild = 'none';

/** Adds or edits a meeting: everything about it, with its clashes as they come and go. */
export function MeetingEditor({
  timetable,
  meeting,
  given,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly meeting: MeetingWithPeople | null;
  readonly given: MeetingStart;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showTimetable = useStore((state) => state.showTimetable);
  const [form, setForm] = useState<MeetingForm>(() => (meeting ? formOf(meeting) : newForm(given)));
  const [isTried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const change = (changes: Partial<MeetingForm>) => setForm((now) => ({ ...now, ...changes }));

  const problems = problemsIn(form, timetable.clock);
  const isSound = Object.keys(problems).length === 0;
  const verdict = useMemo(
    () => (isSound ? verdictOn(timetable, meetingFrom(form, meeting)) : noVerdict),
    [timetable, form, meeting, isSound],
  );
  const isBlocked = verdict.refused.length > 0;
  const people = useMemo(() => peopleChoices(timetable), [timetable]);
  const places = useMemo(() => placeChoices(timetable), [timetable]);
  const strands = useMemo(() => strandChoices(timetable), [timetable]);
  const place = timetable.places.find((one) => one.id === form.placeId);
  const isBlock = form.kind === 'block';
  const shown = isTried
    ? problems
    : problems.end?.startsWith('The meeting ends')
      ? { end: problems.end }
      : {};

  function save() {
    setTried(true);
    setFailure(null);
    if (!isSound || (isBlocked && reason.trim() === '')) return;
    const { day, start } = fieldsOf(form);
    if (meeting && (day !== meeting.day || start !== meeting.start))
      beforeMoving(meeting.id, () => void write());
    else void write();
  }

  async function write() {
    const override = isBlocked ? { overrideReason: reason } : {};
    const fields = fieldsOf(form);
    const done = meeting
      ? await act(
          'timetable:editMeeting',
          { ...fields, id: meeting.id, version: meeting.version, ...override },
          setFailure,
        )
      : await act('timetable:addMeeting', { ...fields, ...override }, setFailure);
    if (!done) return;
    showTimetable({ selectedId: done.meeting.id, ...(done.meeting.day ? { day: done.meeting.day } : {}) });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={meeting ? 'Edit meeting' : 'Add meeting'}
      fact={meeting ? titleOf(meeting, timetable.names) : undefined}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            {isBlocked ? 'Save anyway' : meeting ? 'Save meeting' : 'Add meeting'}
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && (
          <Banner tone="bad" role="alert">
            {timetable.names.withoutNames(sentenceFor(failure))}
          </Banner>
        )}
        <div className="timetable-form-top">
          <TextField
            label="Title"
            value={form.title}
            onChange={(title) => change({ title })}
            error={shown.title}
            maxLength={200}
          />
          <Select label="Kind" options={kinds} value={form.kind} onChange={(kind) => change({ kind })} />
        </div>
        <MeetingTimes timetable={timetable} form={form} problems={shown} onForm={setForm} />
        <LiveClashes
          verdict={verdict}
          reason={reason}
          onReason={setReason}
          error={
            isTried && isBlocked && reason.trim() === '' ? 'Give a reason, or choose another time.' : null
          }
        />
        <TagPicker
          label="Strands"
          choices={strands}
          value={form.strandIds}
          onChange={(strandIds) => change({ strandIds })}
          placeholder="Whose column it is in"
        />
        {!isBlock && (
          <TagPicker
            label="People"
            choices={people}
            value={form.personIds}
            onChange={(personIds) => change({ personIds })}
            placeholder="Type a name, role or organisation"
            none="Nobody of that name"
          />
        )}
        <div className="form-grid">
          <ComboBox
            label="Place"
            hint={place ? placeFacts(place) : undefined}
            choices={places}
            value={form.placeId}
            onChange={(placeId) => change({ placeId })}
            placeholder="Type a room or site"
            none="No place of that name"
          />
          {!isBlock && (
            <Select
              label="Child"
              options={[
                { value: noChild, label: 'About no one child' },
                ...timetable.children.map((child) => ({
                  value: child.id as string,
                  label: timetable.names.childLabel(child.id),
                })),
              ]}
              value={form.childId ?? noChild}
              onChange={(id) =>
                setForm((now) => withChild(now, id === noChild ? null : id, timetable.names.childLabel(id)))
              }
            />
          )}
        </div>
        {!isBlock && <ChairField timetable={timetable} form={form} onForm={change} />}
        <MeetingNeeds form={form} onForm={change} />
        <TextArea
          label="Notes"
          optional
          rows={2}
          maxLength={4000}
          value={form.notes}
          onChange={(notes) => change({ notes })}
        />
      </div>
    </Dialog>
  );
}
