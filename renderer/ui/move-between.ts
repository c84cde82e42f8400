import type { KeyboardEvent } from 'react';

/**
 * Up, Down, Home and End move the focus between what opens the rows of a list. Its stretches are in order; one that is not
 * drawn is brought into sight first, so that no row is passed over.
 */
export function moveBetween(
  event: KeyboardEvent<HTMLElement>,
  stretches: readonly HTMLElement[],
  opener: string,
): void {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !target.matches(opener)) return;
  const at = stretches.findIndex((stretch) => stretch.contains(target));
  const own = stretches[at];
  if (!own) return;
  const inStretch = openersIn(own, opener);
  const from = inStretch.indexOf(target);
  const go: Readonly<Record<string, () => void>> = {
    ArrowUp: () => (inStretch[from - 1] ? inStretch[from - 1]?.focus() : goTo(stretches[at - 1], opener, -1)),
    ArrowDown: () =>
      inStretch[from + 1] ? inStretch[from + 1]?.focus() : goTo(stretches[at + 1], opener, 0),
    Home: () => goTo(stretches[0], opener, 0),
    End: () => goTo(stretches.at(-1), opener, -1),
  };
  const step = go[event.key];
  if (!step) return;
  event.preventDefault();
  step();
}

const framesWaited = 60;

/** Focuses the first or the last of a stretch as soon as it is drawn. */
function goTo(stretch: HTMLElement | undefined, opener: string, which: 0 | -1, waited = 0): void {
  const found = stretch && openersIn(stretch, opener).at(which);
  if (found) {
    found.focus();
    return;
  }
  if (!stretch || waited === framesWaited) return;
  stretch.scrollIntoView({ block: 'nearest' });
  requestAnimationFrame(() => goTo(stretch, opener, which, waited + 1));
}

const openersIn = (stretch: HTMLElement, opener: string): readonly HTMLElement[] => [
  ...stretch.querySelectorAll<HTMLElement>(opener),
];
