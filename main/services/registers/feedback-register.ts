import { knownPeople, namesIn, withoutNames } from '../../../shared/domain/attribution.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { type FeedbackEntry, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { londonInstant } from '../../../shared/domain/time.ts';
import { listRows } from '../../db/table.ts';
import { children, criteria, feedbackEntries, people } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import type { Register, RegisterCell, RegisterReader } from './register.ts';

/** What was said, by role; others get nothing that is embargoed, and not what we answered or mean to do. */
export function feedbackRegister({ db }: Context, { isForOthers }: RegisterReader): Register {
  const everybody = listRows(db, people);
  const known = knownPeople(everybody);
  const roles = new Map(everybody.map(({ id, role, name }) => [id, role || name]));
  const byRole = (words: string): string => withoutNames(words, namesIn(words, known));
  const codes = new Map(listRows(db, children).map((child) => [child.id, childLabel(child)]));
  const lines = new Map(
    listRows(db, criteria).map(({ id, code, title }) => [id, [code, title].filter(Boolean).join(': ')]),
  );
  const entries = listRows(db, feedbackEntries, {}, ['at']).filter(
    (entry) => !(isForOthers && entry.isEmbargoed),
  );
  const isEmbargoed = entries.some((entry) => entry.isEmbargoed);
  const own = [
    { head: 'What we will do', width: 16 },
    { head: 'Who', width: 0 },
    { head: 'By when', width: 0 },
    { head: 'Done', width: 0 },
    { head: 'Answered', width: 0 },
    { head: 'Heard by', width: 0 },
    { head: 'Embargoed', width: 0 },
  ];
  return {
    title: 'Feedback',
    columns: [
      { head: 'When', width: 11 },
      { head: 'What was said', width: isForOthers ? 51 : 35 },
      { head: 'Kind', width: 11 },
      { head: 'Said by', width: 14 },
      { head: 'Sector', width: 0 },
      { head: 'About', width: 13 },
      { head: 'Child', width: 0 },
      ...(isForOthers ? [] : own),
    ],
    rows: entries.map((entry) => [
      { at: entry.at },
      byRole(entry.isQuote ? `“${entry.text}”` : entry.text),
      feedbackKindLabels[entry.kind],
      byRole(entry.saidBy),
      entry.sector ? SECTOR_LABELS[entry.sector] : '',
      (entry.criterionId && lines.get(entry.criterionId)) || '',
      (entry.childId && codes.get(entry.childId)) || '',
      ...(isForOthers
        ? []
        : [
            byRole(entry.action),
            (entry.actionOwnerId && roles.get(entry.actionOwnerId)) || '',
            dueCell(entry),
            entry.action === '' ? '' : entry.isActionDone ? 'Yes' : 'No',
            byRole(entry.reply),
            entry.heardBy,
            entry.isEmbargoed ? 'Yes' : 'No',
          ]),
    ]),
    notes: isEmbargoed ? ['It holds feedback that is under embargo until publication.'] : [],
  };
}

/** A day, with the time of day where one was said. */
function dueCell({ actionDueOn, actionDueAt }: FeedbackEntry): RegisterCell {
  if (actionDueOn === null) return null;
  return actionDueAt === null ? { date: actionDueOn } : { at: londonInstant(actionDueOn, actionDueAt) };
}
