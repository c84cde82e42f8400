import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { formatDayBrief, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { AlternativeList } from './AlternativeList.tsx';
import type { Alternative } from './alternatives.ts';
import { ClashLines } from './ClashLines.tsx';
import type { Move } from './hand.ts';
import type { MoveControl } from './move-state.ts';
import { andMore } from './move-together.ts';
import { verdictOnMove } from './move-verdict.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { strandsOf } from './timetable-words.ts';
import { useRestedMove } from './useRestedMove.ts';

/** What the carried meeting would clash with, and where it could go instead. */
export const MovePanel = memo(function MovePanel({
  timetable,
  control,
  onMore,
  onPlaceAnyway,
}: {
  readonly timetable: Timetable;
  readonly control: MoveControl;
  /** Opens the dialog with every day and time. */
  readonly onMore: (meetingId: string) => void;
  readonly onPlaceAnyway: () => void;
}) {
  const { hand, alternatives, actions } = control;
  const move = useRestedMove(hand);
  const meeting = move && timetable.byId.get(move.meetingId);
  if (!move || !meeting) return null;
  const { candidate, failure } = move;
  const { refused, kept, warnings } = verdictOnMove(timetable, move);
  const isClear = refused.length + kept.length + warnings.length === 0;
  const where = strandsOf(timetable, { strandIds: [...candidate.strandIds] });
  const time = formatTimeRange(candidate.start, candidate.start + candidate.minutes, timetable.clock);
  const take = (alternative: Alternative) => actions.take(alternative);

  return (
    <section className="timetable-moving" aria-label="Move meeting">
      <div className="timetable-moving-head">
        <h2 className="type-head">Move meeting</h2>
        <span className="text-2">
          <Kbd keys="Esc" /> puts it back
        </span>
      </div>
      <p className="type-head timetable-moving-title">
        {titleOf(meeting, timetable.names)}
        {andMore(move.others)}
      </p>
      {move.others.length > 0 && (
        <p className="text-2">They move together, by time and day; each keeps its column.</p>
      )}
      {move.over === 'grid' ? (
        <>
          <p className="text-2 num">
            To {formatDayBrief(candidate.day)}, {time}
            {where && `, ${where}`}
          </p>
          <ClashLines clashes={refused} icon={OctagonAlert} tone="bad" limit={2} />
          {kept.length > 0 && <p className="text-2">As it stands now:</p>}
          <ClashLines clashes={kept} icon={OctagonAlert} tone="bad" limit={2} />
          <ClashLines clashes={warnings} icon={TriangleAlert} tone="warn" limit={2} />
          {failure && refused.length === 0 && <p className="text-bad">{failure}</p>}
          {isClear && !failure && <p className="text-2">Everybody and the room are free then.</p>}
        </>
      ) : (
        <p className="text-2">{outsideWords(move, meeting.start !== null)}</p>
      )}
      {move.phase === 'held' && (
        <>
          {alternatives.length > 0 && (
            <>
              <h3 className="type-small-head text-2 timetable-moving-free">Nearest free</h3>
              <AlternativeList alternatives={alternatives} onTake={take} />
            </>
          )}
          <div className="timetable-moving-actions">
            {refused.length === 0 || move.others.length > 0 ? (
              <Button kind="primary" size="small" keys="Enter" onClick={actions.drop}>
                {move.others.length > 0 ? 'Put them here' : 'Put it here'}
              </Button>
            ) : (
              <>
                {alternatives[0] && (
                  <Button
                    kind="primary"
                    size="small"
                    onClick={() => alternatives[0] && take(alternatives[0])}
                  >
                    Use 1
                  </Button>
                )}
                <Button size="small" onClick={onPlaceAnyway}>
                  Place anyway...
                </Button>
              </>
            )}
            {move.others.length === 0 && (
              <LinkButton onClick={() => onMore(meeting.id)}>More times</LinkButton>
            )}
          </div>
        </>
      )}
    </section>
  );
});

/** What letting go outside the grid would do. */
function outsideWords(move: Move, isScheduled: boolean): string {
  if (!isScheduled) return 'Drag it into the grid to schedule it.';
  return move.over === 'tray' ? 'Let go to take it off the timetable.' : 'Let go to put it back.';
}
