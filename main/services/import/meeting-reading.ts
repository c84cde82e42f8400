import { knownChildren, namesIn, withoutNames } from '../../../shared/domain/attribution.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { guessMeeting, type MeetingGuess } from '../../../shared/domain/import/guess-meeting.ts';
import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { children } from '../../db/tables.ts';
import { codedNames } from '../child-codes.ts';

/** A row's words as they may be shown anywhere, and the child they are about. */
export type MeetingReading = {
  readonly title: string;
  readonly notes: string;
  readonly guess: MeetingGuess;
  readonly childId: ChildId | null;
  /** "Child B", when the title is about a child, tracked yet or not. */
  readonly childLabel: string | null;
  /** A tracked child's name stood in the row and was replaced by the code. */
  readonly hadName: boolean;
};

/** Prepares to read what meetings are about; a tracked child's name in a title or in notes becomes the code. */
export function meetingReader(db: ReadableDb): (row: MeetingRow) => MeetingReading {
  const known = knownChildren(codedNames(db));
  const idByCode = new Map(listRows(db, children).map(({ id, code }) => [code, id]));
  const coded = (text: string): string =>
    known.length === 0 ? text : withoutNames(text, namesIn(text, known));
  return (row) => {
    const title = coded(row.title).slice(0, 200);
    const notes = coded(row.notes ?? '');
    const guess = guessMeeting(title);
    const code = guess.childCode;
    return {
      title,
      notes,
      guess,
      childId: code === null ? null : (idByCode.get(code) ?? null),
      childLabel: code === null ? null : childLabel({ code }),
      hadName: title !== row.title || notes !== (row.notes ?? ''),
    };
  };
}
