import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Timetable } from './timetable-model.ts';
import type { Screen } from './useScreen.ts';

/**
 * Keeps the focus on the meeting it was on: when its card is drawn elsewhere after a change, and when a card is asked
 * for by its meeting. Cards are found by the attribute they carry, in the grid, the list and the tray alike.
 */
export function useCardFocus(
  root: RefObject<HTMLElement | null>,
  timetable: Timetable,
  screen: Screen,
): (meetingId: string) => void {
  const wanted = useRef<string | null>(null);
  const last = useRef<string | null>(null);

  const focus = useCallback(
    (meetingId: string): boolean => {
      const id = CSS.escape(meetingId);
      const card = root.current?.querySelector<HTMLElement>(
        `[data-meeting="${id}"], [data-row="${id}"] .table-open`,
      );
      card?.focus();
      return card != null;
    },
    [root],
  );

  useEffect(() => {
    const box = root.current;
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof HTMLElement ? (event.target.dataset.meeting ?? null) : null;
    };
    box?.addEventListener('focusin', remember);
    return () => box?.removeEventListener('focusin', remember);
  }, [root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new timetable and each new view may have redrawn the card
  useEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = null;
    else if (last.current && document.activeElement === document.body) focus(last.current);
  }, [timetable, screen.placements, screen.view, focus]);

  return useCallback(
    (meetingId: string) => {
      wanted.current = meetingId;
      requestAnimationFrame(() => {
        if (wanted.current === meetingId && focus(meetingId)) wanted.current = null;
      });
    },
    [focus],
  );
}
