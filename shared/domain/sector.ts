import { z } from 'zod';

/** The part of the partnership a person or organisation speaks for. */
export const Sector = z.enum(['education', 'health', 'care', 'family', 'voluntary', 'elected']);
export type Sector = z.infer<typeof Sector>;

/** The sectors in the order they are always listed. */
export const SECTORS: readonly Sector[] = Sector.options;

/** The name of each sector as shown to the user, in sentence case. */
export const SECTOR_LABELS: Readonly<Record<Sector, string>> = {
  education: 'Education',
  health: 'Health',
  care: 'Social care',
  family: 'Families',
  voluntary: 'Voluntary and community',
  elected: 'Elected members',
};

/** One letter for each sector, for cards too small for a word; never the only sign of it. */
export const SECTOR_LETTERS: Readonly<Record<Sector, string>> = {
  education: 'E',
  health: 'H',
  care: 'C',
  family: 'F',
  voluntary: 'V',
  elected: 'M',
};
