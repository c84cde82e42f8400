import { StatusMark } from '../ui/StatusMark.tsx';

/** Where a fact of the framework comes from, and whether it is only a default to be checked. */
export function Source({ source, isVerified }: { readonly source: string; readonly isVerified: boolean }) {
  return (
    <span className="engagement-source">
      {!isVerified && (
        <StatusMark status="warn" size="small">
          Not verified, edit me
        </StatusMark>
      )}
      <span className="type-small text-3 engagement-source-words">{source}</span>
    </span>
  );
}
