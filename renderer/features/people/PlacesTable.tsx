import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '../../../shared/domain/people.ts';
import { formatDuration } from '../../../shared/domain/time-words.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';

/** Rooms and links: how many they hold, what they offer and how far they are. */
export function PlacesTable({ view }: { readonly view: PeopleView }) {
  const meetings = useStore((state) => state.data.timetable?.meetings ?? []);
  const [editing, setEditing] = useState<Place | null>(null);
  const countOf = (place: Place) => meetings.filter(({ placeId }) => placeId === place.id).length;
  return (
    <>
      <DataTable
        label="Places"
        rows={view.places}
        rowKey={(place) => place.id}
        onOpen={setEditing}
        defaultSort={{ column: 'name', descending: false }}
        sticky
        empty={
          <EmptyState icon={MapPin} title="No places yet">
            Import the room list or add rooms one at a time. The timetable then sees a room booked twice, a
            room too small, and too little time to travel.
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            head: 'Place',
            name: true,
            sortBy: (place) => place.name,
            cell: (place) => place.name,
          },
          { id: 'site', head: 'Site', sortBy: (place) => place.site, cell: (place) => place.site },
          {
            id: 'capacity',
            head: 'Seats',
            number: true,
            sortBy: (place) => place.capacity,
            cell: (place) => place.capacity,
          },
          {
            id: 'video',
            head: 'Video link',
            sortBy: (place) => Number(!place.hasVideo),
            cell: (place) => <Offer has={place.hasVideo} />,
          },
          {
            id: 'step-free',
            head: 'Step-free',
            sortBy: (place) => Number(!place.isStepFree),
            cell: (place) =>
              place.isOnline ? <span className="text-3">Online</span> : <Offer has={place.isStepFree} />,
          },
          {
            id: 'travel',
            head: 'Travel',
            sortBy: (place) => place.travelMinutes,
            cell: (place) =>
              place.travelMinutes > 0 ? (
                formatDuration(place.travelMinutes)
              ) : (
                <span className="text-3">None</span>
              ),
          },
          {
            id: 'meetings',
            head: 'Meetings',
            number: true,
            sortBy: countOf,
            cell: (place) => countOf(place) || <span className="text-3">0</span>,
          },
        ]}
      />
      {editing && <PlaceDialog place={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

/** Yes is quiet; only what is lacking stands out. */
function Offer({ has }: { readonly has: boolean }) {
  if (has) return <>Yes</>;
  return (
    <StatusMark status="not-applicable" size="small">
      No
    </StatusMark>
  );
}
