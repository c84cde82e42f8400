import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Select } from '../../ui/Select.tsx';
import type { EvidenceFilter, ForWhom, TypeGroup } from './evidence-list.ts';

const types: readonly { readonly value: TypeGroup; readonly label: string }[] = [
  { value: 'all', label: 'Any type' },
  { value: 'pdf', label: 'PDF' },
  { value: 'word', label: 'Word' },
  { value: 'table', label: 'Tables' },
  { value: 'image', label: 'Images' },
  { value: 'mail', label: 'E-mail' },
  { value: 'other', label: 'Other' },
];

/** Finds documents by title, by whom they are for and by type. */
export function EvidenceFilters({
  filter,
  onFilter,
  unread,
}: {
  readonly filter: EvidenceFilter;
  readonly onFilter: (filter: EvidenceFilter) => void;
  /** How many documents have no words. */
  readonly unread: number;
}) {
  const children = useStore((state) => state.data.children?.children ?? none);
  const names = useNames();
  return (
    <div className="evidence-filters">
      <SearchBox
        label="Find by title"
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <div className="evidence-filter-row">
        <Select<ForWhom>
          label="For whom"
          labelHidden
          fit
          size="small"
          value={filter.forWhom}
          options={[
            { value: 'all', label: 'For anybody' },
            { value: 'nobody', label: 'For nobody yet' },
            ...children.map((child) => ({
              value: `child:${child.id}` as const,
              label: names.childLabel(child.id),
            })),
            { value: 'requests', label: 'Requests' },
            { value: 'criteria', label: 'Lines of enquiry' },
            { value: 'meetings', label: 'Meetings' },
          ]}
          onChange={(forWhom) => onFilter({ ...filter, forWhom })}
        />
        <Select<TypeGroup>
          label="Type"
          labelHidden
          fit
          size="small"
          value={filter.type}
          options={types}
          onChange={(type) => onFilter({ ...filter, type })}
        />
        {(unread > 0 || filter.isUnreadOnly) && (
          <ToggleChip
            isOn={filter.isUnreadOnly}
            onChange={(isUnreadOnly) => onFilter({ ...filter, isUnreadOnly })}
          >
            No words read {unread}
          </ToggleChip>
        )}
      </div>
    </div>
  );
}

const none: readonly never[] = [];
