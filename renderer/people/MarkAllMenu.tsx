import { Ellipsis } from 'lucide-react';
import { InvitationState, invitationLabels } from '../../shared/domain/attendance/attendance.ts';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { useStore } from '../state/store.ts';
import { MenuButton } from '../ui/Menu.tsx';

/** What can be set by hand; a stand-in is found in a dialog of its own. */
export const setStates = InvitationState.exclude(['stand-in']).options;

/** Marks several invitations at once as asked, accepted and so on. */
export function MarkAllMenu({
  label,
  entries,
  className,
}: {
  readonly label: string;
  readonly entries: ChannelInput<'attendance:setInvitations'>['entries'];
  readonly className?: string;
}) {
  const act = useStore((state) => state.act);
  return (
    <MenuButton
      {...(className ? { className } : {})}
      label={label}
      icon={Ellipsis}
      iconOnly
      size="small"
      kind="quiet"
      entries={setStates.map((state) => ({
        id: state,
        label: `All ${invitationLabels[state].toLowerCase()}`,
        onPress: () => void act('attendance:setInvitations', { entries, state }),
      }))}
    />
  );
}
