import type { ChecklistItem, Consent } from '../../shared/domain/child.ts';
import { childLabel } from '../../shared/domain/child-code.ts';
import { countDocumentsOf } from '../../shared/domain/child-documents.ts';
import { counted } from '../../shared/domain/counted.ts';
import type { ChecklistItemId, ChildId, RowId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { isStopped } from '../../shared/domain/readiness.ts';
import { londonWallTime, today } from '../../shared/domain/time.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { childrenChannels } from '../../shared/ipc/children.ts';
import type { ReadableDb, WritableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  checklistItems,
  childAgencies,
  children,
  consents,
  evidenceItems,
  evidenceLinks,
  meetings,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof childrenChannels> = ParsedInputOf<(typeof childrenChannels)[Name]>;

const consentWords: Readonly<Record<Consent['state'], string>> = {
  'not-asked': 'not asked',
  asked: 'asked',
  given: 'given',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/**
 * Adds one step to the history of a child's consent, now unless a time is given; a time to come is refused. A refusal or
 * withdrawal can put the child's meetings to come into the tray in the same step; packs and answers refuse the child's
 * documents from then on, and the record says how many.
 */
export function recordConsent(
  ctx: Context,
  { at, meetings: fate = 'hold', ...step }: Input<'children:recordConsent'>,
): null {
  const now = ctx.clock();
  if (at !== null && Date.parse(at) > Date.parse(now)) {
    throw new AppError(
      'input/invalid',
      'That time has not come yet. Give the time when consent was asked or answered.',
    );
  }
  const party = step.party === 'parent' ? 'parent' : 'young person';
  const isStop = isStopped(step.state);
  const stopped = isStop && fate === 'tray' ? meetingsToCome(ctx, step.childId) : [];
  const documents = isStop ? documentsOf(ctx.db, step.childId) : 0;
  const held = documents === 0 ? '' : `; ${counted(documents, 'document')} stopped`;
  const tray = `${stopped.length === 0 ? '' : `; ${counted(stopped.length, 'meeting')} put in the tray`}${held}`;
  const summary = `Recorded consent, ${labelOf(ctx.db, step.childId)}: ${party}, ${consentWords[step.state]}${tray}`;
  write(ctx, { action: 'recordConsent', summary }, (tx) => {
    insertRow(tx, consents, { ...step, id: ctx.newId() as RowId, at: at ?? now });
    for (const { id, version } of stopped)
      updateRow(tx, meetings, id, { day: null, start: null, isPinned: false, version: version + 1 });
  });
  return null;
}

const documentsOf = (db: ReadableDb, childId: ChildId): number =>
  countDocumentsOf(
    {
      items: listRows(db, evidenceItems),
      links: listRows(db, evidenceLinks),
      checklist: listRows(db, checklistItems),
    },
    childId,
  );

/** The child's meetings that have a time and have not begun. */
function meetingsToCome(ctx: Context, childId: ChildId): readonly Meeting[] {
  const { date, minutes } = londonWallTime(ctx.clock());
  return listRows(ctx.db, meetings, { childId }).filter(
    ({ day, start }) => day !== null && (day > date || (day === date && (start ?? 0) > minutes)),
  );
}

/** Adds or changes somebody round the child. */
export function saveAgency(ctx: Context, { id, ...fields }: Input<'children:saveAgency'>): null {
  const label = labelOf(ctx.db, fields.childId);
  const summary = id ? `Changed an agency round ${label}` : `Added an agency round ${label}`;
  write(ctx, { action: 'saveAgency', summary }, (tx) =>
    id
      ? updateRow(tx, childAgencies, id, fields)
      : insertRow(tx, childAgencies, { ...fields, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Takes somebody away from round the child. */
export function removeAgency(ctx: Context, { id }: Input<'children:removeAgency'>): null {
  const { childId } = getRow(ctx.db, childAgencies, id);
  const summary = `Removed an agency round ${labelOf(ctx.db, childId)}`;
  write(ctx, { action: 'removeAgency', summary }, (tx) => deleteRow(tx, childAgencies, id));
  return null;
}

/**
 * Adds or changes an item of a child's checklist. An item that does not apply needs a reason; one that is asked for
 * without a date was asked for today.
 */
export function saveChecklistItem(ctx: Context, { id, ...input }: Input<'children:saveChecklistItem'>): null {
  if (input.state === 'not-applicable' && input.reason.trim() === '') {
    throw new AppError('input/invalid', 'Say why it does not apply.');
  }
  const fields = {
    ...input,
    reason: input.state === 'not-applicable' ? input.reason.trim() : '',
    askedOn: input.state === 'asked' ? (input.askedOn ?? today(ctx.clock())) : input.askedOn,
    receivedOn: input.state === 'received' ? (input.receivedOn ?? today(ctx.clock())) : null,
  };
  const before = id === null ? null : getRow(ctx.db, checklistItems, id);
  if (before && before.childId !== fields.childId) throw new AppError('record/not-found');
  const summary = `${whatHappened(before, fields)}, ${labelOf(ctx.db, fields.childId)}`;
  write(ctx, { action: 'saveChecklistItem', summary }, (tx) =>
    id === null
      ? insertRow(tx, checklistItems, {
          ...fields,
          id: ctx.newId() as ChecklistItemId,
          position: nextPosition(tx, fields.childId),
        })
      : updateRow(tx, checklistItems, id, fields),
  );
  return null;
}

/** Removes an item from a child's checklist; what was attached to it stays with the child. */
export function removeChecklistItem(ctx: Context, { id }: Input<'children:removeChecklistItem'>): null {
  const { title, childId } = getRow(ctx.db, checklistItems, id);
  const summary = `Removed “${title}”, ${labelOf(ctx.db, childId)}`;
  write(ctx, { action: 'removeChecklistItem', summary }, (tx) => {
    const own = new Set(listRows(tx, evidenceLinks, { childId }).map((link) => link.evidenceId));
    for (const link of listRows(tx, evidenceLinks, { checklistItemId: id })) {
      if (own.has(link.evidenceId)) deleteRow(tx, evidenceLinks, link.id);
      else updateRow(tx, evidenceLinks, link.id, { checklistItemId: null, childId });
    }
    deleteRow(tx, checklistItems, id);
  });
  return null;
}

type Fields = Pick<ChecklistItem, 'title' | 'state'>;

function whatHappened(before: Fields | null, { title, state }: Fields): string {
  if (!before) return `Added “${title}”`;
  if (before.state === state) return `Changed “${title}”`;
  switch (state) {
    case 'asked':
      return `Asked for “${title}”`;
    case 'received':
      return `Received “${title}”`;
    case 'not-applicable':
      return `Marked “${title}” as not applicable`;
    case 'missing':
      return `Marked “${title}” as missing`;
  }
}

const labelOf = (db: ReadableDb, childId: ChildId): string => childLabel(getRow(db, children, childId));

function nextPosition(tx: WritableDb, childId: ChildId): number {
  const positions = listRows(tx, checklistItems, { childId }).map((item) => item.position);
  return Math.max(-1, ...positions) + 1;
}
