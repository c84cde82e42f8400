import { useEffect, useState } from 'react';
import type { Strength } from '../../shared/ipc/vault.ts';
import { useStore } from './store.ts';

const none: Strength = { score: 0, advice: '' };

/** How hard a passphrase is to guess, as it is typed. */
export function useStrength(passphrase: string): Strength {
  const act = useStore((state) => state.act);
  const [strength, setStrength] = useState(none);
  useEffect(() => {
    if (passphrase === '') return setStrength(none);
    let isCurrent = true;
    void act('vault:checkStrength', { passphrase }, () => {}).then((answer) => {
      if (answer && isCurrent) setStrength(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, passphrase]);
  return strength;
}
