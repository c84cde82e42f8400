import { useNames } from './useNames.ts';

/** A cell of words with a quieter line under them; people by initials in both while names are shown as codes. */
export function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  const names = useNames();
  return (
    <>
      {names.withoutNames(first)}
      <span className="table-second">{names.withoutNames(second)}</span>
    </>
  );
}
