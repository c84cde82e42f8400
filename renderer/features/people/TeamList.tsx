import { ArrowDown, ArrowUp, Columns3, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Person, Strand } from '../../../shared/domain/people.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import type { PeopleView } from '../../../shared/ipc/people.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Asked, askedOf, askedSentence } from './people-facts.ts';
import { StrandDialog } from './StrandDialog.tsx';

type Open = (person: Person) => void;

/** The strands in the order of the timetable's columns, each with its members, and whoever has no strand yet. */
export function TeamList({
  team,
  view,
  word,
  onOpen,
}: {
  readonly team: readonly Person[];
  readonly view: PeopleView;
  readonly word: EngagementView['peopleWord'];
  readonly onOpen: Open;
}) {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const asked = useMemo(() => askedOf(meetings ?? [], view.people), [meetings, view.people]);
  const [editing, setEditing] = useState<Strand | null>(null);
  const apart = team.filter(({ strandId }) => strandId === null);

  if (view.strands.length === 0 && team.length === 0) {
    return (
      <EmptyState icon={Columns3} title={`No ${word.many} yet`}>
        Add each {word.one}; they get a strand, which is one column of the timetable. Pairs who are never
        split share one.
      </EmptyState>
    );
  }
  return (
    <>
      <Section title="Strands" fact="in the order of the timetable’s columns">
        <ol className="people-strands">
          {view.strands.map((strand, index) => (
            <StrandItem
              key={strand.id}
              strand={strand}
              index={index}
              isLast={index === view.strands.length - 1}
              members={team.filter(({ strandId }) => strandId === strand.id)}
              asked={asked}
              onOpen={onOpen}
              onEdit={setEditing}
            />
          ))}
        </ol>
      </Section>
      {apart.length > 0 && (
        <Section title="Without a strand" fact="not in a column of the timetable">
          <Members members={apart} asked={asked} onOpen={onOpen} />
        </Section>
      )}
      {editing && <StrandDialog team={team} strand={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function StrandItem({
  strand,
  index,
  isLast,
  members,
  asked,
  onOpen,
  onEdit,
}: {
  readonly strand: Strand;
  readonly index: number;
  readonly isLast: boolean;
  readonly members: readonly Person[];
  readonly asked: (id: Person['id']) => Asked;
  readonly onOpen: Open;
  readonly onEdit: (strand: Strand) => void;
}) {
  const act = useStore((state) => state.act);
  const names = useNames();
  const name = names.strandName(strand);
  // Called after the one there is, who stands under it anyway.
  const isOnlyMember = members.length === 1 && members[0]?.name === strand.name;
  const move = (position: number) => void act('people:moveStrand', { id: strand.id, position });
  return (
    <li className="people-strand">
      <span className="number-tile" aria-hidden>
        {index + 1}
      </span>
      <div className="people-strand-text">
        <h3 className={isOnlyMember ? 'visually-hidden' : 'type-name'}>{name}</h3>
        {members.length === 0 ? (
          <p className="text-3">Nobody is in it yet.</p>
        ) : (
          <Members members={members} asked={asked} onOpen={onOpen} />
        )}
      </div>
      <div className="people-strand-actions">
        <IconButton
          icon={ArrowUp}
          size="small"
          label={`Move ${name} up`}
          unavailable={index === 0 && 'It is the first'}
          onClick={() => move(index - 1)}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={`Move ${name} down`}
          unavailable={isLast && 'It is the last'}
          onClick={() => move(index + 1)}
        />
        <IconButton icon={Pencil} size="small" label={`Change ${name}`} onClick={() => onEdit(strand)} />
        <IconButton
          icon={Trash2}
          size="small"
          label={`Remove the strand ${name}`}
          onClick={() => void act('people:removeStrand', { id: strand.id })}
        />
      </div>
    </li>
  );
}

function Members({
  members,
  asked,
  onOpen,
}: {
  readonly members: readonly Person[];
  readonly asked: (id: Person['id']) => Asked;
  readonly onOpen: Open;
}) {
  const names = useNames();
  return (
    <ul className="people-members">
      {members.map((person) => {
        const facts = [person.role === person.name ? '' : person.role, person.discipline].filter(Boolean);
        return (
          <li key={person.id}>
            <LinkButton onClick={() => onOpen(person)}>{names.personName(person)}</LinkButton>
            <span className="text-2">{facts.join(', ')}</span>
            <span className="text-3 num">{askedSentence(asked(person.id))}</span>
          </li>
        );
      })}
    </ul>
  );
}
