import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import {
  actionStateLabels,
  answerLabels,
  exceptionFinder,
  exceptionLabels,
  type Finding,
  findingKindLabels,
  type PlanAction,
  type PlanKind,
} from '../../../shared/domain/plan.ts';
import {
  type MonitoringPeriod,
  movements,
  periodStart,
  turnLabels,
} from '../../../shared/domain/plan-monitoring.ts';
import { asksForMore, findingStanding, findingStandingLabels } from '../../../shared/domain/review.ts';
import { today } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { listRows } from '../../db/table.ts';
import { closureDays, people } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { heading, type PaperBlock } from '../document/paper.ts';
import { below } from '../document/paper-cells.ts';

/** The actions that may be shown to others: one would say by what it does what its finding, under embargo, says. */
export function openActions({ actions, findings }: PlanView): readonly PlanAction[] {
  const hidden = new Set(findings.filter(({ isEmbargoed }) => isEmbargoed).map(({ id }) => id));
  return actions.filter(({ findingId }) => findingId === null || !hidden.has(findingId));
}

/** The actions of a plan by area, with what each waits for and what was last said of it. */
export function actionBlocks(
  ctx: Context,
  view: PlanView,
  plan: PlanKind,
  show: 'all' | 'exceptions',
): readonly PaperBlock[] {
  const reasonsOf = exceptionFinder(view, today(ctx.clock()));
  const why = (action: PlanAction) => reasonsOf(action);
  const who = ownerWords(ctx);
  const latest = latestWords(view);
  const shown = view.actions.filter(
    (action) => action.plan === plan && (show === 'all' || why(action).length > 0),
  );
  return byArea(shown, (area, actions) => ({
    is: 'table',
    caption: area || 'Actions',
    head: ['Action', 'Who', 'By when', 'How we will know', 'State', 'Latest'],
    widths: [26, 13, 12, 17, 13, 19],
    rows: actions.map((action) => [
      below(`${action.reference} ${action.title}`, linkWords(action, view)),
      below(who(action), action.partner),
      action.dueOn ? formatDayLong(action.dueOn) : 'Not said',
      action.measure,
      below(
        actionStateLabels[action.state],
        action.rating !== 'none' && ratingLabels[action.rating],
        // That it is rated red stands there already.
        ...why(action)
          .filter((reason) => reason !== 'rated-red')
          .map((reason) => exceptionLabels[reason]),
      ),
      latest(action),
    ]),
  }));
}

/** What was reported since the period began, and which way each action has turned. */
export function movementBlocks(
  ctx: Context,
  view: PlanView,
  plan: PlanKind,
  period: MonitoringPeriod,
): readonly PaperBlock[] {
  const since = periodStart(period, today(ctx.clock()), listRows(ctx.db, closureDays));
  const who = ownerWords(ctx);
  const moved = movements(view, since).filter(({ action }) => action.plan === plan);
  const byId = new Map(moved.map((one) => [one.action.id, one]));
  return byArea(
    moved.map(({ action }) => action),
    (area, actions) => ({
      is: 'table',
      caption: area || 'Actions',
      head: ['Action', 'Who', 'By when', `Reported since ${formatDayLong(since)}`, 'State', 'Rating'],
      widths: [26, 14, 12, 26, 10, 12],
      rows: actions.map((action) => {
        const { reports = [], before = 'none', turn = 'same' } = byId.get(action.id) ?? {};
        return [
          `${action.reference} ${action.title}`,
          below(who(action), action.partner),
          action.dueOn ? formatDayLong(action.dueOn) : 'Not said',
          reports.length === 0
            ? 'Nothing was reported'
            : below(...reports.map(({ at, text }) => `${formatDayLong(today(at))}: ${text}`)),
          actionStateLabels[action.state],
          below(
            ratingLabels[action.rating],
            turn !== 'same' && `${turnLabels[turn]} (${ratingLabels[before].toLowerCase()})`,
          ),
        ];
      }),
    }),
  );
}

