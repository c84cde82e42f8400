import type { KeyboardEvent } from 'react';
import type { Placement } from './grid-geometry.ts';
import { meetingsBetween, navigationKey, nextPlacement } from './grid-navigation.ts';
import type { GridSetting } from './grid-props.ts';

/** What a key does on a card: lead to another, choose, open, carry or remove. */
export function keyDown(event: KeyboardEvent<HTMLElement>, setting: GridSetting): void {
  const { placements } = setting;
  const placement = event.target instanceof HTMLElement && event.target.dataset.placement;
  const from = placements.find((other) => other.key === placement);
  if (!from) return;
  if (pickByKey(event, from, setting)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const key = navigationKey({ ...pressOf(event), shiftKey: false });
  if (key) {
    const next = nextPlacement(placements, from, key);
    event.preventDefault();
    if (event.shiftKey) pickTo(next, setting);
    event.currentTarget.querySelector<HTMLElement>(`[data-placement="${CSS.escape(next.key)}"]`)?.focus();
  } else if (actByKey(event, from, setting)) event.preventDefault();
}

/** Chooses every meeting from the one the choice began with up to a card. */
export function pickTo(placement: Placement, setting: GridSetting): void {
  const { placements, picked, selectedId, lastFocused, actions } = setting;
  const [first] = picked;
  const anchor =
    placements.find((other) => other.meetingId === (first ?? selectedId)) ??
    placements.find((other) => other.key === lastFocused) ??
    placement;
  actions.pickAll(meetingsBetween(placements, anchor, placement));
}

/** Ctrl+Space chooses one more, Ctrl+A all that are shown, and Esc lets them go. */
function pickByKey(event: KeyboardEvent<HTMLElement>, from: Placement, setting: GridSetting): boolean {
  const { placements, picked, actions } = setting;
  const isControlled = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && isControlled) actions.pick(from.meetingId);
  else if (event.key.toLowerCase() === 'a' && isControlled)
    actions.pickAll([...new Set([from, ...placements].map((card) => card.meetingId))]);
  else if (event.key === 'Escape' && picked.size > 0) actions.clearPicked();
  else return false;
  return true;
}

/** Enter edits, Space selects, M carries, and Delete removes. */
function actByKey(event: KeyboardEvent<HTMLElement>, from: Placement, setting: GridSetting): boolean {
  const { columns, picked, selectedId, actions } = setting;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'Enter') actions.openEditor(from.meetingId);
  else if (event.key === ' ') actions.select(from.meetingId === selectedId ? null : from.meetingId);
  else if (event.key.toLowerCase() === 'm' && isPlain)
    actions.pickUp?.(from.meetingId, columns[from.column]?.id ?? null);
  else if (event.key === 'Delete' && picked.size > 0) actions.openRemoveAll([...picked]);
  else if (event.key === 'Delete') actions.openRemove(from.meetingId);
  else return false;
  return true;
}

const pressOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  ...{ key, ctrlKey, metaKey, altKey, shiftKey },
});
