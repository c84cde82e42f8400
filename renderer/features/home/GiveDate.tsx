import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';

/** The one field to fill when the phone rings: everything else is dated from it. */
export function GiveDate() {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [date, setDate] = useState<IsoDate | null>(null);
  const [isTried, setTried] = useState(false);
  const view = useStore((state) => state.data.engagement);
  if (!view) return null;

  async function give() {
    setTried(true);
    if (date === null) return;
    let isDated = true;
    await act('engagement:editEngagement', { anchorDate: date }, (failure) => {
      isDated = false;
      useStore.getState().showFailure(failure);
    });
    if (isDated) showDone(`Everything is dated from ${formatDayLong(date)}`);
  }

  return (
    <form
      className="home-date"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <DayField
        label={view.anchorLabel}
        hint="Phases, deadlines, requests, tasks and the default meetings are then dated from it."
        value={date}
        error={isTried && date === null ? 'Enter the date.' : null}
        onChange={setDate}
      />
      <Button type="submit" kind="primary">
        Date everything
      </Button>
    </form>
  );
}
