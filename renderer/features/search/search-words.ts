import {
  ChartColumn,
  FileText,
  History,
  Inbox,
  Landmark,
  Lightbulb,
  ListChecks,
  ListTodo,
  type LucideIcon,
  MapPin,
  MessageSquareText,
  ScrollText,
  User,
  UserSquare,
  Users,
} from 'lucide-react';
import { assertNever } from '../../../shared/assert.ts';
import { parseQuery, type SearchTerm } from '../../../shared/domain/search-query.ts';
import type { SearchHit, SearchKind, SearchMatch } from '../../../shared/ipc/search.ts';
import type { Names } from '../../people/names.ts';
import type { Page } from '../../state/pages.ts';

type KindWords = { readonly one: string; readonly many: string; readonly icon: LucideIcon };

export const kindWords: Readonly<Record<SearchKind, KindWords>> = {
  document: { one: 'Document', many: 'Documents', icon: FileText },
  meeting: { one: 'Meeting', many: 'Meetings', icon: Users },
  request: { one: 'Request', many: 'Requests', icon: Inbox },
  feedback: { one: 'Feedback', many: 'Feedback', icon: MessageSquareText },
  child: { one: 'Child', many: 'Children', icon: UserSquare },
  person: { one: 'Person', many: 'People', icon: User },
  place: { one: 'Place', many: 'Places', icon: MapPin },
  criterion: { one: 'Line of enquiry', many: 'Lines of enquiry', icon: ListChecks },
  board: { one: 'Board', many: 'Boards', icon: Landmark },
  report: { one: 'Report to a board', many: 'Reports to boards', icon: ScrollText },
  survey: { one: 'Survey', many: 'Surveys', icon: ChartColumn },
  review: { one: 'Earlier review', many: 'Earlier reviews', icon: History },
  finding: { one: 'Finding', many: 'Findings', icon: Lightbulb },
  action: { one: 'Action of a plan', many: 'Actions of plans', icon: ListTodo },
};

/** What a hit is called: people by initials while names are shown as codes. */
export function titleOf({ kind, id, title }: SearchHit, names: Names): string {
  if (kind === 'person') return names.personName(id);
  if (kind === 'feedback') return 'Feedback';
  return names.withoutNames(title);
}

/** What to mark in the answer: what was typed, and the codes that stand for names that were typed. */
export function termsToMark(typed: string, codes: readonly string[]): readonly SearchTerm[] {
  return [
    ...parseQuery(typed).wanted,
    ...codes.map((code) => ({ words: code.toLowerCase().split(' '), isStart: false })),
  ];
}

/** What may be done where nothing was found: what was left out on purpose is said first. */
export function nothingFoundWords(typed: string, isFiltered: boolean): string {
  const { wanted, unwanted } = parseQuery(typed);
  const out = unwanted.map(({ words }) => `“${words.join(' ')}”`).join(' or ');
  if (out !== '' && wanted.length === 0)
    return `A minus only leaves out. Type beside it what to look for: everything with ${out} stays out.`;
  const left = out === '' ? '' : `Every page and record with ${out} is left out. `;
  return isFiltered
    ? `${left}Fewer words, or fewer filters, may find it.`
    : `${left}Fewer words, or only the beginning of one, may find it. Scans hold no words until they are read.`;
}

/** Where a hit is looked at: the document at the page, with the words marked. */
export function pageOf({ kind, id }: SearchHit, typed: string, match?: SearchMatch): Page {
  switch (kind) {
    case 'document':
      return { name: 'evidence', evidenceId: id, at: { page: match?.page ?? null, typed } };
    case 'meeting':
      return { name: 'timetable', meetingId: id };
    case 'person':
      return { name: 'people', personId: id };
    case 'place':
      return { name: 'people' };
    case 'child':
      return { name: 'child', childId: id };
    case 'request':
      return { name: 'requests', requestId: id };
    case 'feedback':
      return { name: 'feedback', feedbackId: id };
    case 'criterion':
      return { name: 'evaluation', criterionId: id };
    case 'board':
      return { name: 'governance', boardId: id };
    case 'report':
      return { name: 'governance', reportId: id };
    case 'survey':
      return { name: 'voice', surveyId: id };
    case 'review':
      return { name: 'plan', reviewId: id };
    case 'finding':
      return { name: 'plan', findingId: id };
    case 'action':
      return { name: 'plan', actionId: id };
    default:
      return assertNever(kind, 'every kind of hit has a page');
  }
}
