import type { Child, ChildName } from '../../shared/domain/child.ts';
import { childLabel, compareCodes } from '../../shared/domain/child-code.ts';
import { mergedChronology } from '../../shared/domain/chronology.ts';
import { parseNhsNumber, parseUpn } from '../../shared/domain/identifiers.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { initialsOf } from '../../shared/domain/people.ts';
import { readinessOf } from '../../shared/domain/readiness.ts';
import { today } from '../../shared/domain/time.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { ChildPageView, ChildrenView, childrenChannels } from '../../shared/ipc/children.ts';
import type { ReadableDb, WritableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  auditFindings,
  checklistItems,
  childAgencies,
  childNames,
  children,
  chronologyEntries,
  cohorts,
  consents,
  evidenceLinks,
  feedbackEntries,
  meetings,
  packExports,
} from '../db/tables.ts';
import { deleteRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof childrenChannels> = ParsedInputOf<(typeof childrenChannels)[Name]>;

/** Every tracked child by code, with how far its file is ready; no names. */
export function readChildren(ctx: Context): ChildrenView {
  const items = listRows(ctx.db, checklistItems, {}, ['position']);
  const answers = listRows(ctx.db, consents, {}, ['at']);
  const agencies = listRows(ctx.db, childAgencies);
  const day = today(ctx.clock());
  const rows = listRows(ctx.db, children).toSorted((a, b) => compareCodes(a.code, b.code));
  return {
    children: rows.map(({ id, code, initials, need, sendStatus, setting }) => ({
      ...{ id, code, initials, need, sendStatus, setting },
      readiness: readinessOf(
        items.filter((item) => item.childId === id),
        answers.filter((answer) => answer.childId === id),
        day,
      ),
    })),
    checklistItems: items,
    agencies,
    consents: answers,
    isListKept: listRows(ctx.db, cohorts).some(({ shreddedAt }) => shreddedAt === null),
  };
}

/** One child with the name, and what its numbers' check digits say; for the child's own page only. */
export function readChild(ctx: Context, { id }: Input<'children:readChild'>): ChildPageView {
  const child = getRow(ctx.db, children, id);
  const problemOf = (text: string, parse: typeof parseUpn | typeof parseNhsNumber) => {
    const read = text.trim() === '' ? null : parse(text);
    return read?.ok === false ? read.reason : '';
  };
  return {
    child,
    name: nameOf(ctx.db, id),
    upnProblem: problemOf(child.upn, parseUpn),
    nhsNumberProblem: problemOf(child.nhsNumber, parseNhsNumber),
    chronology: mergedChronology(listRows(ctx.db, chronologyEntries, { childId: id })),
    audit: listRows(ctx.db, auditFindings, { childId: id }),
  };
}

/** Changes a child's details or name; initials follow the name, the code never changes. */
export function editChild(ctx: Context, { id, ...patch }: Input<'children:editChild'>): null {
  const child = getRow(ctx.db, children, id);
  const name = nameOf(ctx.db, id);
  const { forename = name.forename, surname = name.surname, knownAs = name.knownAs, ...fields } = patch;
  const summary = `Changed the details of ${childLabel(child)}`;
  write(ctx, { action: 'editChild', summary }, (tx) => {
    updateRow(tx, childNames, name.id, { forename, surname, knownAs });
    updateRow(tx, children, id, { ...fields, initials: initialsOf(`${forename} ${surname}`) });
  });
  return null;
}

/**
 * Removes a child with its name, consent, checklist and agencies. Meetings, feedback, evidence and the log of packs
 * stay, no longer tied to the child. One undo brings all of it back.
 */
export function removeChild(ctx: Context, { id }: Input<'children:removeChild'>): null {
  const child = getRow(ctx.db, children, id);
  write(ctx, { action: 'removeChild', summary: `Removed ${childLabel(child)}` }, (tx) => {
    unlinkChild(tx, child);
    for (const item of listRows(tx, checklistItems, { childId: id })) deleteRow(tx, checklistItems, item.id);
    for (const consent of listRows(tx, consents, { childId: id })) deleteRow(tx, consents, consent.id);
    for (const agency of listRows(tx, childAgencies, { childId: id }))
      deleteRow(tx, childAgencies, agency.id);
    for (const entry of listRows(tx, chronologyEntries, { childId: id }))
      deleteRow(tx, chronologyEntries, entry.id);
    for (const finding of listRows(tx, auditFindings, { childId: id }))
      deleteRow(tx, auditFindings, finding.id);
    for (const name of listRows(tx, childNames, { childId: id })) deleteRow(tx, childNames, name.id);
    deleteRow(tx, children, id);
  });
  return null;
}

function unlinkChild(tx: WritableDb, { id }: Child): void {
  for (const meeting of listRows(tx, meetings, { childId: id })) {
    updateRow(tx, meetings, meeting.id, { childId: null, version: meeting.version + 1 });
  }
  for (const entry of listRows(tx, feedbackEntries, { childId: id })) {
    updateRow(tx, feedbackEntries, entry.id, { childId: null });
  }
  for (const pack of listRows(tx, packExports, { childId: id }))
    updateRow(tx, packExports, pack.id, { childId: null });
  const itemIds = new Set(listRows(tx, checklistItems, { childId: id }).map((item) => item.id));
  for (const link of listRows(tx, evidenceLinks)) {
    const isOwn = link.childId === id || (link.checklistItemId !== null && itemIds.has(link.checklistItemId));
    if (isOwn) deleteRow(tx, evidenceLinks, link.id);
  }
}

function nameOf(db: ReadableDb, childId: ChildId): ChildName {
  const [name] = listRows(db, childNames, { childId });
  if (!name) throw new AppError('record/not-found');
  return name;
}
