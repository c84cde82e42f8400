import { useMemo, useState } from 'react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { AlternativeList } from './AlternativeList.tsx';
import { alternativesFor, type Now } from './alternatives.ts';
import { LiveClashes } from './LiveClashes.tsx';
import { type Candidate, candidateOf, mutable, writeFor } from './move-candidate.ts';
import { noVerdict, verdictOn } from './move-check.ts';
import { dayOptions, placeChoices, placeFacts, strandChoices } from './people-choices.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { shortDuration, whenAndWho } from './timetable-words.ts';

/** Moves a meeting without dragging: day, time, strands and place, with the nearest free places to choose from. */
export function MoveDialog({
  timetable,
  meeting,
  day,
  now,
  from,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly meeting: MeetingWithPeople;
  /** Where an unscheduled meeting starts from. */
  readonly day: IsoDate;
  readonly now: Now;
  /** Where it is being carried to, if it is. */
  readonly from: Candidate | null;
  readonly onClose: (isMoved: boolean) => void;
}) {
  const act = useStore((state) => state.act);
  const showTimetable = useStore((state) => state.showTimetable);
  const isPlaced = meeting.start !== null;
  const [candidate, setCandidate] = useState<Candidate>(
    () => from ?? candidateOf(meeting, { day, start: timetable.dayStart }),
  );
  const [start, setStart] = useState<number | null>(isPlaced || from ? candidate.start : null);
  const [isTried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const change = (changes: Partial<Candidate>) => setCandidate((now) => ({ ...now, ...changes }));

  const verdict = useMemo(
    () => (start === null ? noVerdict : verdictOn(timetable, { ...meeting, ...mutable(candidate), start })),
    [timetable, meeting, candidate, start],
  );
  const alternatives = useMemo(
    () => alternativesFor(timetable, meeting.id, candidate, now, 6),
    [timetable, meeting.id, candidate, now],
  );
  const strands = useMemo(() => strandChoices(timetable), [timetable]);
  const places = useMemo(() => placeChoices(timetable), [timetable]);
  const place = timetable.places.find((one) => one.id === candidate.placeId);
  const isBlocked = verdict.refused.length > 0;

  async function save() {
    setTried(true);
    setFailure(null);
    if (start === null || (isBlocked && reason.trim() === '')) return;
    const to = { ...candidate, start };
    const write = writeFor(meeting, to);
    if (!write) {
      onClose(false);
      return;
    }
    const override = isBlocked ? { overrideReason: reason } : {};
    const done =
      write.channel === 'timetable:moveMeeting'
        ? await act(write.channel, { ...write.input, ...override }, setFailure)
        : await act(write.channel, { ...write.input, ...override }, setFailure);
    if (!done) return;
    showTimetable({ day: to.day, selectedId: meeting.id });
    onClose(true);
  }

  return (
    <Dialog
      isOpen
      onClose={() => onClose(false)}
      title={isPlaced ? 'Move meeting' : 'Schedule meeting'}
      fact={titleOf(meeting, timetable.names)}
      onSubmit={() => void save()}
      note={`${shortDuration(candidate.minutes)} long`}
      foot={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            {isBlocked ? 'Place anyway' : isPlaced ? 'Move meeting' : 'Schedule meeting'}
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
        {isPlaced && <p className="text-2">It is {whenAndWho(timetable, meeting)} now.</p>}
        <div className="timetable-form-times">
          <Select
            label="Day"
            options={dayOptions(timetable.days)}
            value={candidate.day}
            onChange={(chosen) => change({ day: chosen as IsoDate })}
          />
          <ClockField
            label="Start"
            step={(minutes, by) => Math.max(0, Math.min(1439, minutes + by * 15))}
            value={start}
            error={isTried && start === null ? 'Give a start time, such as 9.30 or 2pm.' : null}
            onChange={(typed) => {
              setStart(typed);
              if (typed !== null) change({ start: typed });
            }}
          />
        </div>
        <div className="form-grid">
          <TagPicker
            label="Strands"
            choices={strands}
            value={candidate.strandIds}
            onChange={(ids) => change({ strandIds: ids as Candidate['strandIds'] })}
            placeholder="Whose column it is in"
          />
          <ComboBox
            label="Place"
            hint={place ? placeFacts(place) : undefined}
            choices={places}
            value={candidate.placeId}
            onChange={(id) => change({ placeId: id as Candidate['placeId'] })}
            placeholder="Type a room or site"
            none="No place of that name"
          />
        </div>
        <LiveClashes
          verdict={verdict}
          reason={reason}
          onReason={setReason}
          error={
            isTried && isBlocked && reason.trim() === '' ? 'Give a reason, or choose another time.' : null
          }
        >
          {alternatives.length > 0 && (
            <Section level={3} title="Nearest free">
              <AlternativeList
                alternatives={alternatives}
                onTake={(alternative) => {
                  setCandidate(alternative.candidate);
                  setStart(alternative.candidate.start);
                }}
              />
            </Section>
          )}
        </LiveClashes>
      </div>
    </Dialog>
  );
}
