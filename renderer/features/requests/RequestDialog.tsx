import { useState } from 'react';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import type { RequestStart } from '../../state/store-types.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { RequestAnswers } from './RequestAnswers.tsx';
import { AskingFields, DueFields, KeepingFields, OwnerFields } from './RequestFields.tsx';
import { RequestHistory } from './RequestHistory.tsx';
import { type Draft, draftOf, savedFrom } from './request-draft.ts';

/** Adds a request under the next reference, or changes one; what answers it is attached and given here too. */
export function RequestDialog({
  request,
  start = {},
  onClose,
}: {
  readonly request: InformationRequest | null;
  /** What is known of a new one. */
  readonly start?: RequestStart;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const now = useNow();
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(() => draftOf(request, start, now));
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });

  async function submit() {
    setTried(true);
    if (draft.title.trim() === '') return;
    const saved = await save('requests:saveRequest', { ...savedFrom(draft), id: request?.id ?? null });
    if (!saved) return;
    if (!request) showDone(`Added ${saved.value.reference}`);
    onClose();
  }

  async function remove() {
    if (request) await act('requests:removeRequest', { id: request.id });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={request ? `Request ${request.reference}` : 'Add request'}
      onSubmit={() => void submit()}
      foot={
        <>
          {request && (
            <span className="dialog-note">
              <Button kind="quiet" tone="bad" onClick={() => void remove()}>
                Remove
              </Button>
            </span>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            {request ? 'Save' : 'Add request'}
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
        <TextField
          label="What is asked for"
          value={draft.title}
          error={isTried && draft.title.trim() === '' ? 'Enter what is asked for.' : null}
          maxLength={200}
          onChange={(title) => change({ title })}
        />
        <TextArea
          label="In their words"
          optional
          hint={sourceOf(request)}
          rows={2}
          value={draft.wording}
          maxLength={4000}
          onChange={(wording) => change({ wording })}
        />
        <div className="form-grid">
          <AskingFields draft={draft} onChange={change} />
          <DueFields draft={draft} onChange={change} />
          <OwnerFields draft={draft} onChange={change} />
          <KeepingFields draft={draft} onChange={change} />
        </div>
        {request && (
          <>
            <RequestAnswers
              request={request}
              onGiven={() => change({ state: 'sent', remindOn: null })}
              onReminded={() => change({ remindOn: null })}
            />
            <RequestHistory request={request} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function sourceOf(request: InformationRequest | null): string | undefined {
  if (!request || request.source === '' || request.source === 'this engagement') return undefined;
  return `From the framework: ${request.source}.${request.isVerified ? '' : ' Not verified: check it against what was asked.'}`;
}
