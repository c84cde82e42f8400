import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { type Alternative, alternativesFor } from './alternatives.ts';
import type { ColumnHead, ColumnsBy } from './grid-columns.ts';
import { type GridColumn, type GridSpot, type Hours, keepWithin, stepStart } from './grid-geometry.ts';
import { type Candidate, candidateOf, heldIds, inColumn, mutable, writeFor } from './move-candidate.ts';
import { noVerdict, type Verdict, verdictOn } from './move-check.ts';
import { liftedWords, placedWords, refusedWords, spotWords } from './move-words.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

/** A meeting that has been picked up and not yet put down. Nothing is written until it is. */
export type Move = {
  readonly meetingId: string;
  /** The strand, room or person of the column it is held by. */
  readonly heldId: string | null;
  readonly candidate: Candidate;
  /** `carried` under the pointer, `held` for the keys or after a refusal, `saving` until the new timetable is read. */
  readonly phase: 'carried' | 'held' | 'saving';
  /** Where the pointer is, while it carries. */
  readonly over: 'grid' | 'tray' | 'outside';
  /** What the main process said when it refused. */
  readonly failure: string | null;
};

export type MoveControl = {
  readonly move: Move | null;
  readonly verdict: Verdict;
  readonly alternatives: readonly Alternative[];
  readonly actions: MoveActions;
};

/** What the pointer, the keys and the panel do with a meeting that is picked up. Never changes. */
export type MoveActions = {
  readonly lift: (meetingId: string, heldId: string | null, phase: 'carried' | 'held') => boolean;
  readonly carryTo: (spot: GridSpot) => void;
  readonly carryOut: (over: 'tray' | 'outside') => void;
  readonly setMinutes: (minutes: number) => void;
  readonly stepSlot: (by: 1 | -1) => void;
  readonly stepColumn: (by: 1 | -1) => void;
  readonly stepLength: (by: 1 | -1) => void;
  readonly stepDay: (by: 1 | -1) => void;
  readonly toDay: (day: string) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
  /** Takes the meeting off the timetable, or leaves it in the tray where it was. */
  readonly dropInTray: () => void;
  readonly take: (alternative: Alternative) => void;
  readonly placeAnyway: (reason: string) => void;
  /** Lets go without a word, when it was moved by other means. */
  readonly forget: () => void;
};

export type MoveSetting = {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly by: ColumnsBy;
  readonly hours: Hours;
  /** Shows another day while the meeting is carried. */
  readonly showDay: (day: string) => void;
  /** Puts the focus on a meeting's card once it is drawn. */
  readonly focusCard: (meetingId: string) => void;
};

const announceAfter = 350;
const saveAtMost = 2_000;

