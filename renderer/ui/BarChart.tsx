import { useId } from 'react';

export type Bar = { readonly label: string; readonly values: readonly number[] };

/** Bars of parts beside the numbers they stand for: one table, read as a picture or as figures, in colour or in grey. */
export function BarChart({
  caption,
  what,
  parts,
  rows,
  longest,
}: {
  /** The question the picture answers. */
  readonly caption: string;
  /** What the bars are. */
  readonly what: string;
  readonly parts: readonly string[];
  readonly rows: readonly Bar[];
  /** What the longest bar counts; the others are drawn against it. */
  readonly longest: number;
}) {
  const id = useId();
  return (
    <table className="bars">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <td className="bars-drawn" />
          {parts.map((part, at) => (
            <th key={part} scope="col" className="num">
              <svg className="bars-key" viewBox="0 0 12 12" aria-hidden="true">
                <PartShape id={`${id}-key-${at}`} at={at} x={0} width={12} height={12} />
              </svg>
              {part}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, nth) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="bars-drawn">
              <Drawn id={`${id}-${nth}`} values={row.values} longest={longest} />
            </td>
            {parts.map((part, at) => (
              <td key={part} className="num" data-part={part}>
                {row.values[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How wide the drawing is in its own units. */
const width = 240;
const height = 12;

function Drawn({
  id,
  values,
  longest,
}: {
  readonly id: string;
  readonly values: readonly number[];
  readonly longest: number;
}) {
  const widths = values.map((value) => (value / longest) * width);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {widths.map((own, at) => (
        <PartShape
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar are told apart by their place alone
          key={at}
          id={`${id}-${at}`}
          at={at}
          x={widths.slice(0, at).reduce((sum, one) => sum + one, 0)}
          width={own}
          height={height}
        />
      ))}
    </svg>
  );
}

/** A part is told apart by how it is filled as well as by colour: full, hatched, outlined, dotted. */
function PartShape({
  id,
  at,
  ...box
}: {
  readonly id: string;
  readonly at: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}) {
  if (box.width === 0) return null;
  if (at !== 1 && at !== 3) return <rect {...box} className={`bars-part bars-part-${at}`} />;
  return (
    <>
      <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className={`bars-ground-${at}`} />
        {at === 1 ? (
          <path d="M0 4 L4 0" className="bars-hatch" />
        ) : (
          <circle cx="2" cy="2" r="0.8" className="bars-dot" />
        )}
      </pattern>
      <rect {...box} fill={`url(#${id})`} className={`bars-part bars-part-${at}`} />
    </>
  );
}
