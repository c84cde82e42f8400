import { useEffect, useState } from 'react';
import type { ScannedWord } from '../../../shared/domain/scan.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';

/** The words read from pictures, by page. */
export type Scanned = ReadonlyMap<number, readonly ScannedWord[]>;

/** What was read from a document's pictures so far; null until that is known. */
export function useScanned({ id, scan }: EvidenceSummary): Scanned | null {
  const act = useStore((state) => state.act);
  const read = scan?.read ?? 0;
  const [scanned, setScanned] = useState<Scanned | null>(read === 0 ? nothing : null);
  useEffect(() => {
    let isGone = false;
    if (read === 0) return setScanned(nothing);
    void act('evidence:readScanned', { id }, () => {}).then((pages) => {
      if (!isGone) setScanned(new Map(pages?.map(({ page, words }) => [page, words])));
    });
    return () => {
      isGone = true;
    };
  }, [act, id, read]);
  return scanned;
}

const nothing: Scanned = new Map();
