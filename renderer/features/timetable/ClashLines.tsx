import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Clash } from '../../../shared/domain/clash.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** Clashes as sentences, each with the shape of its tone; past a limit the rest are shown when asked for. */
export function ClashLines({
  clashes,
  icon: Icon,
  tone,
  limit = Number.POSITIVE_INFINITY,
}: {
  readonly clashes: readonly Clash[];
  readonly icon: LucideIcon;
  readonly tone: 'bad' | 'warn';
  readonly limit?: number;
}) {
  const [isWhole, setWhole] = useState(false);
  if (clashes.length === 0) return null;
  const shown = isWhole || clashes.length <= limit + 1 ? clashes : clashes.slice(0, limit);
  return (
    <>
      <ul className="timetable-clash-lines">
        {shown.map(({ sentence }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: while a meeting is carried, lines change their words and stay
          <li key={at}>
            <Icon aria-hidden className={`tone-${tone}`} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {shown.length < clashes.length && (
        <LinkButton className="timetable-clash-more" onClick={() => setWhole(true)}>
          {clashes.length - shown.length} more
        </LinkButton>
      )}
    </>
  );
}
