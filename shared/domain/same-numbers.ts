/** A row of a list by the number beside it in the spreadsheet, and a number that should be one child's alone. */
type Numbered = { readonly rowNumber: number; readonly number: string };

const mostNamed = 5;

/**
 * Makes what says of a row which others have the same number: "Rows 3 and 6 have the same UPN."; null where none has.
 * An empty number is nobody's.
 */
export function sameNumbers(rows: readonly Numbered[], words: string): (rowNumber: number) => string | null {
  const byNumber = new Map<string, number[]>();
  for (const { rowNumber, number } of rows) {
    const same = byNumber.get(number);
    if (same) same.push(rowNumber);
    else if (number !== '') byNumber.set(number, [rowNumber]);
  }
  const sharers = new Map([...byNumber.values()].flatMap((same) => same.map((one) => [one, same] as const)));
  return (rowNumber) => {
    const others = (sharers.get(rowNumber) ?? []).filter((one) => one !== rowNumber);
    return others.length === 0 ? null : `${rowsNamed(others)} the same ${words}.`;
  };
}

/** "Row 3 has", "Rows 3, 5 and 9 have", "Rows 3, 4, 5, 6, 7 and 12 more have". */
function rowsNamed(numbers: readonly number[]): string {
  const more = numbers.length - mostNamed;
  if (numbers.length === 1) return `Row ${numbers[0]} has`;
  const parts = more > 0 ? [...numbers.slice(0, mostNamed), `${more} more`] : numbers;
  return `Rows ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} have`;
}
