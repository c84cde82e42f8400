import { useState } from 'react';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import type { Command } from '../../ui/command-match.ts';
import { kindWords, pageOf, titleOf } from './search-words.ts';
import { useSearch } from './useSearch.ts';

const shown = 12;

/** What the search finds for the palette, by the words inside things; the last line opens the whole list. */
export function useFound(): { readonly found: readonly Command[]; readonly onType: (typed: string) => void } {
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const [typed, onType] = useState('');
  const { answer } = useSearch({ typed: typed.trim().length < 2 ? '' : typed, limit: shown });
  if (typed.trim().length < 2) return { found: [], onType };
  const hits = answer.hits.map((hit): Command => {
    const [match] = hit.matches;
    const page = hit.kind === 'document' && match?.page ? `Page ${match.page}: ` : '';
    return {
      id: hit.kind === 'document' ? `${match ? 'page' : 'evidence'}-${hit.id}` : `${hit.kind}-${hit.id}`,
      label: titleOf(hit, names),
      ...(match ? { hint: page + names.withoutNames(match.text) } : {}),
      group: match ? `In ${kindWords[hit.kind].many.toLowerCase()}` : kindWords[hit.kind].many,
      icon: kindWords[hit.kind].icon,
      onRun: () => goTo(pageOf(hit, typed, match)),
    };
  });
  const all: Command = {
    id: 'search-all',
    label: `Search everything for “${typed.trim()}”`,
    group: 'Search',
    onRun: () => goTo({ name: 'search', typed }),
  };
  return { found: [...hits, all], onType };
}
