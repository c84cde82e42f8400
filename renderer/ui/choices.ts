/** The values of a list and what each is called, in the order they are written down, for whatever lets one be chosen. */
export function choicesOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly label: string }[] {
  // A record of these labels has no other keys.
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}
