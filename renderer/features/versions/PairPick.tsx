import { ArrowRight } from 'lucide-react';
import type { ListedVersion } from '../../../shared/ipc/versions.ts';
import { Select } from '../../ui/Select.tsx';
import type { Pair } from './useComparison.ts';
import { versionName } from './version-words.ts';

const nothing = 'nothing';
const draft = 'draft';

/** Which two timetables are compared. */
export function PairPick({
  versions,
  pair,
  onChange,
}: {
  readonly versions: readonly ListedVersion[];
  readonly pair: Pair;
  readonly onChange: (pair: Pair) => void;
}) {
  const numbered = versions.map((version) => ({
    value: String(version.number),
    label: versionName(version),
  }));
  const numberOf = (value: string) => (value === nothing || value === draft ? null : Number(value));
  return (
    <div className="versions-pair">
      <Select
        label="From"
        labelHidden
        fit
        value={pair.from === null ? nothing : String(pair.from)}
        options={[...numbered, { value: nothing, label: 'Before anything was published' }]}
        onChange={(value) => onChange({ ...pair, from: numberOf(value) })}
      />
      <ArrowRight aria-hidden />
      <Select
        label="To"
        labelHidden
        fit
        value={pair.to === null ? draft : String(pair.to)}
        options={[{ value: draft, label: 'Draft, now' }, ...numbered]}
        onChange={(value) => onChange({ ...pair, to: numberOf(value) })}
      />
    </div>
  );
}
