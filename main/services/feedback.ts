import { knownChildren, knownPeople, type NameFound, namesIn } from '../../shared/domain/attribution.ts';
import { type FeedbackEntry, feedbackKindLabels } from '../../shared/domain/feedback.ts';
import type { FeedbackId } from '../../shared/domain/ids.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { FeedbackView, feedbackChannels } from '../../shared/ipc/feedback.ts';
import { findRow, getRow, listRows } from '../db/table.ts';
import { children, criteria, feedbackEntries, people } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { codedNames } from './child-codes.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof feedbackChannels> = ParsedInputOf<(typeof feedbackChannels)[Name]>;

/** Everything that was said, newest first. */
export function readFeedback(ctx: Context): FeedbackView {
  return {
    entries: listRows(ctx.db, feedbackEntries).toSorted((a, b) =>
      a.at < b.at ? 1 : Number(a.at > b.at) * -1,
    ),
  };
}

/** Logs what was said, now unless a time is given. Whoever owns an action that was not written is not kept. */
export function logFeedback(ctx: Context, { at, ...fields }: Input<'feedback:logFeedback'>): FeedbackEntry {
  const entry = withoutEmptyAction({
    ...fields,
    id: ctx.newId() as FeedbackId,
    at: at ?? ctx.clock(),
    isActionDone: false,
  });
  const summary = ['Logged feedback', ...aboutOf(ctx, entry)].join(', ');
  return write(ctx, { action: 'logFeedback', summary }, (tx) => insertRow(tx, feedbackEntries, entry));
}

/** Changes an entry, or marks its action done. */
export function editFeedback(ctx: Context, { id, ...patch }: Input<'feedback:editFeedback'>): null {
  const before = getRow(ctx.db, feedbackEntries, id);
  const entry = withoutEmptyAction({ ...before, ...patch });
  const isTick = patch.isActionDone !== undefined && patch.isActionDone !== before.isActionDone;
  const what = isTick ? (entry.isActionDone ? 'Action done' : 'Action opened again') : 'Changed feedback';
  const summary = [what, ...aboutOf(ctx, entry)].join(', ');
  write(ctx, { action: 'editFeedback', summary }, (tx) => updateRow(tx, feedbackEntries, id, entry));
  return null;
}

/** Removes an entry. */
export function removeFeedback(ctx: Context, { id }: Input<'feedback:removeFeedback'>): null {
  const entry = getRow(ctx.db, feedbackEntries, id);
  const summary = ['Removed feedback', ...aboutOf(ctx, entry)].join(', ');
  write(ctx, { action: 'removeFeedback', summary }, (tx) => deleteRow(tx, feedbackEntries, id));
  return null;
}

/** Finds the names of people and tracked children in what is being written, each with the role or code to put instead. */
export function findNames(ctx: Context, { text }: Input<'feedback:findNames'>): readonly NameFound[] {
  return namesIn(text, [...knownPeople(listRows(ctx.db, people)), ...knownChildren(codedNames(ctx.db))]);
}

/** "strength, E1, Child C": what an entry is about, without a word of what was said. */
function aboutOf(ctx: Context, entry: FeedbackEntry): readonly string[] {
  const criterion = entry.criterionId && findRow(ctx.db, criteria, entry.criterionId);
  const child = entry.childId && findRow(ctx.db, children, entry.childId);
  return [
    feedbackKindLabels[entry.kind].toLowerCase(),
    ...(criterion?.code ? [criterion.code] : []),
    ...(child ? [`Child ${child.code}`] : []),
  ];
}

function withoutEmptyAction(entry: FeedbackEntry): FeedbackEntry {
  if (entry.action.trim() === '')
    return {
      ...entry,
      action: '',
      actionOwnerId: null,
      actionDueOn: null,
      actionDueAt: null,
      isActionDone: false,
    };
  return entry.actionDueOn === null ? { ...entry, actionDueAt: null } : entry;
}
