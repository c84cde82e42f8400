import { Archive } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PackChoices, PackRecipe } from '../../../shared/domain/pack.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { PackPreview } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { waitsFor } from './pack-words.ts';

const written: Readonly<Record<PackChoices['saveAs'], string>> = {
  both: 'Writes a folder that anybody can read, and an encrypted zip of it.',
  zip: 'Writes an encrypted zip, and nothing that can be read without its passphrase.',
  folder: 'Writes a folder that anybody can read.',
};

/** For whom the pack is, why it goes as it is, and the button that makes it. */
export function PackForm({
  choices,
  recipeId,
  preview,
}: {
  readonly choices: PackChoices;
  readonly recipeId: PackRecipe['id'] | null;
  readonly preview: PackPreview;
}) {
  const suggestions = useRecipients();
  const [recipient, setRecipient] = useState('');
  const [reason, setReason] = useState('');
  const isMaking = useStore((state) => state.isPackBeingMade);
  const failure = useStore((state) => state.packFailure);
  const makePack = useStore((state) => state.makePack);
  const unavailable = isMaking ? 'It is being made.' : waitsFor(preview, reason);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (unavailable) return;
    const made = await makePack({
      ...choices,
      recipeId,
      recipient,
      reason: preview.cautions.length > 0 ? reason : '',
    });
    if (made) setReason('');
    sayElsewhere();
  }

  return (
    <form className="packs-form" onSubmit={submit}>
      {failure && (
        <Banner tone="bad" role="alert">
          {sentenceFor(failure)}
        </Banner>
      )}
      <SuggestField
        label="Reader"
        optional
        maxLength={200}
        value={recipient}
        suggestions={suggestions}
        onChange={setRecipient}
      />
      {preview.cautions.length > 0 && (
        <TextArea
          label="Why it goes as it is"
          hint="Kept in the log and printed in the index"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
      <div className="packs-make">
        <Button type="submit" kind="primary" icon={Archive} unavailable={unavailable}>
          Make pack...
        </Button>
        {!unavailable && <p className="type-small text-2">{written[choices.saveAs]}</p>}
      </div>
    </form>
  );
}

/** Tells somebody who has gone on to other work how it ended; on this page it is in sight. */
function sayElsewhere(): void {
  const { page, packMade, packFailure, showDone, showFailure } = useStore.getState();
  if (page.name === 'packs') return;
  if (packMade)
    showDone(
      packMade.zipName ? 'The pack is made. The passphrase of its zip is under Packs.' : 'The pack is made.',
    );
  if (packFailure) showFailure(packFailure);
}

/** The inspectors or peers, who are the likeliest readers; nobody while names are shown as codes. */
function useRecipients() {
  const people = useStore((state) => state.data.people?.people);
  const areCoded = useStore((state) => state.namesAsCodes);
  const names = useNames();
  if (areCoded) return [];
  return (people ?? [])
    .filter((person) => person.side === 'inspection')
    .map((person) => ({ value: names.personName(person), hint: person.role }));
}
