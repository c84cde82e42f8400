import { SECTOR_LABELS, SECTORS, type Sector } from '../../../shared/domain/sector.ts';
import { Select } from '../../ui/Select.tsx';

/** One of the sectors, or none. */
export function AgencyField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Sector | null;
  readonly onChange: (sector: Sector | null) => void;
}) {
  return (
    <Select
      label={label}
      value={value ?? ''}
      options={[
        { value: '', label: 'Not said' },
        ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
      ]}
      onChange={(sector) => onChange(SECTORS.find((one) => one === sector) ?? null)}
    />
  );
}
