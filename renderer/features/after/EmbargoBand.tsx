import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

/** Whether what was said may be passed on, and the one act that frees it. */
export function EmbargoBand({ icon }: { readonly icon: LucideIcon }) {
  const feedback = useStore((state) => state.data.feedback);
  const engagement = useStore((state) => state.data.engagement);
  const [isLifting, setLifting] = useState(false);
  const entries = feedback?.entries ?? [];
  const held = entries.filter((entry) => entry.isEmbargoed).length;
  const published = engagement?.engagement.publishedOn ?? null;
  if (published && held === 0)
    return (
      <div className="after-embargo">
        <Banner tone="info">Published on {formatDayLong(published)}. Nothing is under embargo.</Banner>
      </div>
    );
  if (entries.length === 0) return null;
  return (
    <div className="after-embargo">
      <Banner
        tone={held > 0 ? 'warn' : 'info'}
        icon={icon}
        title={held > 0 ? 'Under embargo until publication.' : 'Nothing is under embargo.'}
        actions={
          <Button size="small" onClick={() => setLifting(true)}>
            It is published...
          </Button>
        }
      >
        {held > 0 &&
          `${held === 1 ? '1 entry stays' : `${held} entries stay`} out of every note and export for others.`}
      </Banner>
      {isLifting && <PublishedDialog held={held} onClose={() => setLifting(false)} />}
    </div>
  );
}

function PublishedDialog({ held, onClose }: { readonly held: number; readonly onClose: () => void }) {
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [on, setOn] = useState<IsoDate | null>(null);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (on === null) return;
    const done = await save('after:liftEmbargo', { publishedOn: on });
    if (!done) return;
    showDone(
      done.value.count === 1 ? '1 entry may be passed on' : `${done.value.count} entries may be passed on`,
    );
    onClose();
  }

  return (
    <FormDialog
      size="small"
      title="It is published"
      fact={held === 1 ? '1 entry is under embargo' : `${held} entries are under embargo`}
      saveLabel="End the embargo"
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <DayField
        label="Published on"
        hint="From then on what was said may be passed on. Undo takes it back."
        value={on}
        error={isTried && on === null ? 'Enter the day of publication.' : null}
        onChange={setOn}
      />
    </FormDialog>
  );
}
