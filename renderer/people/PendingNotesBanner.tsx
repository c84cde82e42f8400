import { useStore } from '../state/store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { usePendingNotes } from './usePendingNotes.ts';

/** Says that people's notes of when they can come wait to be checked, and leads there. Nothing where none do. */
export function PendingNotesBanner() {
  const openAvailability = useStore((state) => state.openAvailability);
  const { length } = usePendingNotes();
  if (length === 0) return null;
  return (
    <div className="availability-waiting">
      <Banner
        tone="info"
        title={
          length === 1 ? '1 person has an availability note.' : `${length} people have availability notes.`
        }
        actions={
          <Button size="small" onClick={() => openAvailability({ kind: 'notes' })}>
            Check {length === 1 ? 'it' : 'them'}...
          </Button>
        }
      >
        The timetable goes by {length === 1 ? 'it' : 'them'} once you have said what{' '}
        {length === 1 ? 'it means' : 'they mean'}.
      </Banner>
    </div>
  );
}
