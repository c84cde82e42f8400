import { ChevronDown } from 'lucide-react';
import { type ComponentPropsWithRef, useId } from 'react';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';

export type Suggestion = {
  readonly value: string;
  /** A fact beside it in the list: a role, an organisation. */
  readonly hint?: string;
};

export type SuggestFieldProps = FieldText &
  Omit<ComponentPropsWithRef<'input'>, keyof FieldText | 'value' | 'onChange' | 'type' | 'list'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly suggestions: readonly Suggestion[];
  };

/** One line of text of the user's own, with a list of likely ones to take it from. */
export function SuggestField(props: SuggestFieldProps) {
  const [field, { value, onChange, suggestions, ...input }] = splitFieldProps(props);
  const listId = useId();
  return (
    <Field {...field}>
      {(control) => (
        <span className="suggest">
          <input
            autoComplete="off"
            spellCheck={false}
            {...input}
            {...control}
            type="text"
            className="input suggest-input"
            list={suggestions.length > 0 ? listId : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions.length > 0 && <ChevronDown className="select-chevron" aria-hidden />}
          <datalist id={listId}>
            {suggestions.map((one) => (
              <option key={one.value} value={one.value}>
                {one.hint}
              </option>
            ))}
          </datalist>
        </span>
      )}
    </Field>
  );
}
