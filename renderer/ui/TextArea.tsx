import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';

export type TextAreaProps = FieldText &
  Omit<ComponentPropsWithRef<'textarea'>, keyof FieldText | 'value' | 'onChange' | 'disabled'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** Larger type, for text being written during a meeting. */
    readonly capture?: boolean;
  };

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const [field, { value, onChange, capture = false, className, ...input }] = splitFieldProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          rows={3}
          {...input}
          {...control}
          className={classNames('input', capture && 'input-capture', className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
