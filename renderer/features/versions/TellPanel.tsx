import { CalendarCheck, Mail } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { PersonToTell, Telling } from '../../../shared/ipc/versions.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { PersonEntry } from './PersonEntry.tsx';

/** Who has to be told of the newest version: a message for each, saved or copied, and who has been told. */
export function TellPanel({ telling }: { readonly telling: Telling }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [left, setLeft] = useState<ReadonlySet<PersonId>>(new Set());
  const waiting = telling.people.filter(({ changes }) => changes > 0);
  const others = telling.people.filter(({ changes }) => changes === 0);
  const chosen = waiting.filter(({ personId }) => !left.has(personId));
  const ids = chosen.map(({ personId }) => personId);
  const number = telling.version?.number ?? 0;

  async function save(personIds: readonly PersonId[]) {
    const done = await act('versions:saveMessages', { personIds: [...personIds] });
    if (done && done.saved > 0) showDone(`Saved ${counted(done.saved, 'message', 'messages')}`);
  }
  async function markTold(personIds: readonly PersonId[]) {
    const done = await act('versions:markTold', { personIds: [...personIds] });
    const who = counted(personIds.length, 'person', 'people');
    if (done === null && useStore.getState().vault?.state === 'open')
      showDone(`Marked ${who} as told of version ${number}`);
  }
  const entry = (person: PersonToTell) => (
    <PersonEntry
      key={person.personId}
      person={person}
      isTicked={!left.has(person.personId)}
      onTick={(isTicked) => {
        const next = new Set(left);
        if (isTicked) next.delete(person.personId);
        else next.add(person.personId);
        setLeft(next);
      }}
      onSave={() => void save([person.personId])}
      onTold={() => void markTold([person.personId])}
    />
  );

  return (
    <SidePanel
      title={`Who to tell of version ${number}`}
      fact={waiting.length === 0 ? 'everybody is told' : counted(waiting.length, 'person', 'people')}
      width="25rem"
    >
      {waiting.length > 0 && (
        <>
          <div className="versions-tell-actions">
            <Button
              icon={Mail}
              kind="primary"
              unavailable={ids.length === 0 && 'Tick somebody'}
              onClick={() => void save(ids)}
            >
              {`Save ${counted(ids.length, 'message', 'messages')}...`}
            </Button>
            <Button
              icon={CalendarCheck}
              unavailable={ids.length === 0 && 'Tick somebody'}
              hideReason
              onClick={() => void markTold(ids)}
            >
              Mark as told
            </Button>
            <LinkButton
              onClick={() =>
                setLeft(ids.length === 0 ? new Set() : new Set(waiting.map(({ personId }) => personId)))
              }
            >
              {ids.length === 0 ? 'Tick all' : 'Tick none'}
            </LinkButton>
          </div>
          <ul className="versions-people" aria-label="People to tell">
            {waiting.map(entry)}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <Disclosure summary={`${counted(others.length, 'person knows', 'people know')} all there is to know`}>
          <ul className="versions-people">
            {others.map((person) => (
              <PersonEntry key={person.personId} person={person} />
            ))}
          </ul>
        </Disclosure>
      )}
    </SidePanel>
  );
}
