import { classNames } from './class-names.ts';

/** A letter that stands for a group; filled when present or heard, dashed when not. */
export type LetterTile = { readonly letter: string; readonly name: string; readonly isOn: boolean };

/** Letters in 16 px tiles with one accessible name: "Education and health present". */
export function LetterTiles({
  label,
  tiles,
}: {
  readonly label: string;
  readonly tiles: readonly LetterTile[];
}) {
  return (
    <span className="tiles" role="img" aria-label={label} title={label}>
      {tiles.map(({ letter, name, isOn }) => (
        <span key={name} className={classNames('tile', !isOn && 'tile-empty')}>
          {letter}
        </span>
      ))}
    </span>
  );
}
