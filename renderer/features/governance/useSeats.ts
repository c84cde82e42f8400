import type { BoardMember } from '../../../shared/domain/governance/board.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { useNames } from '../../people/useNames.ts';

/** How the seats of a board are called: by person where one is known, and by the role they sit for. */
export function useSeats({ members }: GovernanceView) {
  const names = useNames();
  const seatName = ({ personId, role }: Pick<BoardMember, 'personId' | 'role'>): string => {
    const name = personId ? names.personName(personId) : '';
    return name && role ? `${name}, ${role}` : name || names.withoutNames(role);
  };
  return {
    seatName,
    chairsOf: (boardId: RowId) =>
      members
        .filter((one) => one.boardId === boardId && one.isChair)
        .map((one) => (one.personId ? names.personName(one.personId) : names.withoutNames(one.role)))
        .join(' and '),
    countOf: (boardId: RowId) => {
      const count = members.filter((one) => one.boardId === boardId).length;
      return count === 1 ? '1 seat' : `${count} seats`;
    },
  };
}
