import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { BoardMember } from '../../../shared/domain/governance/board.ts';
import { type Owner, OwnerField } from '../../people/OwnerField.tsx';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';

export type Seat = Omit<BoardMember, 'id' | 'boardId'>;

const nobody: Owner = { ownerId: null, ownerName: '' };

/** Who sits on a board: a person of the engagement, or a role whoever holds it. */
export function SeatList({
  seats,
  onChange,
}: {
  readonly seats: readonly Seat[];
  readonly onChange: (seats: readonly Seat[]) => void;
}) {
  const names = useNames();
  const [next, setNext] = useState<Owner>(nobody);
  const isNobody = next.ownerId === null && next.ownerName.trim() === '';
  const called = ({ personId, role }: Seat) =>
    [personId ? names.personName(personId) : '', names.withoutNames(role)].filter(Boolean).join(', ');

  function add() {
    if (isNobody) return;
    onChange([...seats, { personId: next.ownerId, role: next.ownerName.trim(), isChair: false }]);
    setNext(nobody);
  }

  return (
    <Section title="Who sits on it" fact={seats.length === 1 ? '1 seat' : `${seats.length} seats`} level={3}>
      {seats.length > 0 && (
        <ul className="seat-list">
          {seats.map((seat, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two seats may be alike in everything
            <li key={`${at} ${seat.personId} ${seat.role}`} className="seat">
              <span className="seat-name">{called(seat)}</span>
              <Checkbox
                label="Chair"
                aria-label={`${called(seat)} is in the chair`}
                isChecked={seat.isChair}
                onChange={(isChair) => onChange(seats.with(at, { ...seat, isChair }))}
              />
              <IconButton
                icon={Trash2}
                size="small"
                label={`Remove ${called(seat)}`}
                onClick={() => onChange(seats.filter((_, other) => other !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="seat-add">
        <OwnerField
          label="Person or role"
          optional
          hint="Two in the chair are co-chairs"
          value={next}
          onChange={setNext}
        />
        <Button onClick={add} unavailable={isNobody && 'Name a person or a role first'}>
          Add seat
        </Button>
      </div>
    </Section>
  );
}
