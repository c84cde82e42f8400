import { useEffect, useState } from 'react';
import type { IsoInstant } from '../../shared/domain/time.ts';

const tick = 15_000;

/** The instant it is, renewed often enough for a clock that shows minutes. */
export function useNow(): IsoInstant {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), tick);
    return () => clearInterval(timer);
  }, []);
  return now;
}
