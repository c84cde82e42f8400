import type { Place } from '../../../shared/domain/people.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AvailabilitySummary } from './AvailabilitySummary.tsx';
import { useNamedForm } from './useNamedForm.ts';

type Draft = ChannelInput<'people:savePlace'>;

const blank: Draft = {
  ...{ id: null, name: '', site: '', capacity: null, hasVideo: false, isStepFree: true, isOnline: false },
  travelMinutes: 0,
};

/** Adds a room or a link, or changes or removes it. */
export function PlaceDialog({ place, onClose }: { readonly place?: Place; readonly onClose: () => void }) {
  const { draft, change, nameError, frame } = useNamedForm<Draft>({
    first: place ?? blank,
    write: (save, given) => save('people:savePlace', given),
    remove: place && ((save) => save('people:removePlace', { id: place.id })),
    onClose,
  });

  return (
    <FormDialog
      title={place ? 'Details of this place' : 'Add place'}
      saveLabel={place ? 'Save' : 'Add place'}
      {...frame}
    >
      <div className="form-grid">
        <TextField
          label="Room or link"
          value={draft.name}
          maxLength={160}
          error={nameError}
          onChange={(name) => change({ name })}
        />
        <TextField
          label="Site"
          optional
          value={draft.site}
          maxLength={160}
          onChange={(site) => change({ site })}
        />
        <NumberField
          label="Seats"
          optional
          value={draft.capacity}
          max={10_000}
          onChange={(capacity) => change({ capacity })}
        />
        <NumberField
          label="Travel from the main site"
          suffix="minutes"
          value={draft.travelMinutes}
          max={600}
          stepBy={5}
          onChange={(travelMinutes) => change({ travelMinutes: travelMinutes ?? 0 })}
        />
      </div>
      <div className="stack stack-tight">
        <Checkbox
          label="It is online: several meetings can be there at once"
          isChecked={draft.isOnline}
          onChange={(isOnline) => change({ isOnline, hasVideo: isOnline || draft.hasVideo })}
        />
        <Checkbox
          label="It has a video link"
          isChecked={draft.hasVideo}
          onChange={(hasVideo) => change({ hasVideo })}
        />
        <Checkbox
          label="It is step-free"
          isChecked={draft.isStepFree}
          onChange={(isStepFree) => change({ isStepFree })}
        />
      </div>
      {place && <AvailabilitySummary owner={{ personId: null, placeId: place.id }} />}
    </FormDialog>
  );
}
