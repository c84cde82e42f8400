import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Clash } from '../../../shared/domain/clash.ts';
import { type MeetingWithPeople, slotMinutes } from '../../../shared/domain/meeting.ts';
import { formatTimeRange } from '../../../shared/domain/time-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { clashStripe } from './clash-stripe.ts';
import type { Grip } from './follow-pointer.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { Hours } from './grid-geometry.ts';
import type { Grouping } from './grouping.ts';
import { type Hand, type Move, useHand, wholeMove } from './hand.ts';
import { kindLook } from './kind-look.ts';
import { type Candidate, type ColumnRun, runAround } from './move-candidate.ts';
import type { Verdict } from './move-check.ts';
import type { MoveActions } from './move-state.ts';
import { andMore } from './move-together.ts';
import { verdictOnMove } from './move-verdict.ts';
import { spotWords } from './move-words.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { countClashes, countWarnings, shortRules } from './timetable-words.ts';

type CarriedCardProps = {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly grouping: Grouping;
  readonly hours: Hours;
  readonly hand: Hand;
  readonly moving: MoveActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
};

/** The meeting in the hand: where it would land, how long, and what it would clash with there. */
export function CarriedCard(props: CarriedCardProps) {
  const { timetable, hand, columns, grouping } = props;
  const move = useHand(hand, wholeMove);
  const meeting = move ? timetable.byId.get(move.meetingId) : undefined;
  const run = move?.over === 'grid' ? runAround(columns, move.candidate, grouping, move.heldId) : null;
  return move && meeting && run ? <Card {...props} {...{ move, meeting, run }} /> : null;
}

function Card({
  timetable,
  columns,
  hours,
  moving,
  grab,
  move,
  meeting,
  run,
}: CarriedCardProps & {
  readonly move: Move;
  readonly meeting: MeetingWithPeople;
  readonly run: ColumnRun;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const verdict = verdictOnMove(timetable, move);
  const isHeld = move.phase === 'held';
  const { start, minutes } = move.candidate;

  useEffect(() => {
    if (isHeld) ref.current?.focus({ preventScroll: true });
  }, [isHeld]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings the card into sight
  useEffect(() => {
    if (isHeld) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isHeld, start, minutes, run.column]);

  const title = `${titleOf(meeting, timetable.names)}${andMore(move.others)}`;
  // A transform in its own size: exactly so many columns and so many slots, whatever the zoom.
  const transform = `translate(${(run.column / run.span) * 100}%, ${((start - hours.from) / minutes) * 100}%)`;

  return (
    // biome-ignore lint/a11y/useSemanticElements: the thing in the hand answers to the arrow keys like a slider in two directions
    <div
      ref={ref}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys while it is moved
      tabIndex={0}
      aria-roledescription="meeting being moved"
      aria-label={isHeld ? `${title}. ${spotWords(timetable, move.candidate, verdict)}` : title}
      className={classNames(
        'timetable-card',
        'timetable-carried',
        kindLook(meeting.kind),
        minutes <= slotMinutes && 'timetable-card-short',
        verdict.refused.length > 0 && 'timetable-carried-bad',
        move.phase === 'saving' && 'timetable-carried-saving',
      )}
      style={{
        width: `${(run.span / columns.length) * 100}%`,
        height: `${(minutes / (hours.to - hours.from)) * 100}%`,
        transform,
      }}
      onKeyDown={(event) => stepByKey(event, moving)}
      onPointerDown={(event) =>
        grab(event, { meetingId: meeting.id, heldId: move.heldId, start, minutes, kind: 'move' })
      }
    >
      <CardFace timetable={timetable} title={title} candidate={move.candidate} verdict={verdict} />
    </div>
  );
}

function CardFace({
  timetable: { clock },
  title,
  candidate: { start, minutes },
  verdict: { refused, kept, warnings },
}: {
  readonly timetable: Timetable;
  readonly title: string;
  readonly candidate: Candidate;
  readonly verdict: Verdict;
}) {
  const hard = [...refused, ...kept];
  const warning = hard.length === 0 ? warningWords(warnings) : '';
  return (
    <div className="timetable-carried-face">
      <div className="timetable-card-body">
        <span className="timetable-card-title">{title}</span>
        <span hidden={hard.length === 0} className="timetable-card-flag timetable-flag-bad">
          {badShape}
          <span>{countClashes(hard.length)}</span>
        </span>
        <span className="timetable-card-where num">{formatTimeRange(start, start + minutes, clock)}</span>
        <span hidden={!warning} className="timetable-card-flag timetable-flag-warn">
          {warnShape}
          <span>{warning}</span>
        </span>
      </div>
      <span
        aria-hidden
        className="timetable-stripe"
        style={{ clipPath: clashStripe(hard, { start, minutes }) }}
      />
    </div>
  );
}

// What comes and goes with a clash is always there and hidden in between: a step of a drag makes no elements.
const badShape = <OctagonAlert aria-hidden />;
const warnShape = <TriangleAlert aria-hidden />;

function warningWords([first, ...others]: readonly Clash[]): string {
  if (!first) return '';
  return others.length === 0 ? shortRules[first.rule] : countWarnings(others.length + 1);
}

function stepByKey(event: KeyboardEvent<HTMLElement>, moving: MoveActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const plain: Readonly<Record<string, () => void>> = {
    ArrowUp: () => moving.stepSlot(-1),
    ArrowDown: () => moving.stepSlot(1),
    ArrowLeft: () => moving.stepColumn(-1),
    ArrowRight: () => moving.stepColumn(1),
    PageUp: () => moving.stepDay(-1),
    PageDown: () => moving.stepDay(1),
    Enter: () => moving.drop(),
  };
  const withShift: Readonly<Record<string, () => void>> = {
    ArrowUp: () => moving.stepLength(-1),
    ArrowDown: () => moving.stepLength(1),
  };
  const step = (event.shiftKey ? withShift : plain)[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  step();
}