/** Picking a meeting up, trying places for it, and putting it down or back. */
export function useMove(setting: MoveSetting): MoveControl {
  const { timetable } = setting;
  const [move, setMove] = useState<Move | null>(null);
  const latest = useRef({ ...setting, move });
  useLayoutEffect(() => {
    latest.current = { ...setting, move };
  });

  const meeting = move ? timetable.byId.get(move.meetingId) : undefined;
  const verdict = useMemo(
    () => (meeting && move ? verdictOn(timetable, { ...meeting, ...mutable(move.candidate) }) : noVerdict),
    [timetable, meeting, move],
  );
  const isHeld = move?.phase === 'held';
  const alternatives = useMemo(
    () => (isHeld && move ? alternativesFor(timetable, move.meetingId, move.candidate) : []),
    [timetable, isHeld, move],
  );

  const change = useCallback((update: (move: Move) => Move) => {
    const before = latest.current.move;
    if (!before || before.phase === 'saving') return;
    const after = update(before);
    if (after === before) return;
    latest.current.move = after;
    setMove(after);
  }, []);
  const end = useCallback(() => {
    latest.current.move = null;
    setMove(null);
  }, []);

  const actions = useMemo((): MoveActions => {
    const { act, showFailure } = useStore.getState();

    async function save(candidate: Candidate, overrideReason?: string): Promise<void> {
      const { move, timetable } = latest.current;
      const meeting = move && timetable.byId.get(move.meetingId);
      if (!move || !meeting || move.phase === 'saving') return;
      const write = writeFor(meeting, candidate);
      if (!write) {
        end();
        announce('Put back where it was');
        latest.current.focusCard(meeting.id);
        return;
      }
      change((now) => ({ ...now, candidate, phase: 'saving', over: 'grid', failure: null }));
      const refuse = (failure: AppFailure) => {
        if (failure.code !== 'timetable/clash') {
          showFailure(failure);
          end();
          return;
        }
        const sentence = latest.current.timetable.names.withoutNames(sentenceFor(failure));
        setMove({ ...move, candidate, phase: 'held', over: 'grid', failure: sentence });
        announce(sentence);
      };
      const override = overrideReason ? { overrideReason } : {};
      const done =
        write.channel === 'timetable:moveMeeting'
          ? await act(write.channel, { ...write.input, ...override }, refuse)
          : await act(write.channel, { ...write.input, ...override }, refuse);
      if (!done) return;
      announce(placedWords(latest.current.timetable, done.meeting, done.clashes));
      latest.current.focusCard(meeting.id);
      setTimeout(() => {
        if (latest.current.move?.phase === 'saving') end();
      }, saveAtMost);
    }

    const toColumn = (now: Move, column: GridColumn, start: number): Move => {
      const { timetable, by } = latest.current;
      const meeting = timetable.byId.get(now.meetingId);
      if (!meeting) return now;
      const candidate = { ...inColumn(now.candidate, by, now.heldId, column), start };
      const heldId = heldIds(now.candidate, by).includes(column.id ?? '') ? now.heldId : column.id;
      return isSame(candidate, now.candidate) && now.over === 'grid'
        ? now
        : { ...now, candidate, heldId, over: 'grid', failure: null };
    };

    return {
      lift: (meetingId, heldId, phase) => {
        const { timetable, columns, by, hours } = latest.current;
        const meeting = timetable.byId.get(meetingId);
        if (!meeting) return false;
        const title = titleOf(meeting, timetable.names);
        if (meeting.isPinned) {
          announce(`${title} is pinned. Unpin it to move it.`);
          return false;
        }
        const first = columns[0];
        const day = first?.day ?? timetable.days[0];
        if (!day) return false;
        const nearest =
          meeting.start === null && phase === 'held'
            ? alternativesFor(timetable, meetingId, candidateOf(meeting, { day, start: hours.from }))[0]
            : undefined;
        const candidate = nearest?.candidate ?? candidateOf(meeting, { day, start: hours.from });
        const held = heldId ?? heldIds(candidate, by)[0] ?? null;
        const over = meeting.start === null && phase === 'carried' ? 'tray' : 'grid';
        const move: Move = { meetingId, heldId: held, candidate, phase, over, failure: null };
        latest.current.move = move;
        setMove(move);
        if (nearest) latest.current.showDay(nearest.candidate.day);
        if (phase === 'held') announce(liftedWords(timetable, meeting, candidate));
        return true;
      },
      carryTo: ({ column, start }) => {
        const to = latest.current.columns[column];
        if (to) change((now) => toColumn(now, to, start));
      },
      carryOut: (over) => change((now) => (now.over === over ? now : { ...now, over })),
      setMinutes: (minutes) =>
        change((now) =>
          now.candidate.minutes === minutes
            ? now
            : { ...now, candidate: { ...now.candidate, minutes }, failure: null },
        ),
      stepSlot: (by) =>
        change((now) => {
          const { start, minutes } = now.candidate;
          const next = keepWithin(stepStart(start, by), minutes, latest.current.hours);
          return next === start ? now : withCandidate(now, { start: next });
        }),
      stepLength: (by) =>
        change((now) => {
          const { start, minutes } = now.candidate;
          const end = stepStart(start + minutes, by);
          const next = Math.max(slotMinutes, Math.min(end, latest.current.hours.to) - start);
          return next === minutes ? now : withCandidate(now, { minutes: next });
        }),
      stepColumn: (by) =>
        change((now) => {
          const { columns, by: kind } = latest.current;
          const ids = heldIds(now.candidate, kind);
          const at = columns.findIndex(
            (column) => column.day === now.candidate.day && column.id === now.heldId,
          );
          const isFree = (column: GridColumn) =>
            column.day !== now.candidate.day || column.id === null || !ids.includes(column.id);
          const ahead = by === 1 ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).reverse();
          const column = ahead.find(isFree);
          return column ? toColumn(now, column, now.candidate.start) : now;
        }),
      stepDay: (by) => {
        const { timetable, move } = latest.current;
        const day = move && timetable.days[timetable.days.indexOf(move.candidate.day) + by];
        if (!day) return;
        latest.current.showDay(day);
        change((now) => withCandidate(now, { day }));
      },
      toDay: (day) => {
        latest.current.showDay(day);
        change((now) => withCandidate(now, { day }));
      },
      forget: end,
      drop: () => {
        const { move, timetable } = latest.current;
        const meeting = move && timetable.byId.get(move.meetingId);
        if (!move || !meeting || move.phase === 'saving') return;
        const { refused } = verdictOn(timetable, { ...meeting, ...mutable(move.candidate) });
        if (refused.length === 0 || !writeFor(meeting, move.candidate)) {
          void save(move.candidate);
          return;
        }
        change((now) => ({ ...now, phase: 'held', over: 'grid' }));
        announce(
          refusedWords(refused, alternativesFor(timetable, move.meetingId, move.candidate)),
          'assertive',
        );
      },
      putBack: () => {
        const { move, timetable } = latest.current;
        const meeting = move && timetable.byId.get(move.meetingId);
        if (!move || move.phase === 'saving') return;
        end();
        if (!meeting) return;
        announce(`${titleOf(meeting, timetable.names)} put back`);
        if (meeting.day) latest.current.showDay(meeting.day);
        latest.current.focusCard(meeting.id);
      },
      dropInTray: () => {
        const { move, timetable } = latest.current;
        const meeting = move && timetable.byId.get(move.meetingId);
        end();
        if (!meeting || meeting.start === null) return;
        const { id, version } = meeting;
        void act('timetable:unscheduleMeeting', { id, version }).then((done) => {
          if (!done) return;
          announce(`${titleOf(meeting, timetable.names)} is unscheduled`);
          latest.current.focusCard(id);
        });
      },
      take: ({ candidate }) => {
        latest.current.showDay(candidate.day);
        void save(candidate);
      },
      placeAnyway: (reason) => {
        const { move } = latest.current;
        if (move) void save(move.candidate, reason);
      },
    };
  }, [change, end]);

  useEndOfSaving(timetable, move, end);
  useSpokenSpot(timetable, move, verdict);
  return { move, verdict, alternatives, actions };
}

