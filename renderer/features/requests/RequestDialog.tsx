import { FileText, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { type InformationRequest, RequestState, requestStateLabels } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import {
  formatDayLong,
  formatTime,
  londonInstant,
  londonWallTime,
  parseDate,
  parseTime,
} from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { PersonField } from '../../people/PersonField.tsx';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';

type Draft = Omit<InformationRequest, 'id' | 'reference' | 'source' | 'isVerified' | 'askedAt'> & {
  readonly askedOn: string | null;
  readonly askedMinutes: number | null;
};

/** Adds a request under the next reference, or changes one; what answers it is attached here too. */
export function RequestDialog({
  request,
  onClose,
}: {
  readonly request: InformationRequest | null;
  readonly onClose: () => void;
}) {
  const { act, showDone } = useStore();
  const now = useNow();
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(() => draftOf(request, now));
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });

  async function submit() {
    setTried(true);
    if (draft.title.trim() === '') return;
    const { askedOn, askedMinutes, ...fields } = draft;
    const askedAt = askedOn === null ? null : londonInstant(askedOn, askedMinutes ?? 9 * 60);
    const saved = await save('requests:saveRequest', { ...fields, askedAt, id: request?.id ?? null });
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
        <Asking draft={draft} onChange={change} />
        <Answering draft={draft} onChange={change} />
        {request && <Documents request={request} />}
      </div>
    </Dialog>
  );
}

type PartProps = { readonly draft: Draft; readonly onChange: (patch: Partial<Draft>) => void };

function Asking({ draft, onChange }: PartProps) {
  const { data, settings } = useStore();
  const roles = (data.people?.people ?? [])
    .filter((person) => person.side === 'inspection')
    .map((person) => person.role || person.discipline);
  const groups = (data.requests?.requests ?? []).map((request) => request.group);
  return (
    <div className="form-grid">
      <SuggestField
        label="Asked by"
        optional
        hint="A role, such as: Lead inspector"
        value={draft.askedBy}
        suggestions={suggestionsOf(roles)}
        maxLength={160}
        onChange={(askedBy) => onChange({ askedBy })}
      />
      <SuggestField
        label="Kept under"
        optional
        hint="A heading of the list"
        value={draft.group}
        suggestions={suggestionsOf(groups)}
        maxLength={80}
        onChange={(group) => onChange({ group })}
      />
      <DateField
        label="Asked on"
        optional
        value={draft.askedOn}
        parse={parseDate}
        format={formatDayLong}
        onChange={(askedOn) => onChange({ askedOn })}
      />
      <TimeField
        label="Asked at"
        optional
        value={draft.askedMinutes}
        parse={parseTime}
        format={(minutes) => formatTime(minutes, settings.clock)}
        onChange={(askedMinutes) => onChange({ askedMinutes })}
      />
    </div>
  );
}

function Answering({ draft, onChange }: PartProps) {
  const clock = useStore((state) => state.settings.clock);
  return (
    <div className="form-grid">
      <Select
        label="Owned by"
        value={draft.ownerSector ?? ''}
        options={[
          { value: '', label: 'No sector yet' },
          ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
        ]}
        onChange={(sector) => onChange({ ownerSector: SECTORS.find((one) => one === sector) ?? null })}
      />
      <PersonField
        label="Person"
        optional
        value={draft.ownerId}
        onChange={(ownerId) => onChange({ ownerId })}
      />
      <DateField
        label="Due on"
        optional
        value={draft.dueOn}
        parse={parseDate}
        format={formatDayLong}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <TimeField
        label="Due at"
        optional
        value={draft.dueAt}
        parse={parseTime}
        format={(minutes) => formatTime(minutes, clock)}
        onChange={(dueAt) => onChange({ dueAt })}
      />
      <Select
        label="State"
        value={draft.state}
        options={RequestState.options.map((state) => ({ value: state, label: requestStateLabels[state] }))}
        onChange={(state) => onChange({ state })}
      />
    </div>
  );
}

function Documents({ request }: { readonly request: InformationRequest }) {
  const { data, goTo } = useStore();
  const { id } = request;
  const ids = new Set(
    data.evidence?.links.filter((link) => link.requestId === id).map((link) => link.evidenceId),
  );
  const documents = (data.evidence?.items ?? []).filter((item) => ids.has(item.id));
  return (
    <Section
      title="Documents that answer it"
      level={3}
      action={
        <LinkButton icon={Paperclip} onClick={() => void attachEvidence({ requestId: id })}>
          Attach files...
        </LinkButton>
      }
    >
      {documents.length === 0 ? (
        <p className="text-3">None attached yet</p>
      ) : (
        <ul>
          {documents.map((item) => (
            <li key={item.id}>
              <LinkButton icon={FileText} onClick={() => goTo({ name: 'evidence', evidenceId: item.id })}>
                {item.title}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function draftOf(request: InformationRequest | null, now: string): Draft {
  if (!request) {
    const wall = londonWallTime(now);
    return {
      ...{
        title: '',
        wording: '',
        group: '',
        askedBy: '',
        ownerSector: null,
        ownerId: null,
        dueOn: null,
        dueAt: null,
      },
      ...{ state: 'not-started', askedOn: wall.date, askedMinutes: wall.minutes },
    };
  }
  const { id: _, reference: __, source: ___, isVerified: ____, askedAt, ...fields } = request;
  const asked = askedAt === null ? null : londonWallTime(askedAt);
  return { ...fields, askedOn: asked?.date ?? null, askedMinutes: asked?.minutes ?? null };
}

function sourceOf(request: InformationRequest | null): string | undefined {
  if (!request || request.source === '' || request.source === 'this engagement') return undefined;
  return `From the framework: ${request.source}.${request.isVerified ? '' : ' Not verified: check it against what was asked.'}`;
}

const suggestionsOf = (values: readonly string[]) =>
  [...new Set(values.filter(Boolean))].map((value) => ({ value }));
