import type { LucideIcon } from 'lucide-react';
import type { Clash } from '../../../shared/domain/clash.ts';

/** Clashes as sentences, each with the shape of its tone. */
export function ClashLines({
  clashes,
  icon: Icon,
  tone,
}: {
  readonly clashes: readonly Clash[];
  readonly icon: LucideIcon;
  readonly tone: 'bad' | 'warn';
}) {
  if (clashes.length === 0) return null;
  return (
    <ul className="timetable-clash-lines">
      {clashes.map((clash) => (
        <li key={clash.key}>
          <Icon aria-hidden className={`tone-${tone}`} />
          <span>{clash.sentence}</span>
        </li>
      ))}
    </ul>
  );
}
