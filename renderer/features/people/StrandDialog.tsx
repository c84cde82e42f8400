import type { Person, Strand } from '../../../shared/domain/people.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useNamedForm } from './useNamedForm.ts';

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
  const { draft, change, nameError, frame } = useNamedForm({
    first: () => ({
      name: strand?.name ?? '',
      memberIds: strand ? team.filter(({ strandId }) => strandId === strand.id).map(({ id }) => id) : [],
    }),
    write: (save, { name, memberIds }) =>
      save('people:saveStrand', { id: strand?.id ?? null, name: name.trim(), memberIds }),
    onClose,
  });

  return (
    <FormDialog
      title={strand ? 'Change strand' : 'Add strand'}
      size="small"
      saveLabel={strand ? 'Save' : 'Add strand'}
      {...frame}
    >
      <TextField
        label="Name"
        hint="The head of its column in the timetable."
        value={draft.name}
        maxLength={120}
        error={nameError}
        onChange={(name) => change({ name })}
      />
      <TagPicker
        label={`${many.charAt(0).toUpperCase()}${many.slice(1)} in it`}
        hint="Whoever is in another strand moves here."
        choices={team.map((person) => ({
          id: person.id,
          label: names.personName(person),
          ...(person.discipline ? { hint: person.discipline } : {}),
        }))}
        value={draft.memberIds}
        onChange={(ids) => change({ memberIds: team.flatMap(({ id }) => (ids.includes(id) ? [id] : [])) })}
        none="Nobody of that name"
      />
    </FormDialog>
  );
}
