import { useState } from 'react';
import { parseNhsNumber, parseUpn } from '../../../shared/domain/identifiers.ts';
import type { Parsed } from '../../../shared/domain/parsed.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Draft = ChannelInput<'children:addChild'>;

const blank: Draft = {
  forename: '',
  surname: '',
  knownAs: '',
  dateOfBirth: null,
  upn: '',
  nhsNumber: '',
  postcode: '',
  uniqueId: '',
  address: '',
  need: '',
  sendStatus: '',
  setting: '',
  socialCareStatus: '',
  lastAnnualReview: null,
  notes: '',
};

const needs = [
  'Autism',
  'Hearing impairment',
  'Moderate learning difficulty',
  'Multi-sensory impairment',
  'Physical disability',
  'Profound and multiple learning difficulty',
  'Severe learning difficulty',
  'Social, emotional and mental health',
  'Specific learning difficulty',
  'Speech, language and communication needs',
  'Vision impairment',
].map((value) => ({ value }));
const statuses = ['EHC plan', 'SEN support', 'EHC needs assessment'].map((value) => ({ value }));
const careStatuses = ['None', 'Early help', 'Child in need', 'Child protection plan', 'Looked after'].map(
  (value) => ({
    value,
  }),
);

/** Adds a tracked child, or changes the details of one. */
export function ChildDialog({
  view,
  onClose,
  onAdded,
}: {
  readonly view?: ChildPageView;
  readonly onClose: () => void;
  readonly onAdded?: (childId: string) => void;
}) {
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(() => (view ? draftOf(view) : blank));
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  // A child from a list of numbers has no name until somebody types it.
  const needsName = view?.name.forename !== '' || view.name.surname !== '';
  const missing = (text: string, message: string) =>
    isTried && needsName && text.trim() === '' ? message : null;

  async function submit() {
    setTried(true);
    if (needsName && (draft.forename.trim() === '' || draft.surname.trim() === '')) return;
    if (view) {
      if (!(await save('children:editChild', { id: view.child.id, ...draft }))) return;
    } else {
      const added = await save('children:addChild', draft);
      if (!added) return;
      showDone('Child added, with a checklist');
      onAdded?.(added.value.id);
    }
    onClose();
  }

  return (
    <FormDialog
      title={view ? `Details of Child ${view.child.code}` : 'Add child'}
      note="The name is kept apart and shown on the child’s own page only."
      saveLabel={view ? 'Save' : 'Add child'}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label="First name"
          value={draft.forename}
          error={missing(draft.forename, 'Enter the first name.')}
          maxLength={80}
          onChange={(forename) => change({ forename })}
        />
        <TextField
          label="Surname"
          value={draft.surname}
          error={missing(draft.surname, 'Enter the surname.')}
          maxLength={80}
          onChange={(surname) => change({ surname })}
        />
        <TextField
          label="Also known as"
          optional
          hint="Parted by commas. Packs are checked for these too."
          value={draft.knownAs}
          maxLength={200}
          onChange={(knownAs) => change({ knownAs })}
        />
        <DayField
          label="Date of birth"
          optional
          value={draft.dateOfBirth}
          written="date"
          onChange={(dateOfBirth) => change({ dateOfBirth })}
        />
      </div>
      <div className="form-grid">
        <SuggestField
          label="SEND status"
          optional
          value={draft.sendStatus}
          suggestions={statuses}
          maxLength={60}
          onChange={(sendStatus) => change({ sendStatus })}
        />
        <DayField
          label="Last annual review"
          optional
          value={draft.lastAnnualReview}
          written="date"
          onChange={(lastAnnualReview) => change({ lastAnnualReview })}
        />
        <SuggestField
          label="Primary need"
          optional
          value={draft.need}
          suggestions={needs}
          maxLength={160}
          onChange={(need) => change({ need })}
        />
        <TextField
          label="Setting"
          optional
          value={draft.setting}
          maxLength={160}
          onChange={(setting) => change({ setting })}
        />
        <SuggestField
          label="Social care status"
          optional
          value={draft.socialCareStatus}
          suggestions={careStatuses}
          maxLength={120}
          onChange={(socialCareStatus) => change({ socialCareStatus })}
        />
        <TextField
          label="Address"
          optional
          hint="Packs are checked for it."
          value={draft.address}
          maxLength={300}
          onChange={(address) => change({ address })}
        />
        <TextField
          label="Postcode"
          optional
          value={draft.postcode}
          maxLength={12}
          onChange={(postcode) => change({ postcode })}
        />
        <div className="stack stack-tight">
          <TextField
            label="UPN"
            optional
            className="num"
            value={draft.upn}
            maxLength={20}
            onChange={(upn) => change({ upn })}
          />
          <NumberCheck text={draft.upn} parse={parseUpn} />
        </div>
        <div className="stack stack-tight">
          <TextField
            label="NHS number"
            optional
            className="num"
            value={draft.nhsNumber}
            maxLength={20}
            onChange={(nhsNumber) => change({ nhsNumber })}
          />
          <NumberCheck text={draft.nhsNumber} parse={parseNhsNumber} />
        </div>
      </div>
      <TextArea
        label="Notes"
        optional
        hint="Communication and access needs, safe contact, what to remember."
        value={draft.notes}
        maxLength={4000}
        onChange={(notes) => change({ notes })}
      />
    </FormDialog>
  );
}

/** What a number's check digit says; a wrong one is kept, since it is what the school or surgery sent. */
function NumberCheck({
  text,
  parse,
}: {
  readonly text: string;
  readonly parse: (text: string) => Parsed<unknown>;
}) {
  if (text.trim() === '') return null;
  const read = parse(text);
  return read.ok ? (
    <StatusMark status="ok" size="small">
      Check digit agrees
    </StatusMark>
  ) : (
    <span className="children-number-problem" role="status">
      <StatusMark status="warn" size="small">
        Kept as typed.
      </StatusMark>{' '}
      {read.reason}
    </span>
  );
}

function draftOf({ child, name }: ChildPageView): Draft {
  const { id: _, code: __, initials: ___, ...fields } = child;
  return { ...fields, forename: name.forename, surname: name.surname, knownAs: name.knownAs };
}
