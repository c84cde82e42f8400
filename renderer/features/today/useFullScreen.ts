import { useEffect } from 'react';
import { useStore } from '../../state/store.ts';

/** The board over the whole screen: F11 or the button, and Esc to leave. Leaving the page leaves it too. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const isFull = useStore((state) => state.isBoardFull);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { isBoardFull } = useStore.getState();
      const isOverlaid = document.querySelector('.dialog, .popover') !== null;
      if (event.key === 'F11') {
        event.preventDefault();
        setFull(!isBoardFull);
      } else if (event.key === 'Escape' && isBoardFull && !isOverlaid) setFull(false);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      if (useStore.getState().isBoardFull) setFull(false);
    };
  }, []);

  return { isFull, toggle: () => setFull(!isFull) };
}

function setFull(isFullScreen: boolean): void {
  const { setBoardFull, act } = useStore.getState();
  setBoardFull(isFullScreen);
  void act('settings:setFullScreen', { isFullScreen });
}
