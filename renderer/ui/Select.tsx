import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';

export type SelectOption<V extends string = string> = {
  readonly value: V;
  readonly label: string;
  /** Options with the same group stand together under its name. */
  readonly group?: string;
  readonly isUnavailable?: boolean;
};

export type SelectProps<V extends string = string> = FieldText &
  Omit<ComponentPropsWithRef<'select'>, keyof FieldText | 'value' | 'onChange' | 'children' | 'size'> & {
    /** null shows the placeholder. */
    readonly value: V | null;
    readonly options: readonly SelectOption<V>[];
    readonly onChange: (value: V) => void;
    /** Shown while nothing is chosen: "Choose a place". */
    readonly placeholder?: string;
    /** Only as wide as its longest option. */
    readonly fit?: boolean;
    readonly size?: 'small' | 'medium';
    readonly kind?: 'outlined' | 'quiet';
  };

/** One of a short fixed list. For a long list use ComboBox. */
export function Select<V extends string>(props: SelectProps<V>) {
  const [field, { value, options, onChange, placeholder = 'Choose', fit, size, kind, className, ...select }] =
    splitFieldProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <span
          className={classNames(
            'select',
            !fit && 'select-wide',
            size === 'small' && 'select-small',
            kind === 'quiet' && 'select-quiet',
          )}
        >
          <select
            {...select}
            {...control}
            className={classNames('select-input', value === null && 'select-empty', className)}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value as V)}
          >
            {value === null && <option value="">{placeholder}</option>}
            {grouped(options).map(([group, members]) =>
              group === undefined ? (
                members.map((option) => <Option key={option.value} option={option} />)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map((option) => (
                    <Option key={option.value} option={option} />
                  ))}
                </optgroup>
              ),
            )}
          </select>
        </span>
      )}
    </Field>
  );
}

function Option({ option }: { readonly option: SelectOption }) {
  return (
    <option value={option.value} disabled={option.isUnavailable}>
      {option.label}
    </option>
  );
}

function grouped<V extends string>(options: readonly SelectOption<V>[]) {
  const groups = new Map<string | undefined, SelectOption<V>[]>();
  for (const option of options) {
    const members = groups.get(option.group);
    if (members) members.push(option);
    else groups.set(option.group, [option]);
  }
  return [...groups];
}
