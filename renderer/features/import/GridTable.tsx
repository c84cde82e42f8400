import { useState } from 'react';
import { initialsOf } from '../../../shared/domain/people.ts';
import { formatDayShort, formatTime, formatTimeRange } from '../../../shared/domain/time-words.ts';
import type { GridPreview } from '../../../shared/ipc/imports.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { daysOf, type GridDay, type GridSpot, gridDay } from './grid-days.ts';

/** A hand-made grid as it was read, a day at a time, in the shape it came in. */
export function GridTable({ grid, areCoded }: { readonly grid: GridPreview; readonly areCoded: boolean }) {
  const days = daysOf(grid);
  const [chosen, choose] = useState(days[0] ?? '');
  const day = days.includes(chosen) ? chosen : (days[0] ?? '');
  return (
    <Tabs
      label="Days of the grid"
      tabs={days.map((one) => ({ id: one, label: one === '' ? 'No day' : formatDayShort(one) }))}
      selected={day}
      onSelect={choose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="import-grid-frame" aria-label="The grid as it was read" tabIndex={0}>
        <DayTable shown={gridDay(grid, day)} areCoded={areCoded} />
      </section>
    </Tabs>
  );
}

function DayTable({ shown, areCoded }: { readonly shown: GridDay; readonly areCoded: boolean }) {
  return (
    <table className="import-grid">
      <thead>
        <tr>
          <th scope="col">Time</th>
          {shown.columns.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rows.map(({ start, minutes, spots }) => (
          <tr key={`${start} ${minutes}`}>
            <th scope="row" className="num">
              {minutes === null ? formatTime(start) : formatTimeRange(start, start + minutes)}
            </th>
            {spots.map((spot) => (
              <td key={spot.column} colSpan={spot.columns}>
                <Spot spot={spot} areCoded={areCoded} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Spot({ spot, areCoded }: { readonly spot: GridSpot; readonly areCoded: boolean }) {
  return spot.meetings.map(({ rowNumber, title, place, names, notes }) => (
    <div key={rowNumber} className="import-grid-meeting">
      <span className="import-grid-title">{title}</span>
      {[place, names.map((name) => (areCoded ? initialsOf(name) : name)).join(', '), ...notes]
        .filter(Boolean)
        .join('. ')}
    </div>
  ));
}
