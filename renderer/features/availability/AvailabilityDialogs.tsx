import type { AvailabilityOpen } from '../../state/availability.ts';
import { CalendarsDialog } from './CalendarsDialog.tsx';
import { NotesDialog } from './NotesDialog.tsx';
import { OwnerDialog } from './OwnerDialog.tsx';
import { WhoIsFreeDialog } from './WhoIsFreeDialog.tsx';

/** The dialogs about availability, which open over any page. */
export function AvailabilityDialogs({ open }: { readonly open: AvailabilityOpen }) {
  switch (open.kind) {
    case 'owner':
      return <OwnerDialog owner={open.owner} />;
    case 'notes':
      return <NotesDialog />;
    case 'free':
      return <WhoIsFreeDialog />;
    case 'calendars':
      return <CalendarsDialog owner={open.owner} tokens={open.tokens} />;
  }
}
