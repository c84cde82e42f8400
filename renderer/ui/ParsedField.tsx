import type { LucideIcon } from 'lucide-react';
import { type ComponentPropsWithRef, type KeyboardEvent, useState } from 'react';
import type { Parsed } from '../../shared/domain/parsed.ts';
import type { FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';
import { TextField } from './TextField.tsx';

export type ParsedFieldProps<T> = FieldText &
  Omit<
    ComponentPropsWithRef<'input'>,
    keyof FieldText | 'value' | 'onChange' | 'type' | 'disabled' | 'step'
  > & {
    readonly value: T | null;
    /** null while the box is empty or what it holds cannot be read. */
    readonly onChange: (value: T | null) => void;
    readonly parse: (text: string) => Parsed<T>;
    readonly format: (value: T) => string;
    /** What the up (+1) and down (-1) arrow keys make of the value. */
    readonly step?: (value: T, by: 1 | -1) => T;
    readonly icon?: LucideIcon;
    readonly suffix?: string;
  };

/** A box that reads what is typed: keeps the words while typing, tidies them on leaving, says what is wrong. */
export function ParsedField<T>(props: ParsedFieldProps<T>) {
  const [field, { value, onChange, parse, format, step, onBlur, onKeyDown, ...input }] =
    splitFieldProps(props);
  const [draft, setDraft] = useState<string | null>(null);
  const [wasLeft, setLeft] = useState(false);

  const parsed = draft === null || draft.trim() === '' ? null : parse(draft);
  const isStale = draft !== null && value !== null && !(parsed?.ok && Object.is(parsed.value, value));
  const text = draft === null || isStale ? (value === null ? '' : format(value)) : draft;
  const problem = parsed?.ok === false && !isStale ? parsed.reason : null;
  const error = problem && (wasLeft || field.error) ? problem : field.error;

  function type(typed: string) {
    setDraft(typed);
    const read = typed.trim() === '' ? null : parse(typed);
    onChange(read?.ok ? read.value : null);
  }

  function nudge(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    if (!step || by === null || value === null || event.altKey) return;
    event.preventDefault();
    setDraft(null);
    onChange(step(value, by));
  }

  return (
    <TextField
      {...input}
      {...field}
      error={error}
      value={text}
      onChange={type}
      onKeyDown={nudge}
      onBlur={(event) => {
        setLeft(true);
        if (parsed?.ok) setDraft(null);
        onBlur?.(event);
      }}
    />
  );
}
