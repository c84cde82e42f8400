import { ChevronDown, ChevronRight, Mail } from 'lucide-react';
import { useId, useState } from 'react';
import type { PersonToTell } from '../../../shared/ipc/versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { type SeenNames, useSeenNames } from './useSeenNames.ts';
import { toldWords } from './version-words.ts';

type Actions = {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly onSave: () => void;
  readonly onTold: () => void;
};

/** One person: what they were told last, what has changed for them since, and the message that says it. */
export function PersonEntry({ person, ...given }: { readonly person: PersonToTell } & Partial<Actions>) {
  const names = useSeenNames();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const name = names.person({ id: person.personId, name: person.name });
  const words = toldWords(person);
  const actions = given.onTick ? (given as Actions) : null;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="versions-person">
      <div className="versions-person-head">
        {actions ? (
          <Checkbox
            label={
              <>
                <b>{name}</b> <span className="text-3">{person.role !== person.name && person.role}</span>
              </>
            }
            hint={words}
            isChecked={actions.isTicked}
            onChange={actions.onTick}
          />
        ) : (
          <span>
            <b>{name}</b>
            <span className="versions-told">{words}</span>
          </span>
        )}
        {actions && (
          <Button
            size="small"
            kind="quiet"
            icon={Icon}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            Message<span className="visually-hidden"> to {name}</span>
          </Button>
        )}
      </div>
      {actions && isOpen && (
        <div id={id}>
          <MessageCard person={person} name={name} names={names} actions={actions} />
        </div>
      )}
    </li>
  );
}

function MessageCard({
  person,
  name,
  names,
  actions,
}: {
  readonly person: PersonToTell;
  readonly name: string;
  readonly names: SeenNames;
  readonly actions: Actions;
}) {
  const { subject, body } = person.message;
  if (names.areCoded) return <p className="versions-message">Hidden while names are shown as codes.</p>;
  return (
    <div className="versions-message">
      <p className="text-2 type-small">
        {person.email ? `To ${person.email}` : `${name} has no e-mail address here: by phone, or fill it in.`}
      </p>
      <p className="versions-subject selectable">{subject}</p>
      <p className="versions-body selectable">{body.trim()}</p>
      <div className="row row-wrap">
        <CopyButton text={`${subject}\n\n${body}`} what={`the message to ${name}`} />
        <Button size="small" icon={Mail} onClick={actions.onSave}>
          Save .eml...
        </Button>
        <Button size="small" kind="quiet" onClick={actions.onTold}>
          Mark as told
        </Button>
      </div>
    </div>
  );
}
