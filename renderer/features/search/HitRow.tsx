import { withoutIdentifiers } from '../../../shared/domain/identifiers-in-text.ts';
import { markTerms, type SearchTerm } from '../../../shared/domain/search-query.ts';
import { formatDate, formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import type { SearchHit } from '../../../shared/ipc/search.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { kindWords, pageOf, titleOf } from './search-words.ts';

/** One thing that was found: its title, what it is, and where in it the words stand. Each place opens there. */
export function HitRow({
  hit,
  typed,
  terms,
}: {
  readonly hit: SearchHit;
  readonly typed: string;
  readonly terms: readonly SearchTerm[];
}) {
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const { icon: Icon } = kindWords[hit.kind];
  const facts = useFacts(hit);
  const covered = useStore((state) => state.namesAsCodes) ? withoutIdentifiers : asItIs;
  const open = (at?: SearchHit['matches'][number]) => goTo(pageOf(hit, typed, at));
  return (
    <li className="search-hit">
      <Icon aria-hidden className="search-hit-icon" />
      <div className="search-hit-text">
        <div className="search-hit-head">
          <button type="button" className="search-hit-title" onClick={() => open(hit.matches[0])}>
            <Words text={titleOf(hit, names)} terms={terms} />
          </button>
          <span className="search-hit-facts num">{facts}</span>
        </div>
        {hit.matches.map((match) => (
          <button
            key={`${match.page} ${match.text}`}
            type="button"
            className="search-match"
            onClick={() => open(match)}
          >
            {match.page !== null && <span className="search-match-page num">Page {match.page}</span>}
            {match.isHidden && <span className="search-match-page">In its details</span>}
            <span>
              <Words text={names.withoutNames(covered(match.text))} terms={terms} />
            </span>
          </button>
        ))}
        {hit.more > 0 && (
          <p className="search-hit-more">
            and on {hit.more} more {hit.more === 1 ? 'page' : 'pages'}
          </p>
        )}
      </div>
    </li>
  );
}

const asItIs = (text: string): string => text;

function Words({ text, terms }: { readonly text: string; readonly terms: readonly SearchTerm[] }) {
  return markTerms(text, terms).map((piece, at) =>
    piece.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change order
      <mark key={at} className="search-mark">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

/** What it is and when, from what the window knows already. */
function useFacts({ kind, id }: SearchHit): string {
  const data = useStore((state) => state.data);
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  const what = kindWords[kind].one;
  if (kind === 'document') {
    const item = data.evidence?.items.find((one) => one.id === id);
    const from = item?.from ? `from ${names.withoutNames(item.from)}` : '';
    const date = item?.evidenceDate ? formatDate(item.evidenceDate) : '';
    return [what, from, date].filter(Boolean).join(', ');
  }
  if (kind === 'meeting') {
    const meeting = data.timetable?.meetings.find((one) => one.id === id);
    if (!meeting?.day || meeting.start === null) return `${what}, not scheduled`;
    return `${what}, ${formatDayShort(meeting.day)}, ${formatTime(meeting.start, clock)}`;
  }
  if (kind === 'person') {
    const person = data.people?.people.find((one) => one.id === id);
    return [what, person?.role].filter(Boolean).join(', ');
  }
  return what;
}
