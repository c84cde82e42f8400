import { Eye, EyeOff, type LucideIcon } from 'lucide-react';
import { type ComponentPropsWithRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import { splitFieldProps } from './field-props.ts';

export type TextFieldProps = FieldText &
  Omit<ComponentPropsWithRef<'input'>, keyof FieldText | 'value' | 'onChange' | 'type' | 'disabled'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly type?: 'text' | 'password' | 'email' | 'tel';
    readonly icon?: LucideIcon;
    /** Words after the text, such as "minutes". */
    readonly suffix?: string;
  };

/** One line of text. A password gets a Show button; paste and password managers are allowed. */
export function TextField(props: TextFieldProps) {
  const [field, { value, onChange, type = 'text', icon: Icon, suffix, className, ...input }] =
    splitFieldProps(props);
  const [isShown, setShown] = useState(false);
  const isPassword = type === 'password';
  const isGrouped = isPassword || Icon !== undefined || suffix !== undefined;
  return (
    <Field {...field}>
      {(control) => {
        const box = (
          <input
            autoComplete="off"
            spellCheck={false}
            {...input}
            {...control}
            type={isPassword && isShown ? 'text' : type}
            className={classNames(isGrouped ? 'input-bare ring-none' : 'input', className)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
        if (!isGrouped) return box;
        return (
          <span className="input input-group ring-within">
            {Icon && <Icon aria-hidden />}
            {box}
            {suffix && <span className="input-affix">{suffix}</span>}
            {isPassword && (
              <button
                type="button"
                className="input-inner-button"
                aria-pressed={isShown}
                aria-controls={control.id}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
                {isShown ? 'Hide' : 'Show'}
                <span className="visually-hidden"> {field.label.toLowerCase()}</span>
              </button>
            )}
          </span>
        );
      }}
    </Field>
  );
}
