import { isScheduled, type MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { SECTOR_LABELS, SECTOR_LETTERS, type Sector } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { FirstFew } from '../../ui/FirstFew.tsx';
import { LetterTiles } from '../../ui/LetterTiles.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { fewToCome, meetingsOf } from './child-meetings.ts';

const fewMeetings = 4;

/** The meetings about a child in the order they are held; each opens in the timetable. */
export function ChildMeetings({ childId, today }: { readonly childId: string; readonly today: IsoDate }) {
  const all = useStore((state) => state.data.timetable?.meetings);
  const goTo = useStore((state) => state.goTo);
  const meetings = meetingsOf(all ?? [], childId);
  const [first] = meetings;
  return (
    <Section
      title="Meetings"
      fact={meetings.length > fewMeetings ? String(meetings.length) : undefined}
      ruled
      action={
        first && (
          <LinkButton onClick={() => goTo({ name: 'timetable', meetingId: first.id })}>
            Show in timetable
          </LinkButton>
        )
      }
    >
      {meetings.length === 0 ? (
        <p className="text-3">None about this child yet</p>
      ) : (
        <FirstFew
          items={meetings}
          few={fewToCome(meetings, today, fewMeetings)}
          what="meetings"
          className="child-meetings"
          itemKey={({ id }) => id}
        >
          {(meeting) => <MeetingLine meeting={meeting} today={today} />}
        </FirstFew>
      )}
    </Section>
  );
}

function MeetingLine({ meeting, today }: { readonly meeting: MeetingWithPeople; readonly today: IsoDate }) {
  const goTo = useStore((state) => state.goTo);
  const settings = useStore((state) => state.settings);
  const places = useStore((state) => state.data.people?.places);
  const names = useNames();
  const place = places?.find((one) => one.id === meeting.placeId)?.name;
  const when = isScheduled(meeting)
    ? `${meeting.day === today ? 'Today' : formatDayShort(meeting.day).replace(/ \w+$/, '')}, ${formatTime(meeting.start, settings.clock)}`
    : 'Not placed';
  const strands = meeting.strandIds.map((id) => names.strandName(id));
  const others = meeting.personIds.length;
  const people = [
    strands.slice(0, 2).join(', '),
    others > 0 && (others === 1 ? '1 person' : `${others} people`),
  ].filter(Boolean);
  return (
    <button
      type="button"
      className="child-meeting"
      onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}
    >
      <span className="child-meeting-when num">{when}</span>
      <span className="child-meeting-what">
        <span className="type-name">
          {names.withoutNames(meeting.title)}
          {place && `, ${place}`}
        </span>
        {people.length > 0 && <span className="type-small text-3">{people.join(' and ')}</span>}
        <Sectors meeting={meeting} />
      </span>
    </button>
  );
}

function Sectors({ meeting }: { readonly meeting: MeetingWithPeople }) {
  const people = useStore((state) => state.data.people?.people);
  if (meeting.sectorsNeeded.length === 0) return null;
  const present = new Set(
    (people ?? []).filter((one) => meeting.personIds.includes(one.id)).map((one) => one.sector),
  );
  const missing = meeting.sectorsNeeded.filter((sector) => !present.has(sector));
  const label = missing.length === 0 ? 'Every sector is there' : `${listOf(missing)} missing`;
  return (
    <span className="child-meeting-sectors">
      <LetterTiles
        label={label}
        tiles={meeting.sectorsNeeded.map((sector) => ({
          letter: SECTOR_LETTERS[sector],
          name: SECTOR_LABELS[sector],
          isOn: present.has(sector),
        }))}
      />
      <span className="type-small text-2">{label}</span>
    </span>
  );
}

function listOf(sectors: readonly Sector[]): string {
  const words = sectors.map((sector) => SECTOR_LABELS[sector]).join(', ');
  return (
    words.charAt(0) +
    words
      .slice(1)
      .toLowerCase()
      .replace(/, ([^,]*)$/, ' and $1')
  );
}
