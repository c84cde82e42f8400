import { lazy, Suspense, useEffect } from 'react';
import { StartScreen } from './features/start/StartScreen.tsx';
import { useStore } from './state/store.ts';
import { useMainEvents } from './state/useMainEvents.ts';
import { UiProvider } from './ui/UiProvider.tsx';

const Desk = lazy(() => import('./features/desk/Desk.tsx').then((m) => ({ default: m.Desk })));

/** The whole window: the first screen while no engagement is open, the desk while one is. */
export function App() {
  const vault = useStore((state) => state.vault);
  const theme = useStore((state) => state.settings.theme);
  const readVault = useStore((state) => state.readVault);
  const readSettings = useStore((state) => state.readSettings);
  useMainEvents();

  useEffect(() => {
    void readSettings();
    void readVault();
  }, [readSettings, readVault]);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  return (
    <UiProvider>
      <Suspense fallback={null}>
        {vault === null ? null : vault.state === 'open' ? <Desk /> : <StartScreen vault={vault} />}
      </Suspense>
    </UiProvider>
  );
}
