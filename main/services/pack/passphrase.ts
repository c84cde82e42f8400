import { randomInt } from 'node:crypto';

/** Small letters and digits that are not taken for one another when read aloud or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new passphrase of 24 random letters in six groups, 118 bits: nobody chose it and nothing keeps it. */
export function newPackPassphrase(): string {
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: 6 }, group).join('-');
}
