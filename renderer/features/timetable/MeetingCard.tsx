import {
  Check,
  Ellipsis,
  type LucideIcon,
  OctagonAlert,
  Pin,
  ShieldCheck,
  TriangleAlert,
} from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { CardAttendance } from '../../people/CardAttendance.tsx';
import { type AttendanceWords, useAttendanceWords } from '../../people/useAttendance.ts';
import { classNames } from '../../ui/class-names.ts';
import { LetterTiles } from '../../ui/LetterTiles.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { CardFacts } from './card-facts.ts';
import { clashStripe } from './clash-stripe.ts';
import type { Hours, Placement } from './grid-geometry.ts';
import { blockIcon, kindLook } from './kind-look.ts';
import { meetingMenu } from './meeting-menu.ts';
import { placementStyle } from './placement-style.ts';
import { countClashes, countWarnings, shortRules } from './timetable-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';

export type MeetingCardProps = Hours & {
  readonly facts: CardFacts;
  readonly placement: Placement;
  readonly columnCount: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  /** It is one of several chosen to be changed together. */
  readonly isPicked: boolean;
  /** It is being carried: only its outline stays behind. */
  readonly isAway: boolean;
  readonly isNow: boolean;
  /** What is out of sight is a box with a name, and is drawn in full when it comes near. */
  readonly isInSight: boolean;
  readonly actions: MeetingActions;
};

/** One meeting in the grid. Everything it does is heard by the grid, so that an unchanged card is never drawn again. */
export const MeetingCard = memo(function MeetingCard(props: MeetingCardProps) {
  const { facts, placement, columnCount, from, to, isTabStop, isSelected, isPicked, isAway, actions } = props;
  const { meeting } = facts;
  const attendance = useAttendanceWords(meeting);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold cells that span and overlap by the minute
    <div
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={[facts.label, attendance.mark, attendance.answers, isAway && 'Being moved']
        .filter(Boolean)
        .join('. ')}
      aria-colindex={placement.column + 2}
      aria-colspan={placement.span > 1 ? placement.span : undefined}
      aria-selected={isSelected || isPicked}
      data-meeting={meeting.id}
      data-placement={placement.key}
      className={classNames(
        'timetable-card',
        kindLook(meeting.kind),
        props.isInSight && 'timetable-card-seen',
        placement.end - placement.start <= slotMinutes && 'timetable-card-short',
        (isSelected || isPicked) && 'timetable-card-selected',
        isPicked && 'timetable-card-picked',
        isAway && 'timetable-card-away',
        facts.clashes.length > 0 && 'timetable-card-clashing',
        attendance.isOver && 'timetable-card-over',
        attendance.isCancelled && 'timetable-card-cancelled',
      )}
      style={placementStyle(placement, { from, to, columns: columnCount })}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {props.isInSight && <CardFace {...props} attendance={attendance} />}
      {isPointed && !meeting.isPinned && !isAway && <span className="timetable-card-resize" aria-hidden />}
      {(isPointed || isFocused || isSelected) && !isAway && (
        <MenuButton
          className="timetable-card-menu"
          kind="quiet"
          size="small"
          iconOnly
          icon={Ellipsis}
          label={`Actions for ${facts.title}`}
          groups={meetingMenu(meeting, actions)}
        />
      )}
    </div>
  );
});

type FaceProps = Pick<MeetingCardProps, 'facts' | 'isPicked' | 'isAway' | 'isNow'> & {
  readonly attendance: AttendanceWords;
};

/** What is seen of a card; all that it says is in its name too. */
function CardFace(props: FaceProps) {
  const { facts, isPicked, isAway } = props;
  return (
    <>
      {blockIcon(facts.meeting) ? <BlockBody facts={facts} /> : <CardBody {...props} />}
      {isPicked && <Check aria-hidden className="timetable-card-tick" />}
      {!isAway && facts.clashes.length > 0 && (
        <span
          aria-hidden
          className="timetable-stripe"
          style={{ clipPath: clashStripe(facts.clashes, facts.meeting) }}
        />
      )}
    </>
  );
}

/** Lines in the order they matter: what does not fit at the foot falls away, the title never does. */
function CardBody({ facts, isNow, attendance }: FaceProps) {
  const { meeting, title, place, count, people, tiles, clashes, warnings, isAcknowledged } = facts;
  const asked = attendance.answers ? '' : count;
  const hasFoot = tiles || meeting.isPinned || isAcknowledged || isNow;
  return (
    <div className="timetable-card-body">
      <span className="timetable-card-title">{wholeWords(title)}</span>
      {clashes.length > 0 && (
        <Flag icon={OctagonAlert} tone="bad" short="Clash">
          {clashes.length === 1 && clashes[0] ? shortRules[clashes[0].rule] : countClashes(clashes.length)}
        </Flag>
      )}
      {(place || asked) && (
        <span className="timetable-card-where">
          {place && <span>{place}</span>}
          {asked && <span>{asked}</span>}
        </span>
      )}
      <CardAttendance words={attendance} />
      {people && <span className="timetable-card-people">{people}</span>}
      {warnings.length > 0 && (
        <Flag icon={TriangleAlert} tone="warn" short="Check">
          {warnings.length === 1 && warnings[0]
            ? shortRules[warnings[0].rule]
            : countWarnings(warnings.length)}
        </Flag>
      )}
      {hasFoot && (
        <span className="timetable-card-foot">
          {tiles && <LetterTiles {...tiles} />}
          {meeting.isPinned && (
            <span className="timetable-card-flag">
              <Pin aria-hidden />
              Pinned
            </span>
          )}
          {isAcknowledged && (
            <span className="timetable-card-flag">
              <ShieldCheck aria-hidden />
              Acknowledged
            </span>
          )}
          {isNow && <span className="timetable-now-tag">Now</span>}
        </span>
      )}
    </div>
  );
}

const longWord = /(\S{11,})/;

/** A title whose long words are each cut at the edge of a narrow column, rather than broken into letters. */
function wholeWords(title: string): ReactNode {
  if (!longWord.test(title)) return title;
  const pieces = title.split(longWord);
  // Every second piece is a long word; the same one may come twice.
  return pieces.map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      <span key={`${piece}-${pieces.indexOf(piece) === at ? 1 : at}`} className="timetable-card-word">
        {piece}
      </span>
    ),
  );
}

function BlockBody({ facts }: { readonly facts: CardFacts }) {
  const Icon = blockIcon(facts.meeting);
  return (
    <div className="timetable-card-body timetable-block-body">
      {Icon && <Icon aria-hidden />}
      <span className="timetable-block-title">{[facts.title, facts.place].filter(Boolean).join('. ')}</span>
      {facts.clashes.length > 0 && (
        <Flag icon={OctagonAlert} tone="bad" short="Clash">
          {countClashes(facts.clashes.length)}
        </Flag>
      )}
    </div>
  );
}

/** What is wrong as shape and words; on a narrow card one short word stands for them. */
function Flag({
  icon: Icon,
  tone,
  short,
  children,
}: {
  readonly icon: LucideIcon;
  readonly tone: 'bad' | 'warn';
  readonly short: string;
  readonly children: string;
}) {
  return (
    <span className={`timetable-card-flag timetable-flag-${tone}`}>
      <Icon aria-hidden />
      <span className="timetable-flag-long">{children}</span>
      <span className="timetable-flag-short">{short}</span>
    </span>
  );
}
