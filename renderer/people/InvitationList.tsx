import { useId } from 'react';
import {
  type Answer,
  answersOf,
  answerWords,
  countAnswers,
  InvitationState,
  invitationLabels,
} from '../../shared/domain/attendance/attendance.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { formatInstantShort } from '../../shared/domain/time-words.ts';
import { useStore } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';
import { MarkAllMenu } from './MarkAllMenu.tsx';
import { useAttendance } from './useAttendance.ts';
import { useNames } from './useNames.ts';

/** Everybody asked to one meeting, with what each was asked or answered, set one at a time or for all at once. */
export function InvitationList({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const attendance = useAttendance();
  const id = useId();
  const answers = answersOf(meeting, attendance);
  if (answers.length === 0) return <p className="invitations text-2">Nobody is asked yet</p>;
  const entries = meeting.personIds.map((personId) => ({ meetingId: meeting.id, personId }));
  return (
    <section className="invitations" aria-labelledby={id}>
      <div className="invitations-head">
        <h3 id={id} className="type-head">
          People
        </h3>
        <span className="text-2">
          {answerWords(countAnswers(meeting, attendance)) || `${entries.length} not asked yet`}
        </span>
        {meeting.personIds.length > 0 && (
          <MarkAllMenu className="push" label="Mark everybody in this meeting" entries={entries} />
        )}
      </div>
      <ul className="invitations-list">
        {answers.map((answer) => (
          <Line key={answer.personId} meeting={meeting} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function Line({ meeting, answer }: { readonly meeting: MeetingWithPeople; readonly answer: Answer }) {
  const names = useNames();
  const { personId, state, invitation } = answer;
  return (
    <li className="invitations-line">
      <span className="invitations-name">
        {names.personName(personId)}
        <span className="invitations-heard">{useHeardWords(answer)}</span>
      </span>
      {state === 'stand-in' ? (
        <span className="text-2">
          {invitation?.standInId ? `${names.shortPersonName(invitation.standInId)} comes` : 'Stand-in comes'}
        </span>
      ) : (
        <InvitationSelect meeting={meeting} answer={answer} />
      )}
    </li>
  );
}

/** One person's answer about one meeting, to be set; "Stand-in..." looks for somebody to come instead. */
export function InvitationSelect({
  meeting,
  answer: { personId, state },
}: {
  readonly meeting: Pick<MeetingWithPeople, 'id' | 'title'>;
  readonly answer: Pick<Answer, 'personId' | 'state'>;
}) {
  const act = useStore((store) => store.act);
  const openCover = useStore((store) => store.openCover);
  const names = useNames();
  return (
    <Select
      label={`Answer of ${names.personName(personId)} about ${names.withoutNames(meeting.title)}`}
      labelHidden
      fit
      size="small"
      kind="quiet"
      value={state as InvitationState}
      options={InvitationState.options.map((value) => ({
        value,
        label: value === 'stand-in' ? 'Stand-in...' : invitationLabels[value],
      }))}
      onChange={(chosen) => {
        if (chosen === 'stand-in') openCover({ personId, meetingId: meeting.id });
        else
          void act('attendance:setInvitations', {
            entries: [{ meetingId: meeting.id, personId }],
            state: chosen,
          });
      }}
    />
  );
}

/** "Heard Tue 24 Nov, 9:30am by D Whitfield", or that the meeting has moved since. */
export function useHeardWords({ invitation, isOutdated }: Answer): string {
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  if (!invitation) return '';
  const heard = `${formatInstantShort(invitation.heardAt, clock)}, ${names.withoutNames(invitation.heardBy)}`;
  return isOutdated ? `Before it moved: ${heard}` : heard;
}
