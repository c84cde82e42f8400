import type { KeyboardEvent } from 'react';
import { reachItem } from './near.ts';

/**
 * Up, Down, Home and End move the focus between what opens the items of a list. One that is not drawn is drawn first, so
 * that none is passed over.
 */
export function moveBetween(event: KeyboardEvent<HTMLElement>, opener: string, count: number): void {
  const { target, currentTarget: list, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(opener)) return;
  const at = Number(target.closest<HTMLElement>('[data-at]')?.dataset.at);
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0 || to >= count) return;
  reachItem(list, to)?.querySelector<HTMLElement>(opener)?.focus();
}
