import { useMemo, useState } from 'react';
import { type MeetingCover, planCover } from '../../../shared/domain/attendance/cover.ts';
import type { Away, Dependents } from '../../../shared/domain/attendance/dependents.ts';
import { type StandIn, standInsFor } from '../../../shared/domain/attendance/stand-ins.ts';
import type { MeetingId, PersonId } from '../../../shared/domain/ids.ts';
import type { AppFailure } from '../../../shared/errors.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import type { SelectOption } from '../../ui/Select.tsx';
import { type Choice, handOver } from './hand-over.ts';
import { useCoverWorld } from './useCoverWorld.ts';

export type Cover = {
  readonly dependents: Dependents;
  readonly meetings: readonly MeetingCover[];
  /** Who could take over what is no meeting, best first. */
  readonly takers: readonly StandIn[];
  /** They are asked to this meeting by name; otherwise it is their strand that is in it. */
  readonly isNamedIn: (id: string) => boolean;
  readonly choiceOf: (id: string) => Choice;
  readonly choose: (id: string, choice: Choice) => void;
  readonly handAllTo: (id: string) => void;
  /** Everybody of the same side, those suggested first, with why. */
  readonly everybody: readonly SelectOption[];
  readonly summary: string;
  readonly failure: AppFailure | null;
  /** A stand-in is taken, and a reason would let it pass. */
  readonly isClash: boolean;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** The absence itself is kept with their availability. */
  readonly isRecorded: boolean;
  readonly setRecorded: (isRecorded: boolean) => void;
  readonly save: (name: string) => Promise<boolean>;
};

/** The choices of somebody's cover while they are being made: proposed by the rules until chosen by hand. */
export function useCover(given: {
  readonly personId: string;
  readonly meetingId: string | undefined;
  readonly away: Away;
}): Cover {
  const personId = given.personId as PersonId;
  const names = useNames();
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const { dependents: all, sources } = useCoverWorld(personId, given.away);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [reason, setReason] = useState('');
  const [isRecorded, setRecorded] = useState(given.meetingId === undefined);
  const dependents = useMemo(() => onlyFor(all, given.meetingId), [all, given.meetingId]);

  const takers = useMemo(() => standInsFor(personId, null, sources), [personId, sources]);
  const meetings = useMemo(() => {
    const fixed = new Map<MeetingId, PersonId | null>();
    for (const { id } of dependents.meetings) {
      const choice = chosen.get(id);
      if (choice) fixed.set(id, choice === 'nobody' || choice === 'leave' ? null : choice);
    }
    return planCover(personId, dependents.meetings, sources, fixed);
  }, [personId, dependents.meetings, sources, chosen]);

  const proposals = new Map<string, PersonId | null>(
    meetings.map(({ meeting, proposedId }) => [meeting.id, proposedId]),
  );
  const isNamedIn = (id: string) =>
    dependents.meetings.some((one) => one.id === id && one.personIds.includes(personId));
  const choiceOf = (id: string): Choice =>
    chosen.get(id) ??
    (proposals.has(id)
      ? (proposals.get(id) ?? (isNamedIn(id) ? 'nobody' : 'leave'))
      : (takers[0]?.personId ?? 'leave'));
  const choose = (id: string, choice: Choice) => setChosen(new Map(chosen).set(id, choice));
  const everything = Object.values(dependents).flatMap((list) => list.map((one) => one.id as string));
  const order = handOver(personId, dependents, choiceOf);
  const count = order.meetings.length + order.requests.length + order.checklistItems.length;
  const changed = count + order.actions.length;

  return {
    dependents,
    meetings,
    takers,
    isNamedIn,
    choiceOf,
    choose,
    handAllTo: (id) => setChosen(new Map(everything.map((one) => [one, id as PersonId]))),
    everybody: useMemo(() => {
      const suggested = new Set(takers.map((one) => one.personId));
      const side = sources.people.find((one) => one.id === personId)?.side;
      const others = sources.people.filter(
        (one) => one.id !== personId && one.side === side && !suggested.has(one.id),
      );
      return [
        ...takers.map((one) => ({
          value: one.personId as string,
          label: `${names.personName(one.personId)}: ${one.reasons.join(', ')}`,
          group: 'Suggested',
        })),
        ...others.map((one) => ({
          value: one.id as string,
          label: names.personName(one.id),
          group: 'Everybody else',
        })),
      ];
    }, [takers, sources, personId, names]),
    summary: `${changed} of ${everything.length} ${everything.length === 1 ? 'thing' : 'things'} handed on, as one step`,
    failure,
    isClash: failure?.code === 'timetable/clash',
    reason,
    setReason,
    isRecorded,
    setRecorded,
    save: async (name) => {
      if (changed === 0 && !isRecorded) return true;
      const { from, to } = given.away;
      const away = isRecorded ? { fromDay: from, toDay: to } : null;
      const override = reason.trim() === '' ? {} : { overrideReason: reason.trim() };
      const done = await save('attendance:replacePerson', { ...order, away, ...override });
      const what = changed === 0 ? `Recorded that ${name} is away.` : `Handed on what depended on ${name}.`;
      if (done) showDone(`${what} Undo puts it back.`);
      return done !== null;
    },
  };
}

/** For one meeting alone, everything else is left out. */
function onlyFor(all: Dependents, meetingId: string | undefined): Dependents {
  if (meetingId === undefined) return all;
  const meetings = all.meetings.filter((one) => one.id === meetingId);
  return { meetings, requests: [], checklistItems: [], actions: [] };
}
