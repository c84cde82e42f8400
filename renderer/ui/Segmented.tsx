import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';

export type SegmentedOption<V extends string = string> = {
  readonly value: V;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly count?: number;
};

export type SegmentedProps<V extends string = string> = {
  /** The accessible name of the group. */
  readonly label: string;
  readonly options: readonly SegmentedOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly size?: 'small' | 'medium';
  readonly id?: string;
  readonly 'aria-labelledby'?: string;
};

/** Two to five ways of seeing or saying one thing; arrow keys move between them. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  size,
  id,
  'aria-labelledby': labelledBy,
}: SegmentedProps<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      id={id}
      aria-label={labelledBy ? undefined : label}
      aria-labelledby={labelledBy}
      className={classNames('segmented', size === 'small' && 'segmented-small')}
    >
      {options.map(({ value: own, label: words, icon: Icon, count }) => (
        <label key={own} className="segmented-item ring-within">
          <input
            type="radio"
            name={name}
            className="segmented-input ring-none"
            checked={own === value}
            onChange={() => onChange(own)}
          />
          {Icon && <Icon aria-hidden />}
          <span className="segmented-label" data-label={words}>
            {words}
          </span>
          {count !== undefined && <span className="segmented-count">{count}</span>}
        </label>
      ))}
    </div>
  );
}
