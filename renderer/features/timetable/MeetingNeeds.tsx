import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import type { MeetingForm } from './meeting-form.ts';

/** What the meeting needs: sectors in the room, video, step-free access; and whether it is to stay where it is. */
export function MeetingNeeds({
  form,
  onForm,
}: {
  readonly form: MeetingForm;
  readonly onForm: (changes: Partial<MeetingForm>) => void;
}) {
  return (
    <div className="stack stack-tight">
      {form.kind !== 'block' && (
        <fieldset>
          <legend className="field-label">Must be there</legend>
          <div className="chip-list timetable-sectors">
            {SECTORS.map((sector) => (
              <ToggleChip
                key={sector}
                isOn={form.sectorsNeeded.includes(sector)}
                onChange={(isOn) =>
                  onForm({
                    sectorsNeeded: isOn
                      ? [...form.sectorsNeeded, sector]
                      : form.sectorsNeeded.filter((other) => other !== sector),
                  })
                }
              >
                {SECTOR_LABELS[sector]}
              </ToggleChip>
            ))}
          </div>
        </fieldset>
      )}
      <div className="row row-wrap timetable-checks">
        {form.kind !== 'block' && (
          <>
            <Checkbox
              label="Needs video"
              isChecked={form.needsVideo}
              onChange={(needsVideo) => onForm({ needsVideo })}
            />
            <Checkbox
              label="Needs step-free access"
              isChecked={form.needsStepFree}
              onChange={(needsStepFree) => onForm({ needsStepFree })}
            />
          </>
        )}
        {form.day !== null && (
          <Checkbox
            label="Pinned: it stays where it is"
            isChecked={form.isPinned}
            onChange={(isPinned) => onForm({ isPinned })}
          />
        )}
      </div>
    </div>
  );
}
