import { SECTOR_LABELS, SECTOR_LETTERS, type Sector } from '../../../shared/domain/sector.ts';

/** A sector as its letter and its name. */
export function SectorMark({ sector }: { readonly sector: Sector | null }) {
  if (sector === null) return <span className="text-3">Not known</span>;
  return (
    <span className="people-sector">
      <span className="tile" aria-hidden>
        {SECTOR_LETTERS[sector]}
      </span>
      {SECTOR_LABELS[sector]}
    </span>
  );
}
