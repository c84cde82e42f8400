import {
  type InformationRequest,
  isOpenRequest,
  isReminderDue,
  RequestState,
  requestStateLabels,
} from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, SECTORS, type Sector } from '../../../shared/domain/sector.ts';
import { addDays, type IsoDate, weekdayOf } from '../../../shared/domain/time.ts';

export type GroupBy = 'due' | 'state' | 'sector';
export type StateFilter = RequestState | 'open' | 'remind' | 'all';

export type RequestFilter = {
  readonly state: StateFilter;
  readonly sector: Sector | 'none' | 'all';
  readonly words: string;
};

/** The states a request may be given where it stands. */
export const states = RequestState.options.map((state) => ({
  value: state,
  label: requestStateLabels[state],
}));

/** Whether a request still waits and its day has passed. */
export function isOverdueRequest(
  request: Pick<InformationRequest, 'state' | 'dueOn'>,
  today: IsoDate,
): boolean {
  return isOpenRequest(request) && request.dueOn !== null && request.dueOn < today;
}

/** Whether a request still waits and is wanted today. */
export function isDueToday(request: Pick<InformationRequest, 'state' | 'dueOn'>, today: IsoDate): boolean {
  return isOpenRequest(request) && request.dueOn === today;
}

/** The requests that pass every filter; each word must stand somewhere in the request. */
export function filterRequests(
  requests: readonly InformationRequest[],
  { state, sector, words: typed }: RequestFilter,
  today: IsoDate,
): readonly InformationRequest[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return requests.filter((request) => {
    return (
      fitsState(request, state, today) &&
      (sector === 'all' || (request.ownerSector ?? 'none') === sector) &&
      wanted.every((word) => wordsOf(request).includes(word))
    );
  });
}

/** Looked through again with each letter that is typed. */
const words = new WeakMap<InformationRequest, string>();

function wordsOf(request: InformationRequest): string {
  const { reference, title, wording, group, askedBy } = request;
  const known = words.get(request) ?? `${reference} ${title} ${wording} ${group} ${askedBy}`.toLowerCase();
  words.set(request, known);
  return known;
}

function fitsState(request: InformationRequest, state: StateFilter, today: IsoDate): boolean {
  if (state === 'all') return true;
  if (state === 'open') return isOpenRequest(request);
  return state === 'remind' ? isReminderDue(request, today) : request.state === state;
}

/** The requests in the order of the chosen grouping, and within each group by when they are due. */
export function orderRequests(
  requests: readonly InformationRequest[],
  by: GroupBy,
  today: IsoDate,
): readonly InformationRequest[] {
  return requests
    .map((request) => ({ request, rank: groupOf(request, by, today).rank, due: dueKey(request) }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        compare(a.due, b.due) ||
        byReference.compare(a.request.reference, b.request.reference),
    )
    .map(({ request }) => request);
}

/** The group a request stands in, with its place among the groups. */
export function groupOf(
  request: InformationRequest,
  by: GroupBy,
  today: IsoDate,
): { readonly id: string; readonly title: string; readonly rank: number } {
  if (by === 'state') {
    const rank = RequestState.options.indexOf(request.state);
    return { id: request.state, title: requestStateLabels[request.state], rank };
  }
  if (by === 'sector') {
    const { ownerSector } = request;
    return ownerSector === null
      ? { id: 'none', title: 'No sector yet', rank: SECTORS.length }
      : { id: ownerSector, title: SECTOR_LABELS[ownerSector], rank: SECTORS.indexOf(ownerSector) };
  }
  const index = dueGroups.findIndex((group) => group.holds(request, today));
  const group = dueGroups[index];
  return { id: group?.id ?? '', title: group?.title ?? '', rank: index };
}

type DueGroup = {
  readonly id: string;
  readonly title: string;
  readonly holds: (request: InformationRequest, today: IsoDate) => boolean;
};

/** The first that holds a request is its group. */
const dueGroups: readonly DueGroup[] = [
  { id: 'overdue', title: 'Overdue', holds: isOverdueRequest },
  { id: 'today', title: 'Due today', holds: isDueToday },
  {
    id: 'week',
    title: 'Later this week',
    holds: (request, today) =>
      isOpenRequest(request) && request.dueOn !== null && request.dueOn <= endOfWeek(today),
  },
  {
    id: 'later',
    title: 'After this week',
    holds: (request) => isOpenRequest(request) && request.dueOn !== null,
  },
  { id: 'undated', title: 'No date yet', holds: isOpenRequest },
  { id: 'answered', title: 'Answered', holds: () => true },
];

/** Asked for each of thousands of requests, of the same day. */
const weekEnds = new Map<IsoDate, IsoDate>();

function endOfWeek(today: IsoDate): IsoDate {
  const known = weekEnds.get(today) ?? addDays(today, 7 - weekdayOf(today));
  weekEnds.set(today, known);
  return known;
}

const byReference = new Intl.Collator('en-GB', { numeric: true });
const dueKey = ({ dueOn, dueAt }: InformationRequest) =>
  dueOn === null ? '9' : `${dueOn} ${String(dueAt ?? 1440).padStart(4, '0')}`;
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
