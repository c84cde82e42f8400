import { SECTOR_LABELS, SECTOR_LETTERS, type Sector } from '../../../shared/domain/sector.ts';
import { LetterTiles } from '../../ui/LetterTiles.tsx';

/** The four whose agreement counts: the area inspection looks at education, health and care, and listens to families. */
const awaited: readonly Sector[] = ['education', 'health', 'care', 'family'];

/** From which sectors something was heard; the others of the four stand empty. */
export function HeardFrom({ sectors }: { readonly sectors: readonly Sector[] }) {
  const shown = [...awaited, ...sectors.filter((sector) => !awaited.includes(sector))];
  const words = sectors.map((sector) => SECTOR_LABELS[sector].toLowerCase());
  return (
    <LetterTiles
      label={words.length === 0 ? 'Heard from no sector' : `Heard from ${words.join(', ')}`}
      tiles={shown.map((sector) => ({
        letter: SECTOR_LETTERS[sector],
        name: SECTOR_LABELS[sector],
        isOn: sectors.includes(sector),
      }))}
    />
  );
}

/** The sectors of the four that have not been heard, in words; empty when all have. */
export function notHeardWords(sectors: readonly Sector[]): string {
  const missing = awaited.filter((sector) => !sectors.includes(sector));
  const words = missing.map((sector) => SECTOR_LABELS[sector].toLowerCase());
  const last = words.at(-1);
  if (!last) return '';
  return `Not heard from ${words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last}.`;
}
