/** One measured promise, as `--json` prints it. */
export type BenchRow = {
  /** What was measured, and against what. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The peer's figure from the same run, in the same unit. */
  readonly peer: number;
  /** `value / peer`. */
  readonly ratio: number;
  /** What the ratio, or where it has a unit the value, is to be: "<= 1.5", ">= 1.2", "<= 1 ms". */
  readonly aim: string;
  readonly ok: boolean;
};

type Aim = { readonly of: 'ratio' | 'value'; readonly atMost?: number; readonly atLeast?: number };

type Figures = Pick<BenchRow, 'name' | 'unit' | 'value' | 'peer'>;

/** Puts a row together, and says whether it meets its aim. */
export const rowOf = ({ name, unit, value, peer }: Figures, aim: Aim): BenchRow => {
  const ratio = value / peer;
  const judged = aim.of === 'ratio' ? ratio : value;
  const isMet = judged <= (aim.atMost ?? Infinity) && judged >= (aim.atLeast ?? -Infinity);
  const bound = aim.atMost === undefined ? `>= ${aim.atLeast}` : `<= ${aim.atMost}`;
  return {
    name,
    value: rounded(value),
    unit,
    peer: rounded(peer),
    ratio: rounded(ratio),
    aim: aim.of === 'ratio' ? bound : `${bound} ${unit}`,
    ok: isMet,
  };
};

const rounded = (figure: number): number => Number(figure.toPrecision(3));

const columns: readonly (readonly [string, (row: BenchRow) => string])[] = [
  ['measured', (row) => row.name],
  ['value', (row) => `${row.value}`],
  ['unit', (row) => row.unit],
  ['peer', (row) => `${row.peer}`],
  ['ratio', (row) => `${row.ratio}`],
  ['aim', (row) => row.aim],
  ['ok', (row) => (row.ok ? 'yes' : 'no')],
];

/** The rows as a table for a terminal. */
export const tableOf = (rows: readonly BenchRow[]): string => {
  const cells = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))),
    )
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
};
