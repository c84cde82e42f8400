import {
  implicationKeys,
  implicationLabels,
  implicationsLeft,
  type Report,
  reportAccessLabels,
} from '../../../shared/domain/governance/report.ts';
import { DayField } from '../../people/DayField.tsx';
import type { RecordForm } from '../../state/useRecordForm.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Part = Pick<RecordForm<Report>, 'draft' | 'change'>;

/** What is to be decided, what was rejected on the way, and what was decided. */
export function DecisionPart({ draft, change }: Part) {
  const isWanted = draft.kind === 'decision';
  return (
    <>
      {isWanted && (
        <div className="form-grid">
          <TextArea
            label="Decision wanted"
            optional
            rows={2}
            maxLength={4000}
            value={draft.decisionWanted}
            onChange={(decisionWanted) => change({ decisionWanted })}
          />
          <TextArea
            label="Options rejected"
            optional
            rows={2}
            maxLength={4000}
            value={draft.optionsRejected}
            onChange={(optionsRejected) => change({ optionsRejected })}
          />
        </div>
      )}
      <div className="form-grid">
        <TextArea
          label={isWanted ? 'What was decided' : 'What came of it'}
          optional
          rows={2}
          maxLength={4000}
          value={draft.decision}
          onChange={(decision) => change({ decision })}
        />
        <DayField
          label="On"
          optional
          value={draft.decidedOn}
          onChange={(decidedOn) => change({ decidedOn })}
        />
      </div>
    </>
  );
}

/** Each implication has its own box, so that none is left out by forgetting it. */
export function ImplicationPart({ draft, change }: Part) {
  const left = implicationsLeft(draft).length;
  return (
    <Disclosure
      summary={
        left === 0
          ? 'Implications, all written'
          : `Implications, ${left} of ${implicationKeys.length} to write`
      }
    >
      <div className="stack">
        <p className="text-2">Write “not applicable” where there is none: a blank reads as forgotten.</p>
        <div className="form-grid">
          {implicationKeys.map((key) => (
            <TextArea
              key={key}
              label={implicationLabels[key]}
              rows={2}
              maxLength={4000}
              value={draft.implications[key]}
              onChange={(words) => change({ implications: { ...draft.implications, [key]: words } })}
            />
          ))}
        </div>
      </div>
    </Disclosure>
  );
}

/** Who may see it, and what stands at its end. */
export function AccessPart({ draft, change }: Part) {
  return (
    <Disclosure
      summary={`Access and papers: ${reportAccessLabels[draft.access].toLowerCase()}${draft.isEmbargoed ? ', under embargo' : ''}`}
    >
      <div className="stack">
        <div className="form-grid">
          <Select
            label="Access"
            value={draft.access}
            options={choicesOf(reportAccessLabels)}
            onChange={(access) => change({ access })}
          />
          <TextField
            label="Why it is not public"
            optional
            value={draft.accessReason}
            maxLength={400}
            onChange={(accessReason) => change({ accessReason })}
          />
          <TextField
            label="Wards"
            optional
            value={draft.wards}
            maxLength={200}
            onChange={(wards) => change({ wards })}
          />
          <TextField
            label="Contact"
            optional
            value={draft.contact}
            maxLength={200}
            onChange={(contact) => change({ contact })}
          />
        </div>
        <Checkbox
          label="Key decision"
          isChecked={draft.isKeyDecision}
          onChange={(isKeyDecision) => change({ isKeyDecision })}
        />
        <Checkbox
          label="Under embargo"
          hint="It leaves in no export until the inspectors’ report is published."
          isChecked={draft.isEmbargoed}
          onChange={(isEmbargoed) => change({ isEmbargoed })}
        />
        <div className="form-grid">
          <TextArea
            label="Appendices"
            optional
            rows={2}
            maxLength={4000}
            value={draft.appendices}
            onChange={(appendices) => change({ appendices })}
          />
          <TextArea
            label="Background papers"
            optional
            rows={2}
            maxLength={4000}
            value={draft.backgroundPapers}
            onChange={(backgroundPapers) => change({ backgroundPapers })}
          />
        </div>
        <TextArea
          label="Notes for ourselves"
          optional
          hint="Never in an export"
          rows={2}
          maxLength={4000}
          value={draft.internalNotes}
          onChange={(internalNotes) => change({ internalNotes })}
        />
      </div>
    </Disclosure>
  );
}
