import { useEffect, useState } from 'react';
import type { Telling } from '../../../shared/ipc/versions.ts';
import { useStore } from '../../state/store.ts';

/** Who has to be told of the newest version and what; read again when somebody was told or a version published. */
export function useTelling(): Telling | null {
  const act = useStore((state) => state.act);
  const versions = useStore((state) => state.data.versions);
  const [telling, setTelling] = useState<Telling | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions are what it is worked out from
  useEffect(() => {
    let isStale = false;
    void act('versions:readTelling', {}).then((read) => {
      if (!isStale && read) setTelling(read);
    });
    return () => {
      isStale = true;
    };
  }, [act, versions]);

  return telling;
}
