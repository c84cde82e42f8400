import { z } from 'zod';
import { PersonId, RowId } from '../ids.ts';
import { PlanKind } from '../plan.ts';
import { IsoDate } from '../time.ts';
import { addWorkingDays, type WorkCalendar } from '../working-days.ts';
import { nextDates, Rhythm } from './rhythm.ts';

/** A board, group, committee or workstream: what it is there for, whom it answers to and when it meets. */
export const Board = z.object({
  id: RowId,
  name: z.string().trim().min(1).max(160),
  remit: z.string().max(2000),
  /** The board that it answers to; null for the last that an issue can be taken to. */
  answersToId: RowId.nullable(),
  rhythm: Rhythm,
  /** A day it meets, met or will meet, from which the others are counted. */
  meetsOn: IsoDate.nullable(),
  /** Working days before a meeting by which papers have to be in. */
  papersDays: z.number().int().min(0).max(60),
  /** The plan that it watches. */
  watches: z.enum(['none', ...PlanKind.options]),
});
export type Board = z.infer<typeof Board>;

/** Somebody's seat on a board: a person of the engagement, or a role whoever holds it. */
export const BoardMember = z.object({
  id: RowId,
  boardId: RowId,
  personId: PersonId.nullable(),
  role: z.string().trim().max(160),
  isChair: z.boolean(),
});
export type BoardMember = z.infer<typeof BoardMember>;

export type BoardInMap = { readonly board: Board; readonly depth: number };

/** The boards as they answer to each other, the last instance first and each under the one it answers to. */
export function escalationMap(boards: readonly Board[]): readonly BoardInMap[] {
  const known = new Set(boards.map(({ id }) => id));
  const parentOf = ({ answersToId }: Board) =>
    answersToId !== null && known.has(answersToId) ? answersToId : null;
  const under = new Map<RowId | null, Board[]>();
  for (const board of boards) under.set(parentOf(board), [...(under.get(parentOf(board)) ?? []), board]);
  const placed: BoardInMap[] = [];
  const place = (id: RowId | null, depth: number): void => {
    for (const board of under.get(id) ?? []) {
      placed.push({ board, depth });
      place(board.id, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}

/** The way an issue goes up from a board, the board itself first. */
export function escalationPath(boards: readonly Board[], id: RowId): readonly Board[] {
  const byId = new Map(boards.map((board) => [board.id, board]));
  const path: Board[] = [];
  for (let board = byId.get(id); board && !path.includes(board); ) {
    path.push(board);
    board = board.answersToId === null ? undefined : byId.get(board.answersToId);
  }
  return path;
}

/** A meeting of a board with the day its papers are due. */
export type BoardDate = { readonly date: IsoDate; readonly moved: string; readonly papersOn: IsoDate };

/** The next meetings of a board on or after a day; none while no day it meets is known. */
export function boardDates(
  { rhythm, meetsOn, papersDays }: Pick<Board, 'rhythm' | 'meetsOn' | 'papersDays'>,
  when: { readonly from: IsoDate; readonly calendar: WorkCalendar; readonly count: number },
): readonly BoardDate[] {
  if (meetsOn === null) return [];
  return nextDates(rhythm, meetsOn, when).map(({ date, moved }) => ({
    date,
    moved,
    papersOn: addWorkingDays(date, -papersDays, when.calendar).date,
  }));
}
