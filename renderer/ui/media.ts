import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  const { subscribe, matches } = listenerFor(query);
  return useSyncExternalStore(subscribe, matches, () => false);
}

type Listener = {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly matches: () => boolean;
};

/** One list a query, so that no render listens anew. */
const listeners = new Map<string, Listener>();

function listenerFor(query: string): Listener {
  const known = listeners.get(query);
  if (known) return known;
  const list = window.matchMedia(query);
  const listener: Listener = {
    subscribe: (onChange) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    matches: () => list.matches,
  };
  listeners.set(query, listener);
  return listener;
}
