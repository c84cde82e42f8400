import { useMemo } from 'react';
import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import { actionStateLabels, type PlanAction, type PlanKind } from '../../../shared/domain/plan.ts';
import {
  type MonitoringPeriod,
  type Movement,
  monitoringLabels,
  movements,
  periodStart,
  turnLabels,
} from '../../../shared/domain/plan-monitoring.ts';
import { today as dayOf, type IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong, formatDayShort } from '../../../shared/domain/time-words.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { ratingStatus } from '../../people/rating-status.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';

const turnStatus: Readonly<Record<Movement['turn'], Status>> = { better: 'ok', worse: 'bad', same: 'none' };

/** What was reported of each open action since the period began, and which way it has turned. */
export function MovementTable({
  view,
  plan,
  period,
  today,
  onOpen,
}: {
  readonly view: PlanView;
  readonly plan: PlanKind;
  readonly period: MonitoringPeriod;
  readonly today: IsoDate;
  readonly onOpen: (action: PlanAction) => void;
}) {
  const names = useNames();
  const closureDays = useStore((state) => state.data.engagement?.closureDays);
  const since = periodStart(period, today, closureDays ?? []);
  const rows = useMemo(
    () => movements(view, since).filter(({ action }) => action.plan === plan),
    [view, since, plan],
  );
  return (
    <>
      <p className="text-2">{`${monitoringLabels[period]}, since ${formatDayLong(since)}`}</p>
      <DataTable
        label={monitoringLabels[period]}
        rows={rows}
        rowKey={({ action }) => action.id}
        groupOf={({ action: { area } }) => ({ id: area, title: area || 'Under no heading' })}
        onOpen={({ action }) => onOpen(action)}
        twoLine
        empty={
          <EmptyState title="Nothing is open" inline>
            Every action is done or stopped, and none was reported on in this time.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'Action',
            name: true,
            cell: ({ action }) => `${action.reference} ${names.withoutNames(action.title)}`,
          },
          {
            id: 'reports',
            head: 'Reported',
            cell: ({ reports }) =>
              reports.length === 0 ? (
                <StatusMark status="warn">Nothing was reported</StatusMark>
              ) : (
                <ul className="plain-list">
                  {reports.map(({ id, at, text }) => (
                    <li key={id}>{`${formatDayShort(dayOf(at))}: ${names.withoutNames(text)}`}</li>
                  ))}
                </ul>
              ),
          },
          {
            id: 'rating',
            head: 'Rating',
            width: '9rem',
            cell: ({ action: { rating, state } }) => (
              <>
                <StatusMark status={ratingStatus[rating]}>{ratingLabels[rating]}</StatusMark>
                <span className="table-second">{actionStateLabels[state]}</span>
              </>
            ),
          },
          {
            id: 'turn',
            head: 'Turn',
            width: '12rem',
            cell: ({ turn, before }) => (
              <>
                <StatusMark status={turnStatus[turn]}>{turnLabels[turn]}</StatusMark>
                <span className="table-second">
                  {turn === 'same' ? '' : `It was ${ratingLabels[before].toLowerCase()}`}
                </span>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