function byArea(
  actions: readonly PlanAction[],
  table: (area: string, actions: readonly PlanAction[]) => PaperBlock,
): readonly PaperBlock[] {
  const areas = [...new Set(actions.map(({ area }) => area))];
  return areas.flatMap((area) => [
    ...(area ? [heading(area)] : []),
    table(
      area,
      actions.filter((action) => action.area === area),
    ),
  ]);
}

function ownerWords(ctx: Context): (action: PlanAction) => string {
  const roles = new Map(listRows(ctx.db, people).map(({ id, role, name }) => [id, role || name]));
  return ({ ownerId }) => (ownerId && roles.get(ownerId)) || 'Nobody yet';
}

/** "With A3, A7; after A2". */
function linkWords({ linkedIds, dependsOnId }: PlanAction, { actions }: PlanView): string {
  const called = (ids: readonly RowId[]) =>
    actions.filter(({ id }) => ids.includes(id)).map(({ reference }) => reference);
  const linked = called(linkedIds);
  const first = called(dependsOnId === null ? [] : [dependsOnId]);
  const words = [
    ...(linked.length > 0 ? [`with ${linked.join(', ')}`] : []),
    ...first.map((reference) => `after ${reference}`),
  ].join('; ');
  return words === '' ? '' : words[0]?.toUpperCase() + words.slice(1);
}

function latestWords({ updates }: PlanView): (action: PlanAction) => string {
  const newest = new Map<RowId, PlanView['updates'][number]>();
  for (const update of updates) if (!newest.has(update.actionId)) newest.set(update.actionId, update);
  return ({ id }) => {
    const update = newest.get(id);
    return update ? `${formatDayLong(today(update.at))}\n${update.text}` : '';
  };
}

/** A finding stands under each of its headings, and what has become of it under the first. */
export function findingBlocks(view: PlanView): readonly PaperBlock[] {
  const { findings, reviews, findingProgress } = view;
  const became = (one: Finding) =>
    below(
      (one.isResolved || asksForMore(one)) && findingStandingLabels[findingStanding(one, view)],
      one.progress,
      ...findingProgress
        .filter(({ findingId }) => findingId === one.id)
        .map(({ on, text }) => `${formatDayLong(on)}: ${text}`),
    );
  const titles = new Map(reviews.map(({ id, title }) => [id, title]));
  const headings = [...new Set(findings.flatMap((one) => (one.headings.length > 0 ? one.headings : [''])))];
  return headings.flatMap((title): readonly PaperBlock[] => [
    ...(title ? [heading(title)] : []),
    {
      is: 'table',
      caption: title || 'Findings',
      head: ['What was found', 'Kind', 'From', 'Progress'],
      widths: [42, 16, 18, 24],
      rows: findings
        .filter((one) => (title ? one.headings.includes(title) : one.headings.length === 0))
        .map((one) => [
          one.text,
          findingKindLabels[one.kind],
          below(one.reviewId && titles.get(one.reviewId), one.from, one.on && formatDayLong(one.on)),
          title === (one.headings[0] ?? '') ? became(one) : `See under ${one.headings[0]}`,
        ]),
    },
  ]);
}

/** What we say of the draft report, paragraph by paragraph. */
export function accuracyBlocks({ accuracy }: PlanView): readonly PaperBlock[] {
  if (accuracy.length === 0) return [];
  return [
    {
      is: 'table',
      caption: 'Points of accuracy',
      head: ['Paragraph', 'What it says', 'What we say', 'What shows it', 'Answer'],
      widths: [10, 28, 28, 22, 12],
      rows: accuracy.map(({ paragraph, theySay, weSay, shownBy, answer }) => [
        paragraph,
        theySay,
        weSay,
        shownBy,
        answerLabels[answer],
      ]),
    },
  ];
}
