import { Ellipsis, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type MeetingWithPeople, meetingKindLabels } from '../../../shared/domain/meeting.ts';
import { formatDayLong, formatDuration, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { InvitationList } from '../../people/InvitationList.tsx';
import { MeetingMarkRow } from '../../people/MeetingMarkRow.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { LetterTiles } from '../../ui/LetterTiles.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { ClashEntry } from './ClashEntry.tsx';
import { sectorTiles } from './card-facts.ts';
import { kindLook } from './kind-look.ts';
import { meetingMenu, pinnedReason } from './meeting-menu.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { placeName, sentenceCase, strandsOf } from './timetable-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';

/** The facts of the selected meeting and what is wrong with it. */
export function MeetingPanel({
  timetable,
  meeting,
  actions,
}: {
  readonly timetable: Timetable;
  readonly meeting: MeetingWithPeople;
  readonly actions: MeetingActions;
}) {
  const goTo = useStore((state) => state.goTo);
  const { names, clock } = timetable;
  const title = titleOf(meeting, names);
  const clashes = timetable.clashesOf.get(meeting.id) ?? [];
  const tiles = sectorTiles(timetable, meeting);
  const { day, start, minutes, childId, chairId } = meeting;
  return (
    <section className="timetable-facts" aria-label={title}>
      <div className="timetable-facts-head">
        <h2 className={classNames('timetable-facts-title', kindLook(meeting.kind))}>{title}</h2>
        <IconButton icon={X} size="small" label="Close" onClick={() => actions.select(null)} />
      </div>
      <dl className="timetable-fact-list">
        <Fact term="When">
          {day !== null && start !== null ? (
            <>
              {formatDayLong(day)}
              <br />
              <span className="num">{formatTimeRange(start, start + minutes, clock)}</span>
            </>
          ) : (
            `${day === null ? 'Not scheduled' : `${formatDayLong(day)}, no time yet`}, ${formatDuration(minutes)}`
          )}
        </Fact>
        <Fact term="Kind">{meetingKindLabels[meeting.kind]}</Fact>
        <Fact term="Strand">{sentenceCase(strandsOf(timetable, meeting)) || 'None'}</Fact>
        <Fact term="Place">{placeName(timetable, meeting) || 'None yet'}</Fact>
        {childId !== null && (
          <Fact term="Child">
            <LinkButton inSentence onClick={() => goTo({ name: 'child', childId })}>
              {names.childLabel(childId)}
            </LinkButton>
          </Fact>
        )}
        {chairId !== null && <Fact term="Chair">{names.personName(chairId)}</Fact>}
        {tiles && (
          <Fact term="Sectors">
            <LetterTiles {...tiles} /> <span className="text-2">{tiles.label}</span>
          </Fact>
        )}
        {meeting.notes && <Fact term="Notes">{names.withoutNames(meeting.notes)}</Fact>}
      </dl>
      <InvitationList meeting={meeting} />
      {start !== null && <MeetingMarkRow meeting={meeting} />}
      {clashes.length > 0 && (
        <ul className="timetable-clashes" aria-label="What is wrong with it">
          {clashes.map((clash) => (
            <ClashEntry
              key={clash.key}
              timetable={timetable}
              clash={clash}
              not={meeting.id}
              actions={actions}
            />
          ))}
        </ul>
      )}
      <div className="row row-wrap timetable-facts-actions">
        <Button size="small" onClick={() => actions.openEditor(meeting.id)}>
          Edit...
        </Button>
        <Button
          size="small"
          unavailable={meeting.isPinned ? pinnedReason : null}
          onClick={() => actions.openMove(meeting.id)}
        >
          {start === null ? 'Schedule...' : 'Move...'}
        </Button>
        <MenuButton
          label={`Actions for ${title}`}
          icon={Ellipsis}
          iconOnly
          size="small"
          kind="quiet"
          groups={meetingMenu(meeting, actions)}
        />
      </div>
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="timetable-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
