import { useState } from 'react';
import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import { actionStateLabels, type PlanAction, type PlanKind } from '../../../shared/domain/plan.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { DayField } from '../../people/DayField.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Draft = Omit<PlanAction, 'id'>;

const none = '';

const blank = (plan: PlanKind): Draft => ({
  ...{ plan, area: '', title: '', ownerId: null, partner: '', measure: '', dueOn: null },
  ...{ state: 'not-started', rating: 'none', dependsOnId: null, criterionId: null, findingId: null },
  ...{ reference: '', linkedIds: [], internalNotes: '' },
});

/** Adds an action, changes it, or reports how it goes. */
export function ActionDialog({
  action,
  plan,
  view,
  onClose,
}: {
  readonly action: PlanAction | null;
  readonly plan: PlanKind;
  readonly view: PlanView;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(() => {
    if (!action) return blank(plan);
    const { id: _, ...fields } = action;
    return fields;
  });
  const [report, setReport] = useState('');
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });

  async function submit() {
    setTried(true);
    if (draft.title.trim() === '') return;
    if (await save('plan:saveAction', { ...draft, id: action?.id ?? null, report })) onClose();
  }

  async function remove() {
    if (action && (await save('plan:removeAction', { id: action.id }))) onClose();
  }

  return (
    <FormDialog
      title={action ? 'Action' : 'Add action'}
      fact={action?.reference}
      saveLabel={action ? 'Save' : 'Add action'}
      problem={failure && sentenceFor(failure)}
      onRemove={action && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="What will be done"
        value={draft.title}
        maxLength={400}
        error={isTried && draft.title.trim() === '' ? 'Say what will be done.' : null}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <SuggestField
          label="Area"
          optional
          value={draft.area}
          suggestions={[...new Set(view.actions.map(({ area }) => area).filter(Boolean))].map((value) => ({
            value,
          }))}
          maxLength={160}
          onChange={(area) => change({ area })}
        />
        <DayField label="By when" optional value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
        <PersonField label="Who" optional value={draft.ownerId} onChange={(ownerId) => change({ ownerId })} />
        <TextField
          label="With"
          optional
          hint="The partner who does it with us"
          value={draft.partner}
          maxLength={160}
          onChange={(partner) => change({ partner })}
        />
        <Select
          label="State"
          value={draft.state}
          options={choicesOf(actionStateLabels)}
          onChange={(state) => change({ state })}
        />
        <Select
          label="Rating"
          value={draft.rating}
          options={choicesOf(ratingLabels)}
          onChange={(rating) => change({ rating })}
        />
      </div>
      <TextField
        label="How we will know"
        optional
        hint="A measure, with where it stands now"
        value={draft.measure}
        maxLength={600}
        onChange={(measure) => change({ measure })}
      />
      <Ties action={action} draft={draft} view={view} onChange={change} />
      <TextField
        label="Notes for ourselves"
        optional
        hint="Never in an export"
        value={draft.internalNotes}
        maxLength={4000}
        onChange={(internalNotes) => change({ internalNotes })}
      />
      {action && <Progress actionId={action.id} view={view} report={report} onReport={setReport} />}
    </FormDialog>
  );
}

/** What it waits for, and what it answers. */
function Ties({
  action,
  draft,
  view,
  onChange,
}: {
  readonly action: PlanAction | null;
  readonly draft: Draft;
  readonly view: PlanView;
  readonly onChange: (patch: Partial<Draft>) => void;
}) {
  const names = useNames();
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const others = view.actions.filter((one) => one.plan === draft.plan && one.id !== action?.id);
  const optional = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    labelOf: (row: Row) => string,
    nothing: string,
  ) => [
    { value: none, label: nothing },
    ...rows.map((row) => ({ value: row.id as string, label: names.withoutNames(labelOf(row)) })),
  ];
  return (
    <div className="form-grid">
      <Select
        label="After"
        value={(draft.dependsOnId ?? none) as string}
        options={optional(others, ({ title }) => title, 'It waits for nothing')}
        onChange={(id) => onChange({ dependsOnId: others.find((one) => one.id === id)?.id ?? null })}
      />
      <Select
        label="Answers"
        value={(draft.findingId ?? none) as string}
        options={optional(view.findings, ({ text }) => text, 'No finding')}
        onChange={(id) => onChange({ findingId: view.findings.find((one) => one.id === id)?.id ?? null })}
      />
      <Select
        label="Under"
        value={(draft.criterionId ?? none) as string}
        options={optional(
          criteria,
          ({ code, title }) => [code, title].filter(Boolean).join(': '),
          'No criterion',
        )}
        onChange={(id) => onChange({ criterionId: criteria.find((one) => one.id === id)?.id ?? null })}
      />
      <TagPicker
        label="Works together with"
        optional
        choices={others.map(({ id, reference, title }) => ({
          id,
          label: `${reference} ${names.withoutNames(title)}`,
        }))}
        value={draft.linkedIds}
        onChange={(ids) =>
          onChange({ linkedIds: others.filter(({ id }) => ids.includes(id)).map(({ id }) => id) })
        }
      />
    </div>
  );
}

function Progress({
  actionId,
  view,
  report,
  onReport,
}: {
  readonly actionId: PlanAction['id'];
  readonly view: PlanView;
  readonly report: string;
  readonly onReport: (text: string) => void;
}) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const own = view.updates.filter((one) => one.actionId === actionId);
  return (
    <Section title="Progress" fact={own.length === 1 ? '1 report' : `${own.length} reports`} level={3}>
      <TextField
        label="Report now"
        optional
        hint="Kept with its time and the rating above"
        value={report}
        maxLength={2000}
        onChange={onReport}
      />
      <ul className="plan-progress">
        {own.map((one) => (
          <li key={one.id}>
            {names.withoutNames(one.text)}
            <span className="table-second">
              {formatInstantShort(one.at, clock)}, {ratingLabels[one.rating].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
