import { type Parsed, parsed, refused } from '../../shared/domain/parsed.ts';
import { ParsedField, type ParsedFieldProps } from './ParsedField.tsx';

export type NumberFieldProps = Omit<ParsedFieldProps<number>, 'parse' | 'format' | 'step' | 'min' | 'max'> & {
  readonly min?: number;
  readonly max?: number;
  /** How much one arrow key adds. */
  readonly stepBy?: number;
  /** Allow decimals. */
  readonly isDecimal?: boolean;
};

/** A number in a plain box, with limits said in words and arrow keys to change it. */
export function NumberField({
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  stepBy = 1,
  isDecimal = false,
  ...rest
}: NumberFieldProps) {
  return (
    <ParsedField
      inputMode={isDecimal ? 'decimal' : 'numeric'}
      {...rest}
      className="num"
      parse={(text) => parseNumber(text, { min, max, isDecimal })}
      format={(value) => String(value)}
      step={(value, by) => Math.min(max, Math.max(min, value + by * stepBy))}
    />
  );
}

function parseNumber(
  text: string,
  { min, max, isDecimal }: { readonly min: number; readonly max: number; readonly isDecimal: boolean },
): Parsed<number> {
  const plain = text.replaceAll(/[\s,]/g, '');
  const isNumber = (isDecimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(plain);
  const value = Number(plain);
  if (!isNumber) return refused(isDecimal ? 'Enter a number' : 'Enter a whole number');
  if (value < min) return refused(`Enter ${min} or more`);
  if (value > max) return refused(`Enter ${max} or less`);
  return parsed(value);
}
