import { memo, useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ToolBar } from '../../ui/Page.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { filterChoices } from './meeting-filter.ts';
import type { Timetable } from './timetable-model.ts';
import type { Screen } from './useScreen.ts';

type FilterBarProps = { readonly timetable: Timetable; readonly screen: Screen };

/** What the timetable is narrowed to, as chips, and how many meetings that hides; nothing while nobody filters. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const isOpen = useStore((state) => state.timetableScreen.isFilterOpen);
  const isFiltering = useStore((state) => state.timetableScreen.filters.length > 0);
  return isOpen || isFiltering ? <OpenFilterBar {...props} isOpen={isOpen} /> : null;
});

function OpenFilterBar({ timetable, screen, isOpen }: FilterBarProps & { readonly isOpen: boolean }) {
  const filters = useStore((state) => state.timetableScreen.filters);
  const showTimetable = useStore((state) => state.showTimetable);
  const choices = useMemo(() => filterChoices(timetable), [timetable]);
  const box = useRef<HTMLDivElement>(null);
  // Opened by its button, it is there to be typed into; filters kept from before take no focus.
  const isAsked = useRef(isOpen && filters.length === 0);
  useEffect(() => {
    if (isAsked.current) box.current?.querySelector('input')?.focus();
  }, []);
  const { shown, hidden } = screen.counts;
  return (
    <div ref={box} className="timetable-filters">
      <ToolBar label="Filters" sunken>
        <TagPicker
          label="Filter meetings"
          labelHidden
          choices={choices}
          value={filters}
          closesOnChoice
          placeholder="Person, organisation, kind, child, room or clashes"
          onChange={(ids) => showTimetable({ filters: ids })}
        />
        <span className="text-2 num" role="status">
          {filters.length > 0 && `${shown} shown, ${hidden} hidden`}
        </span>
        <LinkButton onClick={() => showTimetable({ filters: [], isFilterOpen: false })}>
          {filters.length > 0 ? 'Show all' : 'Close'}
        </LinkButton>
      </ToolBar>
    </div>
  );
}
