import { useState } from 'react';
import type { Person, Strand } from '../../../shared/domain/people.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Adds a strand, or renames it and says who is in it. */
export function StrandDialog({
  team,
  strand,
  onClose,
}: {
  readonly team: readonly Person[];
  readonly strand?: Strand;
  readonly onClose: () => void;
}) {
  const many = useStore((state) => state.data.engagement?.peopleWord.many ?? 'inspectors');
  const names = useNames();
  const { failure, save } = useSaving();
  const [name, setName] = useState(strand?.name ?? '');
  const [memberIds, setMemberIds] = useState<readonly Person['id'][]>(() =>
    strand ? team.filter(({ strandId }) => strandId === strand.id).map(({ id }) => id) : [],
  );
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (name.trim() === '') return;
    const saved = await save('people:saveStrand', {
      id: strand?.id ?? null,
      name: name.trim(),
      memberIds: [...memberIds],
    });
    if (saved) onClose();
  }

  return (
    <FormDialog
      title={strand ? 'Change strand' : 'Add strand'}
      size="small"
      saveLabel={strand ? 'Save' : 'Add strand'}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Name"
        hint="The head of its column in the timetable."
        value={name}
        maxLength={120}
        error={isTried && name.trim() === '' ? 'Enter the name.' : null}
        onChange={setName}
      />
      <TagPicker
        label={`${many.charAt(0).toUpperCase()}${many.slice(1)} in it`}
        hint="Whoever is in another strand moves here."
        choices={team.map((person) => ({
          id: person.id,
          label: names.personName(person),
          ...(person.discipline ? { hint: person.discipline } : {}),
        }))}
        value={memberIds}
        onChange={(ids) => setMemberIds(team.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))}
        none="Nobody of that name"
      />
    </FormDialog>
  );
}
