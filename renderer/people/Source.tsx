import { Chip } from '../ui/Chip.tsx';

/** Where a fact of the framework comes from, and whether it is only a default to be checked. */
export function Source({ source, isVerified }: { readonly source: string; readonly isVerified: boolean }) {
  return (
    <span className="engagement-source">
      {!isVerified && <Chip tone="warn">Not verified, edit me</Chip>}
      <span className="type-small text-3">{source}</span>
    </span>
  );
}
