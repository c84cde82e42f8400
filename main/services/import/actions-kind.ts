import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import type { PersonId, RowId } from '../../../shared/domain/ids.ts';
import { actionIdentity } from '../../../shared/domain/import/duplicates.ts';
import { comparableName } from '../../../shared/domain/import/names.ts';
import { type ActionRow, actionsTarget } from '../../../shared/domain/import/target-actions.ts';
import {
  actionStateLabels,
  nextReference,
  type PlanAction,
  plainReference,
  planKindLabels,
} from '../../../shared/domain/plan.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { people, planActions, progressUpdates } from '../../db/tables.ts';
import { insertRow, updateRow } from '../../db/write.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { countSentence, filled, type ImportKind, type KnownRecord } from './kind.ts';

const nothing: ActionRow = {
  ...{ reference: null, plan: null, area: null, title: null, owner: null, partner: null, measure: null },
  ...{ dueOn: null, state: null, rating: null, report: null },
};

/**
 * Rows of a plan's workbook update the actions of their references: state, rating, day and a report. A row without a
 * known reference becomes an action of its own.
 */
export const actionsKind: ImportKind<ActionRow, ActionRow> = {
  target: actionsTarget,
  identity: actionIdentity,
  noun: { one: 'action', many: 'actions' },
  isAboutChildren: false,
  known: knownActions,
  show: ({ plan, state, rating, dueOn, ...values }) =>
    filled({
      ...values,
      plan: plan && planKindLabels[plan],
      state: state && actionStateLabels[state],
      rating: rating && ratingLabels[rating],
      dueOn: dueOn && formatDayLong(dueOn),
    }),
  label: ({ reference, title }) => [reference, title].filter(Boolean).join(' '),
  refuse: () => null,
  observe: (db) => {
    const byReference = actionsByReference(db);
    const safe = coder(db);
    const findPerson = personFinder(db);
    return ({ values }) => remarksOn(values, { known: knownOf(values, byReference), safe, findPerson });
  },
  put: (ctx, tx, { toAdd, toChange }) => {
    const findPerson = personFinder(tx);
    for (const { id, values } of toChange) updateAction(ctx, tx, id as RowId, values);
    const actions = [...listRows(tx, planActions)];
    for (const { values } of toAdd) actions.push(addAction(ctx, tx, values, { findPerson, actions }));
    const reports = [...toAdd, ...toChange].filter(({ values }) => values.report !== null).length;
    return countSentence(reports, { one: 'report', many: 'reports' }, 'kept');
  },
};

/** An action is known by its reference alone, so that whatever else a row says of it is taken over. */
function knownActions(db: ReadableDb): readonly KnownRecord<ActionRow>[] {
  return [...actionsByReference(db).values()].map(({ id, reference, title }) => ({
    ref: { from: 'existing', id },
    values: { ...nothing, reference },
    label: `${reference} ${title}`,
  }));
}

/** A reference that two actions have, after copies were brought together, means neither. */
function actionsByReference(db: ReadableDb): ReadonlyMap<string, PlanAction> {
  const found = new Map<string, PlanAction>();
  const twice = new Set<string>();
  for (const action of listRows(db, planActions)) {
    const key = plainReference(action.reference);
    if (key === '' || found.has(key)) twice.add(key);
    else found.set(key, action);
  }
  for (const key of twice) found.delete(key);
  return found;
}

const knownOf = ({ reference }: ActionRow, byReference: ReadonlyMap<string, PlanAction>) =>
  reference === null ? undefined : byReference.get(plainReference(reference));

type FindPerson = (said: string | null) => PersonId | null;

/** Finds the one person of a name or a role; nobody where there are two. */
function personFinder(db: ReadableDb): FindPerson {
  const all = listRows(db, people).filter(({ side }) => side === 'partnership');
  return (said) => {
    if (said === null) return null;
    const same = (text: string) => text !== '' && comparableName(text) === comparableName(said);
    const named = all.filter(({ name }) => same(name));
    const found = named.length > 0 ? named : all.filter(({ role }) => same(role));
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
}

/** What will become of a row, and what of it is not taken over. */
function remarksOn(
  values: ActionRow,
  {
    known,
    safe,
    findPerson,
  }: {
    readonly known: PlanAction | undefined;
    readonly safe: (text: string) => string;
    readonly findPerson: FindPerson;
  },
): readonly string[] {
  if (!known)
    return [
      ...(values.reference === null ? [] : ['No one action has this reference, so it becomes a new one.']),
      ...(values.owner !== null && findPerson(values.owner) === null
        ? [`“${values.owner}” is not one person here, so nobody owns it yet.`]
        : []),
    ];
  const { rating, state, dueOn, title } = known;
  return [
    ...(values.rating !== null && values.rating !== rating
      ? [
          `Rating: ${ratingLabels[rating].toLowerCase()} becomes ${ratingLabels[values.rating].toLowerCase()}.`,
        ]
      : []),
    ...(values.state !== null && values.state !== state
      ? [
          `State: ${actionStateLabels[state].toLowerCase()} becomes ${actionStateLabels[values.state].toLowerCase()}.`,
        ]
      : []),
    ...(values.dueOn !== null && values.dueOn !== dueOn
      ? [`Due: ${dueOn === null ? 'no day' : formatDayLong(dueOn)} becomes ${formatDayLong(values.dueOn)}.`]
      : []),
    ...(values.title !== null && values.title !== title && values.title !== safe(title)
      ? ['It is called something else here, which stays.']
      : []),
  ];
}

function updateAction(ctx: Context, tx: WritableDb, id: RowId, values: ActionRow): void {
  const before = getRow(tx, planActions, id);
  const isBegun = values.report !== null && values.state === null && before.state === 'not-started';
  const { rating } = updateRow(tx, planActions, id, {
    state: isBegun ? 'under-way' : (values.state ?? before.state),
    rating: values.rating ?? before.rating,
    dueOn: values.dueOn ?? before.dueOn,
  });
  keepReport(ctx, tx, id, { report: values.report, rating });
}

function addAction(
  ctx: Context,
  tx: WritableDb,
  values: ActionRow,
  { findPerson, actions }: { readonly findPerson: FindPerson; readonly actions: readonly PlanAction[] },
): PlanAction {
  const plan = values.plan ?? 'improvement';
  const action = insertRow(tx, planActions, {
    ...{ id: ctx.newId() as RowId, plan, reference: nextReference(actions, plan) },
    ...{ area: values.area ?? '', title: values.title ?? values.reference ?? '' },
    ...{ ownerId: findPerson(values.owner), partner: values.partner ?? '', measure: values.measure ?? '' },
    ...{ dueOn: values.dueOn, state: values.state ?? 'not-started', rating: values.rating ?? 'none' },
    ...{ dependsOnId: null, linkedIds: [], criterionId: null, findingId: null, internalNotes: '' },
  });
  keepReport(ctx, tx, action.id, { report: values.report, rating: action.rating });
  return action;
}

function keepReport(
  ctx: Context,
  tx: WritableDb,
  actionId: RowId,
  { report, rating }: Pick<PlanAction, 'rating'> & { readonly report: string | null },
): void {
  if (report === null) return;
  insertRow(tx, progressUpdates, {
    ...{ id: ctx.newId() as RowId, actionId, at: ctx.clock(), text: report, rating },
  });
}
