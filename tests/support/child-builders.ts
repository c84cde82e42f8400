import { listRows } from '../../main/db/table.ts';
import { checklistItems, evidenceItems, evidenceLinks, packExports } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { addChild, type ChildFields } from '../../main/services/add-child.ts';
import { recordConsent, saveAgency } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { invariant } from '../../shared/assert.ts';
import type { ChecklistItem } from '../../shared/domain/child.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import type { ChildId, EvidenceId, RowId } from '../../shared/domain/ids.ts';

/** A child with a name and a few facts. */
export const aChild = (own: Partial<ChildFields> = {}): ChildFields => ({
  forename: 'Jaden',
  surname: 'Tarrow',
  knownAs: '',
  dateOfBirth: '2012-03-04',
  upn: '',
  nhsNumber: '',
  postcode: '',
  uniqueId: '',
  address: '',
  need: 'Social, emotional and mental health',
  sendStatus: 'EHC plan',
  setting: 'Northgate Centre',
  socialCareStatus: '',
  lastAnnualReview: null,
  notes: '',
  ...own,
});

/** A piece of feedback with nothing tied to it. */
export const aFeedback = {
  text: 'The panel has halved the wait.',
  kind: 'strength',
  saidBy: 'SEN caseworker',
  heardBy: '',
  meetingId: null,
  childId: null,
  criterionId: null,
  sector: null,
  isQuote: false,
  evidenceGiven: '',
  confidence: 'not-said' as const,
  hearingId: null,
  reply: '',
  isEmbargoed: true,
  action: '',
  actionOwnerId: null,
  actionDueOn: null,
  actionDueAt: null,
  at: null,
} as const;

/** A child's checklist in its order. */
export const itemsOf = (ctx: Context, id: ChildId): readonly ChecklistItem[] =>
  listRows(ctx.db, checklistItems, { childId: id }, ['position']);

/** The first item of a child's checklist. */
export function firstItem(ctx: Context, id: ChildId): ChecklistItem {
  const [item] = itemsOf(ctx, id);
  invariant(item, 'the framework gives each child a checklist');
  return item;
}

/** A child with consent, an agency, feedback, two documents (one tied twice) and a pack. */
export function aFullChild(ctx: Context): ChildId {
  const { id } = addChild(ctx, aChild());
  const at = null;
  recordConsent(ctx, {
    childId: id,
    party: 'parent',
    state: 'given',
    recordedBy: 'D Whitfield, by phone',
    note: '',
    at,
  });
  saveAgency(ctx, {
    ...{ id: null, childId: id, sector: 'health', agency: 'CAMHS', practitioner: 'S Amin', personId: null },
    since: 'Mar 2024',
  });
  logFeedback(ctx, { ...aFeedback, childId: id });
  write(ctx, { action: 'addEvidence', summary: 'Added two documents' }, (tx) => {
    const nothing = {
      childId: null,
      checklistItemId: null,
      requestId: null,
      criterionId: null,
      meetingId: null,
    };
    for (const name of ['one', 'two']) {
      insertRow(tx, evidenceItems, {
        ...{
          id: name as EvidenceId,
          title: name,
          fileName: `${name}.pdf`,
          type: 'pdf',
          sha256: 'a'.repeat(64),
        },
        ...{
          size: 1,
          receivedAt: ctx.clock(),
          evidenceDate: null,
          from: '',
          pages: null,
          notes: '',
          ...noDetails,
        },
      });
    }
    insertRow(tx, evidenceLinks, {
      ...nothing,
      id: 'l1' as RowId,
      evidenceId: 'one' as EvidenceId,
      childId: id,
    });
    const checklistItemId = firstItem(ctx, id).id;
    insertRow(tx, evidenceLinks, {
      ...nothing,
      id: 'l2' as RowId,
      evidenceId: 'two' as EvidenceId,
      checklistItemId,
    });
    insertRow(tx, evidenceLinks, {
      ...nothing,
      id: 'l3' as RowId,
      evidenceId: 'one' as EvidenceId,
      checklistItemId,
    });
    insertRow(tx, packExports, {
      ...{
        id: 'p1' as RowId,
        at: ctx.clock(),
        subject: 'Child A',
        childId: id,
        criterionId: null,
        recipient: '',
      },
      ...{ documents: 1, bytes: 1, manifestSha256: 'b'.repeat(64), reason: '' },
      requestId: null,
      audience: 'inspector',
      version: '',
      recipeId: null,
      contents: [],
    });
  });
  return id;
}
