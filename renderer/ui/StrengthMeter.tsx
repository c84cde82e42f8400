import { Meter } from './Progress.tsx';

const words = ['Too easy', 'Too easy', 'Still easy', 'Good', 'Strong'];

/** How hard a passphrase is to guess, from 0 to 4, in a bar and a word; with advice while it is too easy. */
export function StrengthMeter({ score, advice }: { readonly score: number; readonly advice: string }) {
  return (
    <div className="row">
      <Meter label="Strength of the passphrase" value={score} total={4} hideText />
      <span>{words[score]}</span>
      <span className="text-2">{score < 3 ? advice : ''}</span>
    </div>
  );
}
