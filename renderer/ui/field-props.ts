import type { FieldText } from './Field.tsx';

/** Splits what belongs to the Field wrapper from what belongs to the control. */
export function splitFieldProps<P extends FieldText>(
  props: P,
): readonly [FieldText, Omit<P, keyof FieldText>] {
  const { label, labelHidden, hint, error, optional, beside, id, ...rest } = props;
  return [{ label, labelHidden, hint, error, optional, beside, id }, rest];
}
