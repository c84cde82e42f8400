import { Search, X } from 'lucide-react';
import { type ComponentPropsWithRef, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

export type SearchBoxProps = Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type' | 'ref'> & {
  /** The accessible name, also shown while empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The shortcut that leads here, shown while empty. */
  readonly keys?: string;
};

/** Filters or searches as you type; Esc or the cross empties it. */
export function SearchBox({
  label,
  value,
  onChange,
  keys,
  id: givenId,
  className,
  onKeyDown,
  ...rest
}: SearchBoxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const ref = useRef<HTMLInputElement>(null);

  function clear() {
    onChange('');
    ref.current?.focus();
  }

  return (
    <search className={classNames('input input-group ring-within', className)}>
      <Search aria-hidden />
      <input
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        {...rest}
        ref={ref}
        id={id}
        type="search"
        className="input-bare ring-none"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
      {value === '' && keys && <Kbd keys={keys} />}
      {value !== '' && (
        <button
          type="button"
          className="input-inner-button"
          aria-label={`Clear ${label.toLowerCase()}`}
          onClick={clear}
        >
          <X aria-hidden />
        </button>
      )}
    </search>
  );
}
