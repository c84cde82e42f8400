import type { Dependents } from '../../../shared/domain/attendance/dependents.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';

/** To whom a thing goes: somebody, nobody yet, or it stays as it is. */
export type Choice = PersonId | 'nobody' | 'leave';

/** What the choices come to for the main process; what is to stay as it is is left out. */
export function handOver(
  personId: PersonId,
  { meetings, requests, checklistItems, actions }: Dependents,
  choiceOf: (id: string) => Choice,
): Omit<ChannelInput<'attendance:replacePerson'>, 'away'> {
  const taker = (id: string): PersonId | null => {
    const choice = choiceOf(id);
    return choice === 'nobody' || choice === 'leave' ? null : choice;
  };
  const owned = <One extends { readonly id: string }>(list: readonly One[]) =>
    list
      .filter(({ id }) => choiceOf(id) !== 'leave')
      .map(({ id }) => ({ id: id as One['id'], ownerId: taker(id) }));
  return {
    personId,
    meetings: meetings
      .filter(({ id }) => choiceOf(id) !== 'leave')
      .map(({ id }) => ({ id, standInId: taker(id) })),
    requests: owned(requests),
    checklistItems: owned(checklistItems),
    actions: owned(actions),
  };
}