/** The carried card stands where it was put until the timetable that says so has been read. */
function useEndOfSaving(timetable: Timetable, move: Move | null, end: () => void): void {
  const seen = useRef<Timetable | null>(null);
  useEffect(() => {
    if (move?.phase !== 'saving') {
      seen.current = timetable;
      return;
    }
    if (seen.current !== timetable) end();
  }, [timetable, move, end]);
}

/** Says each new place once it has been rested on: people, day, time, and what clashes there. */
function useSpokenSpot(timetable: Timetable, move: Move | null, verdict: Verdict): void {
  const spoken = useRef<Candidate | null>(null);
  const candidate = move?.phase === 'saving' ? null : (move?.candidate ?? null);
  const isCarried = move?.phase === 'carried';
  useEffect(() => {
    const isFirst = spoken.current === null;
    const isNew = candidate !== null && spoken.current !== candidate;
    spoken.current = candidate;
    if (!isNew || isFirst) return;
    const words = spotWords(timetable, candidate, verdict);
    const timer = setTimeout(() => announce(words), isCarried ? announceAfter : 0);
    return () => clearTimeout(timer);
  }, [timetable, candidate, isCarried, verdict]);
}

function withCandidate(move: Move, changes: Partial<Candidate>): Move {
  return { ...move, candidate: { ...move.candidate, ...changes }, failure: null };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return (
    a.day === b.day &&
    a.start === b.start &&
    a.minutes === b.minutes &&
    a.placeId === b.placeId &&
    a.strandIds.join() === b.strandIds.join() &&
    a.personIds.join() === b.personIds.join()
  );
}
