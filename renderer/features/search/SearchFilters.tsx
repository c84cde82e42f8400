import type { ChildId } from '../../../shared/domain/ids.ts';
import { SECTOR_LABELS, SECTORS, type Sector } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { SearchKind } from '../../../shared/ipc/search.ts';
import { DayField } from '../../people/DayField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { kindWords } from './search-words.ts';

export type SearchFilter = {
  readonly childId: ChildId | null;
  readonly sector: Sector | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
};

export const noFilter: SearchFilter = { childId: null, sector: null, from: null, to: null };

/** Narrows a search to kinds, a child, a sector and a stretch of days. */
export function SearchFilters({
  filter,
  onFilter,
  kinds,
  onKinds,
}: {
  readonly filter: SearchFilter;
  readonly onFilter: (filter: SearchFilter) => void;
  readonly kinds: readonly SearchKind[];
  readonly onKinds: (kinds: readonly SearchKind[]) => void;
}) {
  const children = useStore((state) => state.data.children?.children ?? none);
  const names = useNames();
  const isOn = kinds.length > 0 || Object.values(filter).some((value) => value !== null);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form group round filters */}
      <div className="search-kinds" role="group" aria-label="Kinds to search">
        {SearchKind.options.map((kind) => (
          <ToggleChip
            key={kind}
            icon={kindWords[kind].icon}
            isOn={kinds.includes(kind)}
            onChange={(on) => onKinds(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
          >
            {kindWords[kind].many}
          </ToggleChip>
        ))}
      </div>
      <div className="search-filters">
        <Select<string>
          label="Child"
          fit
          value={filter.childId ?? ''}
          options={[
            { value: '', label: 'Any child or none' },
            ...children.map(({ id }) => ({ value: id, label: names.childLabel(id) })),
          ]}
          onChange={(id) =>
            onFilter({ ...filter, childId: children.find((one) => one.id === id)?.id ?? null })
          }
        />
        <Select<Sector | 'any'>
          label="Sector"
          fit
          value={filter.sector ?? 'any'}
          options={[
            { value: 'any', label: 'Any sector' },
            ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
          ]}
          onChange={(sector) => onFilter({ ...filter, sector: sector === 'any' ? null : sector })}
        />
        <DayField label="From" value={filter.from} onChange={(from) => onFilter({ ...filter, from })} />
        <DayField label="To" value={filter.to} onChange={(to) => onFilter({ ...filter, to })} />
        {isOn && (
          <LinkButton
            onClick={() => {
              onFilter(noFilter);
              onKinds([]);
            }}
          >
            Clear filters
          </LinkButton>
        )}
      </div>
    </>
  );
}

const none: readonly never[] = [];
