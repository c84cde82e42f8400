import { Search, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { SearchAnswer, SearchKind } from '../../../shared/ipc/search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { HitRow } from './HitRow.tsx';
import { noFilter, type SearchFilter, SearchFilters } from './SearchFilters.tsx';
import { nothingFoundWords, termsToMark } from './search-words.ts';
import { useSearch } from './useSearch.ts';

const shown = 50;

/** One box over everything in the engagement, with filters; what was found opens where the words stand. */
export function SearchPage({ typed: start }: { readonly typed?: string }) {
  return <SearchEverything key={start} start={start ?? ''} />;
}

function SearchEverything({ start }: { readonly start: string }) {
  const [typed, setTyped] = useState(start);
  const [filter, setFilter] = useState<SearchFilter>(noFilter);
  const [kinds, setKinds] = useState<readonly SearchKind[]>([]);
  const { answer, isCurrent } = useSearch({ typed, ...filter, kinds: [...kinds], limit: shown });
  const isFiltered = kinds.length > 0 || filter !== noFilter;
  const terms = termsToMark(typed, answer.codes);

  return (
    <Page>
      <PageHead title="Search" fact={typed.trim() === '' ? undefined : factOf(answer)} />
      <div className="search-tools">
        <SearchBox
          label="Search everything"
          className="search-box"
          autoFocus
          value={typed}
          onChange={setTyped}
        />
        <SearchFilters filter={filter} onFilter={setFilter} kinds={kinds} onKinds={setKinds} />
      </div>
      <PageBody>
        {typed.trim() === '' && <HowTo />}
        {typed.trim() !== '' && isCurrent && answer.hits.length === 0 && (
          <EmptyState icon={SearchX} title="Nothing found">
            {nothingFoundWords(typed, isFiltered)}
          </EmptyState>
        )}
        <ol className="search-hits" aria-label="Results">
          {answer.hits.map((hit) => (
            <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} typed={typed} terms={terms} />
          ))}
        </ol>
        {answer.hasMore && (
          <p className="search-more">There is more. Another word, or a filter, brings it nearer.</p>
        )}
        <div className="visually-hidden" role="status">
          {isCurrent && typed.trim() !== '' ? factOf(answer) : ''}
        </div>
      </PageBody>
    </Page>
  );
}

function factOf({ hits, hasMore, waiting }: SearchAnswer): string {
  const count = `${hits.length}${hasMore ? ' or more' : ''} ${hits.length === 1 ? 'result' : 'results'}`;
  return waiting === 0
    ? count
    : `${count} so far, ${waiting} ${waiting === 1 ? 'page is' : 'pages are'} still being read in`;
}

function HowTo() {
  return (
    <EmptyState icon={Search} title="Search documents, meetings, requests, people and feedback">
      Put "words in quotes" that belong together, and a minus before a -word to leave out. Documents are
      searched page by page, and open where the words stand.
    </EmptyState>
  );
}
