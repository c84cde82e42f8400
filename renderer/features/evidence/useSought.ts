import { useMemo, useState } from 'react';
import { parseQuery } from '../../../shared/domain/search-query.ts';
import type { SoughtPlace } from '../../state/pages.ts';
import type { Sought } from './pdf/pdf-search.ts';

/** What is typed in a document's own box; until that is changed, what was typed in the search that led to it. */
export function useSought(start: SoughtPlace | null) {
  const [typed, setTyped] = useState(start?.typed ?? '');
  const sought = useMemo((): Sought => {
    const isOfSearch = start !== null && typed === start.typed;
    return isOfSearch ? parseQuery(typed).wanted : typed;
  }, [typed, start]);
  return { typed, setTyped, sought };
}
