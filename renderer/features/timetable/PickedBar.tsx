import { ArrowLeftRight, CalendarClock, Inbox, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ToolBar } from '../../ui/Page.tsx';
import { countMeetings } from './bulk-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';

/** What can be done with several meetings at once, while several are selected. */
export const PickedBar = memo(function PickedBar({
  picked,
  actions,
}: {
  readonly picked: ReadonlySet<string>;
  readonly actions: MeetingActions;
}) {
  const ids = [...picked];
  const [one, other] = ids;
  if (one === undefined) return null;
  return (
    <ToolBar label="Selected meetings" sunken>
      <span className="type-head num" role="status">
        {countMeetings(ids.length)} selected
      </span>
      <Button size="small" icon={CalendarClock} onClick={() => actions.openShift(ids)}>
        Move together...
      </Button>
      {ids.length === 2 && other !== undefined && (
        <Button size="small" icon={ArrowLeftRight} onClick={() => actions.openSwap(one, other)}>
          Swap...
        </Button>
      )}
      <Button size="small" icon={Inbox} onClick={() => actions.unscheduleAll(ids)}>
        Unschedule
      </Button>
      <Button size="small" icon={Trash2} onClick={() => actions.openRemoveAll(ids)}>
        Remove...
      </Button>
      <LinkButton className="push" onClick={actions.clearPicked}>
        Clear selection
      </LinkButton>
    </ToolBar>
  );
});
