import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayMonth } from '../../../shared/domain/time-words.ts';
import type { OwedDocuments } from '../../../shared/ipc/children.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { dayWords } from './child-words.ts';

type Owed = OwedDocuments[number];

/** More lines of one owner than this stay shut until they are asked for. */
const linesInSight = 12;

/** What is still missing and whom to ask for it: one message for each owner, copied and noted in one press. */
export function AskDialog({
  childId,
  today,
  onClose,
}: {
  /** One child, or all of them. */
  readonly childId: ChildId | null;
  readonly today: IsoDate;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const children = useStore((state) => state.data.children);
  const [owed, setOwed] = useState<OwedDocuments | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the checklists are what it is worked out from
  useEffect(() => {
    void act('children:readOwed', { childId }).then(setOwed);
  }, [act, childId, children]);
  if (!owed) return null;
  const count = owed.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Ask for what is missing"
      fact={counted(count, 'document')}
      note="No child’s name is in a message. Undo takes the note of the asking back."
      foot={
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {count === 0 && (
        <EmptyState inline title="Nothing is missing">
          Each document that applies has been received.
        </EmptyState>
      )}
      {owed.map((one) => (
        <Owner key={one.key} owed={one} today={today} namesChild={childId === null} />
      ))}
    </Dialog>
  );
}

function Owner({
  owed,
  today,
  namesChild,
}: {
  readonly owed: Owed;
  readonly today: IsoDate;
  readonly namesChild: boolean;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const { items, message } = owed;
  const waiting = items.filter(({ askedOn }) => askedOn === null).length;
  const who = useOwner(owed);

  async function ask() {
    const isCopied = copyText(message);
    const done = await act('children:askForItems', { ids: items.map(({ id }) => id) });
    if (done && isCopied)
      showDone(`Copied a message, and noted ${counted(done.asked, 'document')} as asked for`);
  }

  const lines = (
    <ul className="children-owed">
      {items.map(({ id, childId, title, dueOn, askedOn }) => (
        <li key={id}>
          {namesChild && `${names.childLabel(childId)}: `}
          {names.withoutNames(title)}
          <span className="text-2">
            {dueOn && `, ${dueOn < today ? 'was due' : 'due'} ${dayWords(dueOn, today)}`}
            {askedOn && `, asked for ${formatDayMonth(askedOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Section
      ruled
      level={3}
      title={who.title}
      fact={waiting === 0 ? 'all asked for' : `${waiting} of ${items.length} not asked for yet`}
      action={
        <Button size="small" icon={Copy} onClick={() => void ask()}>
          Copy message, note as asked<span className="visually-hidden"> for {who.title}</span>
        </Button>
      }
    >
      {who.contact && <p className="text-2 children-contact">{who.contact}</p>}
      {items.length > linesInSight ? (
        <Disclosure summary={counted(items.length, 'document')}>{lines}</Disclosure>
      ) : (
        lines
      )}
    </Section>
  );
}

/** Who owes it, and through whom to ask: their post, e-mail and phone. */
function useOwner({ sector, ownerId, ownerName, contactId }: Owed): {
  readonly title: string;
  readonly contact: string;
} {
  const people = useStore((state) => state.data.people?.people);
  const areCoded = useStore((state) => state.namesAsCodes);
  const names = useNames();
  const label = sector ? SECTOR_LABELS[sector] : 'No owner yet';
  const own = ownerId ? names.personName(ownerId) : names.withoutNames(ownerName);
  const contact = people?.find(({ id }) => id === contactId);
  const reach = contact && !areCoded ? [contact.email, contact.phone].filter(Boolean) : [];
  const through = contact && !ownerId ? [`Usually asked through ${names.personName(contact)}`] : [];
  return {
    title: [label, own].filter(Boolean).join(', '),
    contact: contact ? [...through, contact.role, ...reach].filter(Boolean).join(', ') : '',
  };
}
