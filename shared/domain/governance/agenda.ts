import { addDays, type IsoDate } from '../time.ts';
import type { WorkCalendar } from '../working-days.ts';
import { type Board, type BoardDate, boardDates } from './board.ts';
import { type Briefing, briefingKindLabels } from './briefing.ts';
import type { Report } from './report.ts';
import { nextDates, type Rhythm, type RhythmDate } from './rhythm.ts';
import { type SignOff, signOffStanding } from './sign-off.ts';

/** One line of the calendar of what boards and members are due. */
export type AgendaLine = {
  readonly key: string;
  readonly date: IsoDate;
  readonly what: string;
  readonly about: 'meeting' | 'papers' | 'report' | 'briefing' | 'sign-off';
  /** The board or the members. */
  readonly who: string;
  /** Why it is not on the day that its rhythm gives. */
  readonly moved: string;
};

export const agendaLabels: Readonly<Record<AgendaLine['about'], string>> = {
  meeting: 'Meeting',
  papers: 'Papers due',
  report: 'Report',
  briefing: 'Members and settings',
  'sign-off': 'Sign-off',
};

type Governed = {
  readonly boards: readonly Board[];
  readonly reports: readonly Report[];
  readonly briefings: readonly Briefing[];
  readonly signOffs: readonly SignOff[];
};

/** How many meetings of one board the calendar looks ahead. */
const meetingsAhead = 4;

/**
 * What is due on or after a day, the soonest first, and what is overdue of what is still planned. A report that comes
 * round is due again at its next turn once it was considered.
 */
export function agendaOf(governed: Governed, day: IsoDate, calendar: WorkCalendar): readonly AgendaLine[] {
  const nameOf = new Map(governed.boards.map(({ id, name }) => [id, name]));
  const nextTurn = turnFinder(day, calendar);
  const datesOf = dateFinder(day, calendar);
  const lines = [
    ...governed.boards.flatMap((board) => boardLines(board, day, datesOf(board))),
    ...governed.reports.flatMap((report) => reportLines(report, nameOf, nextTurn)),
    ...governed.briefings.filter(({ isDone, on }) => !isDone && on !== null).map(briefingLine),
    ...governed.signOffs.flatMap(signOffLines),
  ];
  return lines.sort((a, b) => (a.date === b.date ? compare(a.what, b.what) : compare(a.date, b.date)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function boardLines(board: Board, from: IsoDate, dates: readonly BoardDate[]): readonly AgendaLine[] {
  return dates.flatMap(({ date, moved, papersOn }) => {
    const line = { who: board.name, moved } as const;
    const meeting = {
      ...line,
      key: `m ${board.id} ${date}`,
      date,
      what: board.name,
      about: 'meeting',
    } as const;
    if (board.papersDays === 0 || papersOn < from) return [meeting];
    const what = `Papers for ${board.name}`;
    return [
      { ...line, key: `p ${board.id} ${date}`, date: papersOn, what, about: 'papers' } as const,
      meeting,
    ];
  });
}

function reportLines(
  { id, title, on, state, rhythm, boardId, audience }: Report,
  nameOf: ReadonlyMap<string, string>,
  nextTurn: NextTurn,
): readonly AgendaLine[] {
  if (on === null) return [];
  const who = (boardId && nameOf.get(boardId)) || audience;
  const line = { key: `r ${id}`, what: title, about: 'report', who } as const;
  if (state !== 'considered') return [{ ...line, date: on, moved: '' }];
  const turn = nextTurn(rhythm, on);
  return turn ? [{ ...line, ...turn }] : [];
}

/** Finds the next meetings of a board; those that meet in step are reckoned once. */
function dateFinder(from: IsoDate, calendar: WorkCalendar): (board: Board) => readonly BoardDate[] {
  const found = new Map<string, readonly BoardDate[]>();
  return (board) => {
    const key = `${board.rhythm} ${board.meetsOn} ${board.papersDays}`;
    const dates = found.get(key) ?? boardDates(board, { from, calendar, count: meetingsAhead });
    found.set(key, dates);
    return dates;
  };
}

type NextTurn = (rhythm: Rhythm, on: IsoDate) => RhythmDate | undefined;

/** Finds the turn after one that is over; many reports go to one meeting, so each is reckoned once. */
function turnFinder(day: IsoDate, calendar: WorkCalendar): NextTurn {
  const found = new Map<string, RhythmDate | undefined>();
  return (rhythm, on) => {
    if (rhythm === 'none') return undefined;
    const key = `${rhythm} ${on}`;
    if (!found.has(key)) {
      const from = day > on ? day : addDays(on, 1);
      found.set(key, nextDates(rhythm, on, { from, calendar, count: 1 })[0]);
    }
    return found.get(key);
  };
}

function briefingLine({ id, kind, on, who, service }: Briefing): AgendaLine {
  const what = [briefingKindLabels[kind], service].filter(Boolean).join(': ');
  return { key: `b ${id}`, date: on ?? '', what, about: 'briefing', who, moved: '' };
}

function signOffLines(signOff: SignOff): readonly AgendaLine[] {
  const { next } = signOffStanding(signOff, []);
  if (signOff.dueOn === null || next === null) return [];
  const { id, dueOn, title } = signOff;
  return [{ key: `s ${id}`, date: dueOn, what: title, about: 'sign-off', who: next.title, moved: '' }];
}
