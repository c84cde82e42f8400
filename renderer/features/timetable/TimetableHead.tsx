import {
  CalendarPlus,
  CopyPlus,
  Download,
  Ellipsis,
  ListChecks,
  ListFilter,
  ListPlus,
  Plus,
  Send,
  Timer,
  UserCheck,
} from 'lucide-react';
import { memo } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import type { TimetableScreen } from '../../state/timetable.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { useMedia } from '../../ui/media.ts';
import { PageHead } from '../../ui/Page.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { Select, type SelectOption } from '../../ui/Select.tsx';
import type { Alternative } from './alternatives.ts';
import { DayTabs } from './DayTabs.tsx';
import { exportMenu } from './export-menu.ts';
import { areStrandsPeople } from './grouping.ts';
import type { Timetable } from './timetable-model.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Screen } from './useScreen.ts';

const viewOptions: readonly SegmentedOption<TimetableScreen['view']>[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'weeks', label: '3 weeks' },
  { value: 'list', label: 'List' },
];

/** Days, ways of seeing them, and what can be added or taken out. */
export const TimetableHead = memo(function TimetableHead({
  timetable,
  screen,
  panelId,
  alternatives,
  onDay,
  actions,
}: {
  readonly timetable: Timetable;
  readonly screen: Screen;
  readonly panelId: string;
  readonly alternatives: readonly Alternative[];
  readonly onDay: (day: IsoDate) => void;
  readonly actions: MeetingActions;
}) {
  // Without it the head takes two lines, and a picture stands for the word.
  const hasRoom = useMedia('(width >= 1600px)');
  const showTimetable = useStore((state) => state.showTimetable);
  const peopleWord = useStore((state) => state.data.engagement?.peopleWord ?? { one: 'inspector' });
  const { by } = screen.grouping;
  const openImport = useStore((state) => state.openImport);
  const openAvailability = useStore((state) => state.openAvailability);
  const isFiltering = useStore(
    ({ timetableScreen: { isFilterOpen, filters } }) => isFilterOpen || filters.length > 0,
  );
  const areStrandsNamed = areStrandsPeople(timetable.index);
  const goTo = useStore((state) => state.goTo);
  const columnOptions: readonly SelectOption<TimetableScreen['columns']>[] = [
    { value: 'strands', label: areStrandsNamed ? `By ${peopleWord.one}` : 'By strand' },
    ...(areStrandsNamed && by !== 'inspectors'
      ? []
      : [{ value: 'inspectors', label: `By ${peopleWord.one}` } as const]),
    { value: 'rooms', label: 'By room' },
    { value: 'people', label: 'By participant' },
    { value: 'children', label: 'By child' },
  ];
  return (
    <PageHead
      ruled
      title="Timetable"
      beside={
        <DayTabs
          timetable={timetable}
          day={screen.day}
          week={screen.week}
          panelId={panelId}
          alternatives={alternatives}
          onDay={onDay}
        />
      }
      actions={
        <>
          {screen.view !== 'list' && (
            <Select
              label="Columns"
              labelHidden
              fit
              options={columnOptions}
              value={by}
              onChange={(columns) => showTimetable({ columns })}
            />
          )}
          {!screen.isNarrow && (
            <Segmented
              label="View"
              options={viewOptions}
              value={screen.view}
              onChange={(view) => showTimetable({ view })}
            />
          )}
          <IconButton
            icon={ListFilter}
            label="Filter"
            kind={isFiltering ? 'outlined' : 'quiet'}
            aria-expanded={isFiltering}
            onClick={() =>
              showTimetable(isFiltering ? { isFilterOpen: false, filters: [] } : { isFilterOpen: true })
            }
          />
          <Button icon={Plus} aria-label="Add meeting" onClick={() => actions.openNew({ day: screen.day })}>
            <span>
              Add<span className="timetable-if-room"> meeting</span>
            </span>
          </Button>
          <IconButton
            icon={Send}
            kind="outlined"
            label="Publish..."
            onClick={() => goTo({ name: 'versions' })}
          />
          {hasRoom ? (
            <Button icon={Download} onClick={actions.openExport}>
              Export...
            </Button>
          ) : (
            <IconButton icon={Download} kind="outlined" label="Export..." onClick={actions.openExport} />
          )}
          <MenuButton
            label="More"
            icon={Ellipsis}
            iconOnly
            groups={[
              {
                entries: [
                  {
                    id: 'several',
                    label: 'Add several meetings...',
                    icon: ListPlus,
                    onPress: actions.openAddSeveral,
                  },
                  {
                    id: 'block',
                    label: 'Add block...',
                    icon: CalendarPlus,
                    onPress: actions.openBlock,
                  },
                  {
                    id: 'free',
                    label: 'Who is free...',
                    icon: UserCheck,
                    onPress: () => openAvailability({ kind: 'free' }),
                  },
                  {
                    id: 'late',
                    label: 'Running late...',
                    icon: Timer,
                    onPress: () => actions.openLate({}),
                  },
                  {
                    id: 'copy-day',
                    label: 'Copy a day...',
                    icon: CopyPlus,
                    onPress: actions.openCopyDay,
                  },
                  ...(timetable.unscheduled.length > 0
                    ? [
                        {
                          id: 'pick-unscheduled',
                          label: 'Select all that is unscheduled',
                          icon: ListChecks,
                          onPress: () => actions.pickAll(timetable.unscheduled.map(({ id }) => id)),
                        },
                      ]
                    : []),
                  { id: 'import', label: 'Import meetings...', onPress: () => openImport('meetings') },
                ],
              },
              ...exportMenu(actions),
            ]}
          />
        </>
      }
    />
  );
});
