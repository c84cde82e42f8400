import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Timetable } from './timetable-model.ts';
import type { MeetingActions } from './useMeetingActions.ts';

/** What to do while there is nothing on the timetable: columns first, then meetings. */
export function FirstSteps({
  timetable,
  actions,
}: {
  readonly timetable: Timetable;
  readonly actions: MeetingActions;
}) {
  const goTo = useStore((state) => state.goTo);
  const openImport = useStore((state) => state.openImport);
  const people = useStore((state) => state.data.engagement?.peopleWord.many ?? 'inspectors');
  return (
    <>
      {timetable.strands.length === 0 && (
        <Section title="No strands yet">
          <div className="stack">
            <p className="text-2">
              Each column is a strand: one of the {people}, or a pair of them. Add them under People and
              places.
            </p>
            <div>
              <Button size="small" onClick={() => goTo({ name: 'people' })}>
                Go to people and places
              </Button>
            </div>
          </div>
        </Section>
      )}
      <Section title="No meetings yet">
        <div className="stack">
          <p className="text-2">
            Bring them in from a spreadsheet, write a list of them and have them placed, or double-click a
            time in the grid to add one there.
          </p>
          <div className="row row-wrap">
            <Button size="small" onClick={() => openImport('meetings')}>
              Import meetings...
            </Button>
            <Button size="small" onClick={actions.openAddSeveral}>
              Add several meetings...
            </Button>
            <Button size="small" onClick={() => actions.openNew({})}>
              Add meeting...
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
