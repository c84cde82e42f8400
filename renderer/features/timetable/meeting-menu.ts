import {
  Archive,
  ArrowLeftRight,
  Copy,
  Inbox,
  Keyboard,
  ListPlus,
  MessageSquarePlus,
  Move,
  Paperclip,
  PencilLine,
  Pin,
  PinOff,
  Timer,
  Trash2,
} from 'lucide-react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { MenuGroup } from '../../ui/Menu.tsx';
import type { MeetingActions } from './useMeetingActions.ts';

export const pinnedReason = 'It is pinned. Unpin it first.';

/** What can be done with one meeting, the same on its card, in the list and in the tray. */
export function meetingMenu(meeting: MeetingWithPeople, actions: MeetingActions): readonly MenuGroup[] {
  const { id, isPinned } = meeting;
  const isPlaced = meeting.day !== null && meeting.start !== null;
  const unavailable = isPinned ? pinnedReason : null;
  return [
    {
      entries: [
        {
          id: 'move',
          label: isPlaced ? 'Move...' : 'Schedule...',
          icon: Move,
          unavailable,
          onPress: () => actions.openMove(id),
        },
        ...(actions.pickUp
          ? [
              {
                id: 'pick-up',
                label: 'Move with the arrow keys',
                icon: Keyboard,
                keys: 'M',
                unavailable,
                onPress: () => actions.pickUp?.(id),
              },
            ]
          : []),
        {
          id: 'edit',
          label: 'Edit...',
          icon: PencilLine,
          keys: 'Enter',
          onPress: () => actions.openEditor(id),
        },
      ],
    },
    {
      entries: [
        ...(isPlaced
          ? [
              {
                id: 'pin',
                label: isPinned ? 'Unpin' : 'Pin',
                icon: isPinned ? PinOff : Pin,
                onPress: () => actions.setPinned(id, !isPinned),
              },
            ]
          : []),
        {
          id: 'swap',
          label: 'Swap with...',
          icon: ArrowLeftRight,
          unavailable,
          onPress: () => actions.openSwap(id),
        },
        ...(isPlaced && meeting.strandIds.length > 0
          ? [
              {
                id: 'late',
                label: 'Running late from here...',
                icon: Timer,
                onPress: () =>
                  actions.openLate({
                    strandId: meeting.strandIds[0] ?? null,
                    day: meeting.day,
                    from: meeting.start,
                  }),
              },
            ]
          : []),
        { id: 'duplicate', label: 'Duplicate', icon: Copy, onPress: () => actions.duplicate(id) },
        ...(isPlaced
          ? [
              {
                id: 'unschedule',
                label: 'Unschedule',
                icon: Inbox,
                unavailable,
                onPress: () => actions.unschedule(id),
              },
            ]
          : []),
        {
          id: 'feedback',
          label: 'Log feedback...',
          icon: MessageSquarePlus,
          onPress: () => actions.logFeedback(id),
        },
        {
          id: 'request',
          label: 'Add request...',
          icon: ListPlus,
          onPress: () => actions.addRequest(id),
        },
        { id: 'attach', label: 'Attach files...', icon: Paperclip, onPress: () => actions.attach(id) },
        ...(isPlaced && meeting.kind !== 'block'
          ? [{ id: 'pack', label: 'Make pack...', icon: Archive, onPress: () => actions.makePack(id) }]
          : []),
      ],
    },
    {
      entries: [
        {
          id: 'remove',
          label: 'Remove...',
          icon: Trash2,
          tone: 'bad',
          onPress: () => actions.openRemove(id),
        },
      ],
    },
  ];
}
