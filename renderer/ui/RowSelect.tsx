import { useState } from 'react';
import type { SelectOption } from './Select.tsx';

/**
 * A Select for each of many rows: named by a label that is not shown, and until the pointer or the focus comes to it with
 * nothing in its list but what is chosen.
 */
export function RowSelect<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
}) {
  const [isUsed, setUsed] = useState(false);
  const use = () => setUsed(true);
  return (
    <span className="select select-wide select-small select-quiet">
      <select
        aria-label={label}
        className="select-input"
        value={value}
        onPointerEnter={use}
        onFocus={use}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {options
          .filter((option) => isUsed || option.value === value)
          .map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
      </select>
    </span>
  );
}
