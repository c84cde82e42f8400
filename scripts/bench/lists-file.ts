import { createHash } from 'node:crypto';
import {
  checklistItems,
  evidenceItems,
  feedbackEntries,
  people,
  planActions,
  requests,
  voiceRecords,
} from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { type Context, write } from '../../main/services/context.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import {
  ChecklistItemId,
  type ChildId,
  EvidenceId,
  FeedbackId,
  PersonId,
  RequestId,
  RowId,
} from '../../shared/domain/ids.ts';
import { RequestState } from '../../shared/domain/request.ts';
import { SECTORS } from '../../shared/domain/sector.ts';
import { addDays } from '../../shared/domain/time.ts';
import { plainContext } from '../plain-context.ts';

const NOW = '2026-11-24T10:42:00.000Z';
const MONDAY = '2026-11-23';
const subjects = ['provision', 'transport', 'therapy', 'outcomes', 'reviews', 'placements', 'waiting times'];

/** Writes an engagement with so many of each: requests, documents, feedback, people, actions, records, and papers of one child. */
export const writeListsFile = async (path: string, passphrase: string, each: number): Promise<void> => {
  const framework = frameworkById('blank');
  if (!framework) throw new Error('There is no blank framework to measure with.');
  const session = await createSession(path, passphrase);
  try {
    const ctx = plainContext({ db: session.db, now: NOW });
    startEngagement(ctx, { title: 'Bench', council: 'Bench', anchorDate: MONDAY, framework });
    const child = addChild(ctx, aChild);
    write(ctx, { action: 'addRequests', summary: 'Filled the lists', kind: 'record' }, (tx) => {
      for (let at = 0; at < each; at += 1) {
        insertRow(tx, requests, aRequest(ctx, at));
        insertRow(tx, evidenceItems, aDocument(ctx, at));
        insertRow(tx, feedbackEntries, anEntry(ctx, at));
        insertRow(tx, people, aPerson(ctx, at));
        insertRow(tx, planActions, anAction(ctx, at));
        insertRow(tx, voiceRecords, aRecord(ctx, at));
        insertRow(tx, checklistItems, aPaper(ctx, child.id, at));
      }
    });
  } finally {
    await closeSession(session);
  }
};

const of = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
};

const aRequest = (ctx: Context, at: number) => ({
  ...{ id: RequestId.parse(ctx.newId()), reference: `R-${at + 1}`, title: `Figures on ${of(subjects, at)}` },
  ...{ wording: `What is known about ${of(subjects, at + 1)}?`, group: 'Performance', askedBy: '' },
  ...{ askedAt: NOW, ownerSector: of(SECTORS, at), ownerId: null, dueOn: addDays(MONDAY, at % 9) },
  ...{ dueAt: null, dueHours: null, meetingId: null, remindOn: null, state: of(RequestState.options, at) },
  ...{ source: 'this engagement', isVerified: true },
});

const aDocument = (ctx: Context, at: number) => ({
  ...{ id: EvidenceId.parse(ctx.newId()), title: `Summary of ${of(subjects, at)} ${at + 1}` },
  ...{ fileName: `${at + 1}.pdf`, type: 'pdf' as const, size: 20_000 + at, receivedAt: NOW },
  ...{ sha256: createHash('sha256').update(`${at}`).digest('hex'), evidenceDate: null, from: '' },
  ...{ pages: 4, notes: '', ...noDetails },
});

const anEntry = (ctx: Context, at: number) => ({
  ...{ id: FeedbackId.parse(ctx.newId()), at: NOW, text: `They spoke about ${of(subjects, at)}.` },
  ...{ kind: 'strength' as const, saidBy: 'SEN caseworker', sector: null, isQuote: false, heardBy: '' },
  ...{ meetingId: null, childId: null, criterionId: null, isEmbargoed: at % 3 === 0, action: '' },
  ...{ actionOwnerId: null, actionDueOn: null, actionDueAt: null, isActionDone: false, reply: '' },
  ...{ hearingId: null, evidenceGiven: '', confidence: 'not-said' as const },
});

const aPerson = (ctx: Context, at: number) => ({
  ...{ id: PersonId.parse(ctx.newId()), name: `Person ${at + 1}`, side: 'partnership' as const },
  ...{ role: 'SEN caseworker', discipline: '', strandId: null, organisationId: null },
  ...{ sector: of(SECTORS, at), email: '', phone: '', availability: 'Not on Fridays', notes: '' },
});

const anAction = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), plan: 'preparation' as const, reference: `A${at + 1}` },
  ...{ area: `Area ${at % 12}`, title: `Look into ${of(subjects, at)}`, ownerId: null, partner: 'Health' },
  ...{ measure: 'Figures by month', dueOn: addDays(MONDAY, at % 40), state: 'under-way' as const },
  ...{ rating: 'amber' as const, dependsOnId: null, linkedIds: [], criterionId: null, findingId: null },
  internalNotes: '',
});

const aRecord = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), kind: 'complaint' as const, title: `About ${of(subjects, at)}` },
  ...{ from: MONDAY, to: addDays(MONDAY, 4), count: at % 30, upheld: at % 7, shows: 'Late replies' },
  ...{ learnt: '', documentId: null, criterionId: null, isInternal: false },
});

const aPaper = (ctx: Context, childId: ChildId, at: number) => ({
  ...{ id: ChecklistItemId.parse(ctx.newId()), childId, position: at, group: `Group ${at % 9}` },
  ...{ title: `Summary of ${of(subjects, at)} ${at + 1}`, ownerSector: of(SECTORS, at), ownerId: null },
  ...{ ownerName: '', askedOn: null, dueOn: addDays(MONDAY, at % 9), state: 'missing' as const },
  ...{ receivedOn: null, version: '', stage: 'not-said' as const, thirdPartyCheck: 'not-checked' as const },
  ...{ approvedBy: '', reason: '' },
});

const aChild = {
  ...{ forename: 'Robin', surname: 'Marsh', knownAs: '', uniqueId: '', dateOfBirth: null, upn: '' },
  ...{ nhsNumber: '', postcode: '', address: '', need: '', sendStatus: '', setting: '' },
  ...{ socialCareStatus: '', lastAnnualReview: null, notes: '' },
};
