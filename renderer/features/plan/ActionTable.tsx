import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import {
  actionStateLabels,
  exceptionFinder,
  exceptionLabels,
  type PlanAction,
  type PlanKind,
  planKindLabels,
} from '../../../shared/domain/plan.ts';
import { monitoringLabels } from '../../../shared/domain/plan-monitoring.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import { PlanShown, type PlanView } from '../../../shared/ipc/plan.ts';
import { ratingStatus } from '../../people/rating-status.ts';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { MovementTable } from './MovementTable.tsx';

const shownLabels: Readonly<Record<PlanShown, string>> = {
  all: 'Everything',
  exceptions: 'Needs attention',
  ...monitoringLabels,
};

/** Looks through a plan once for all its rows. */
function factsOf(view: PlanView, plan: PlanKind, today: IsoDate) {
  const reasonsOf = exceptionFinder(view, today);
  const newest = new Map<string, string>();
  for (const { actionId, text } of view.updates) if (!newest.has(actionId)) newest.set(actionId, text);
  return {
    own: view.actions.filter((action) => action.plan === plan),
    why: (action: PlanAction) => reasonsOf(action).map((reason) => exceptionLabels[reason]),
    latest: ({ id }: PlanAction) => newest.get(id) ?? '',
  };
}

/** The actions of one plan, by area; what needs a board's attention says why. */
export function ActionTable({
  view,
  plan,
  today,
  openId,
}: {
  readonly view: PlanView;
  readonly plan: PlanKind;
  readonly today: IsoDate;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const names = useNames();
  const [editing, setEditing] = useState<PlanAction | 'new' | null>(() => {
    const asked = rowWith(view.actions, openId);
    return asked?.plan === plan ? asked : null;
  });
  const [shown, setShown] = useState<PlanShown>('all');
  const { own, why, latest } = useMemo(() => factsOf(view, plan, today), [view, plan, today]);
  const byException = shown === 'exceptions';
  const rows = byException ? own.filter((action) => why(action).length > 0) : own;

  return (
    <Section
      title={planKindLabels[plan]}
      action={
        <span className="row">
          {own.length > 0 && (
            <Segmented
              label="What is shown"
              size="small"
              value={shown}
              options={PlanShown.options.map((value) => ({ value, label: shownLabels[value] }))}
              onChange={setShown}
            />
          )}
          <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
            Add action...
          </Button>
        </span>
      }
    >
      {shown === 'fortnight' || shown === 'term' ? (
        <MovementTable view={view} plan={plan} period={shown} today={today} onOpen={setEditing} />
      ) : (
        <DataTable
          label={planKindLabels[plan]}
          rows={rows}
          rowKey={({ id }) => id}
          groupOf={({ area }) => ({ id: area, title: area || 'Under no heading' })}
          onOpen={setEditing}
          twoLine
          empty={
            byException ? (
              <EmptyState title="Nothing needs attention" inline>
                No action is overdue, rated red, held up or without news.
              </EmptyState>
            ) : (
              <EmptyState title="No action yet" inline>
                {plan === 'preparation'
                  ? 'Say what must be ready before the call comes: who does it, by when.'
                  : 'Answer what was found: what will be done, by whom, by when, and how you will know that it worked.'}
              </EmptyState>
            )
          }
          columns={[
            {
              id: 'title',
              head: 'Action',
              name: true,
              cell: (action) => (
                <>
                  {`${action.reference} ${names.withoutNames(action.title)}`}
                  <span className="table-second">{names.withoutNames(latest(action) || action.measure)}</span>
                </>
              ),
            },
            {
              id: 'owner',
              head: 'Who',
              width: '12rem',
              cell: ({ ownerId, partner }) => (
                <>
                  {ownerId ? names.personName(ownerId) : <span className="text-3">Nobody yet</span>}
                  <span className="table-second">{partner}</span>
                </>
              ),
            },
            {
              id: 'due',
              head: 'By when',
              width: '7rem',
              sortBy: ({ dueOn }) => dueOn,
              cell: ({ dueOn }) => <span className="num nowrap">{dueOn ? formatDayShort(dueOn) : ''}</span>,
            },
            {
              id: 'rating',
              head: 'Rating',
              width: '8rem',
              cell: ({ rating, state }) => (
                <>
                  <StatusMark status={ratingStatus[rating]}>{ratingLabels[rating]}</StatusMark>
                  <span className="table-second">{actionStateLabels[state]}</span>
                </>
              ),
            },
            {
              id: 'why',
              head: 'Attention',
              width: '13rem',
              cell: (action) => (
                <span className="stack stack-tight">
                  {why(action).map((reason) => (
                    <StatusMark key={reason} size="small" status="warn">
                      {reason}
                    </StatusMark>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
      {editing && (
        <ActionDialog
          action={editing === 'new' ? null : editing}
          plan={plan}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
