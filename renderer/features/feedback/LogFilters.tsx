import { CircleDashed } from 'lucide-react';
import { useMemo } from 'react';
import { type FeedbackEntry, FeedbackKind, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { sectorOf } from '../../../shared/domain/triangulation.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { ToolBar } from '../../ui/Page.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { countKinds, hasOpenAction, type LogFilter } from './feedback-log.ts';
import { criterionLabel, criterionWord } from './feedback-words.ts';

/** Narrows the log by kind, line of enquiry, child, meeting, sector, or to what still needs doing. */
export function LogFilters({
  entries,
  filter,
  onFilter,
}: {
  readonly entries: readonly FeedbackEntry[];
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
}) {
  const engagement = useStore((state) => state.data.engagement);
  const tracked = useStore((state) => state.data.children);
  const timetable = useStore((state) => state.data.timetable);
  const names = useNames();
  const counts = countKinds(entries);
  const change = (patch: Partial<LogFilter>) => onFilter({ ...filter, ...patch });
  const used = <Key extends 'criterionId' | 'childId' | 'meetingId'>(key: Key) =>
    new Set<string | null>(entries.map((entry) => entry[key]));
  const criteria = (engagement?.criteria ?? []).filter((one) => used('criterionId').has(one.id));
  const children = (tracked?.children ?? []).filter((one) => used('childId').has(one.id));
  const meetings = (timetable?.meetings ?? []).filter((one) => used('meetingId').has(one.id));
  const sectors = useMemo(() => {
    const heard = new Set(entries.map(sectorOf));
    return SECTORS.filter((one) => heard.has(one));
  }, [entries]);
  const open = entries.filter(hasOpenAction).length;

  return (
    <ToolBar label="Which entries to show">
      <Segmented<LogFilter['kind']>
        label="Kind"
        options={[
          { value: 'all', label: 'All', count: entries.length },
          ...FeedbackKind.options.map((kind) => ({
            value: kind,
            label: feedbackKindLabels[kind],
            count: counts[kind],
          })),
        ]}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
      />
      {(open > 0 || filter.withOpenAction) && (
        <ToggleChip
          isOn={filter.withOpenAction}
          icon={CircleDashed}
          onChange={(withOpenAction) => change({ withOpenAction })}
        >
          Still to do, {open}
        </ToggleChip>
      )}
      <div className="row row-wrap">
        {criteria.length > 0 && (
          <Select
            label={criterionWord(engagement?.criteria ?? [])}
            labelHidden
            fit
            className="feedback-filter"
            value={filter.criterionId}
            options={[
              { value: 'all', label: `Any ${criterionWord(criteria).toLowerCase()}` },
              ...criteria.map((one) => ({ value: one.id as string, label: criterionLabel(one) })),
              { value: 'none', label: 'None given' },
            ]}
            onChange={(criterionId) => change({ criterionId })}
          />
        )}
        {children.length > 0 && (
          <Select
            label="Child"
            labelHidden
            fit
            value={filter.childId}
            options={[
              { value: 'all', label: 'Any child' },
              ...children.map((one) => ({ value: one.id as string, label: `Child ${one.code}` })),
            ]}
            onChange={(childId) => change({ childId })}
          />
        )}
        {meetings.length > 0 && (
          <Select
            label="Meeting"
            labelHidden
            fit
            className="feedback-filter"
            value={filter.meetingId}
            options={[
              { value: 'all', label: 'Any meeting' },
              ...meetings.map((one) => ({ value: one.id as string, label: names.withoutNames(one.title) })),
            ]}
            onChange={(meetingId) => change({ meetingId })}
          />
        )}
        {sectors.length > 0 && (
          <Select<LogFilter['sector']>
            label="Sector"
            labelHidden
            fit
            value={filter.sector}
            options={[
              { value: 'all', label: 'Any sector' },
              ...sectors.map((value) => ({ value, label: SECTOR_LABELS[value] })),
            ]}
            onChange={(sector) => change({ sector })}
          />
        )}
      </div>
    </ToolBar>
  );
}
