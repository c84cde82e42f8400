import { createHash } from 'node:crypto';
import type { Context } from '../../main/services/context.ts';
import { type EvidenceItem, noDetails } from '../../shared/domain/evidence.ts';
import { noImplications } from '../../shared/domain/governance/report.ts';
import { clearanceSteps } from '../../shared/domain/governance/sign-off.ts';
import {
  ChecklistItemId,
  type ChildId,
  EvidenceId,
  FeedbackId,
  PersonId,
  RequestId,
  RowId,
} from '../../shared/domain/ids.ts';
import { type InformationRequest, RequestState } from '../../shared/domain/request.ts';
import { SECTORS } from '../../shared/domain/sector.ts';
import { addDays } from '../../shared/domain/time.ts';

export const NOW = '2026-11-24T10:42:00.000Z';
export const MONDAY = '2026-11-23';
const subjects = ['provision', 'transport', 'therapy', 'outcomes', 'reviews', 'placements', 'waiting times'];

const of = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
};

export const aRequest = (ctx: Context, at: number) => ({
  ...{ id: RequestId.parse(ctx.newId()), reference: `R-${at + 1}`, title: `Figures on ${of(subjects, at)}` },
  ...{ wording: `What is known about ${of(subjects, at + 1)}?`, group: 'Performance', askedBy: '' },
  ...{ askedAt: NOW, ownerSector: of(SECTORS, at), ownerId: null, dueOn: addDays(MONDAY, at % 9) },
  ...{ dueAt: null, dueHours: null, meetingId: null, remindOn: null, state: of(RequestState.options, at) },
  ...{ source: 'this engagement', isVerified: true },
});

export const aDocument = (ctx: Context, at: number) => ({
  ...{ id: EvidenceId.parse(ctx.newId()), title: `Summary of ${of(subjects, at)} ${at + 1}` },
  ...{ fileName: `${at + 1}.pdf`, type: 'pdf' as const, size: 20_000 + at, receivedAt: NOW },
  ...{ sha256: createHash('sha256').update(`${at}`).digest('hex'), evidenceDate: null, from: '' },
  ...{ pages: 4, notes: '', ...noDetails },
});

/** What was given for a request: the document of the same number. */
export const anAnswer = (
  ctx: Context,
  request: Pick<InformationRequest, 'id' | 'reference' | 'title'>,
  document: Pick<EvidenceItem, 'id' | 'title' | 'fileName' | 'type' | 'sha256' | 'size' | 'pages'>,
) => ({
  ...{ id: RowId.parse(ctx.newId()), requestId: request.id, reference: request.reference },
  ...{ asked: request.title, at: NOW, givenTo: 'Lead inspector', givenBy: '', how: 'By e-mail', note: '' },
  ...{ evidenceId: document.id, title: document.title, fileName: document.fileName, type: document.type },
  ...{ sha256: document.sha256, size: document.size, pages: document.pages, version: 1 },
});

export const anEntry = (ctx: Context, at: number) => ({
  ...{ id: FeedbackId.parse(ctx.newId()), at: NOW, text: `They spoke about ${of(subjects, at)}.` },
  ...{ kind: 'strength' as const, saidBy: 'SEN caseworker', sector: null, isQuote: false, heardBy: '' },
  ...{ meetingId: null, childId: null, criterionId: null, isEmbargoed: at % 3 === 0, action: '' },
  ...{ actionOwnerId: null, actionDueOn: null, actionDueAt: null, isActionDone: false, reply: '' },
  ...{ hearingId: null, evidenceGiven: '', confidence: 'not-said' as const },
});

export const aPerson = (ctx: Context, at: number) => ({
  ...{ id: PersonId.parse(ctx.newId()), name: `Person ${at + 1}`, side: 'partnership' as const },
  ...{ role: 'SEN caseworker', discipline: '', strandId: null, organisationId: null },
  ...{ sector: of(SECTORS, at), email: '', phone: '', availability: 'Not on Fridays', notes: '' },
});

export const anAction = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), plan: 'preparation' as const, reference: `A${at + 1}` },
  ...{ area: `Area ${at % 12}`, title: `Look into ${of(subjects, at)}`, ownerId: null, partner: 'Health' },
  ...{ measure: 'Figures by month', dueOn: addDays(MONDAY, at % 40), state: 'under-way' as const },
  ...{ rating: 'amber' as const, dependsOnId: null, linkedIds: [], criterionId: null, findingId: null },
  internalNotes: '',
});

export const aRecord = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), kind: 'complaint' as const, title: `About ${of(subjects, at)}` },
  ...{ from: MONDAY, to: addDays(MONDAY, 4), count: at % 30, upheld: at % 7, shows: 'Late replies' },
  ...{ learnt: '', documentId: null, criterionId: null, isInternal: false },
});

export const aPaper = (ctx: Context, childId: ChildId, at: number) => ({
  ...{ id: ChecklistItemId.parse(ctx.newId()), childId, position: at, group: `Group ${at % 9}` },
  ...{ title: `Summary of ${of(subjects, at)} ${at + 1}`, ownerSector: of(SECTORS, at), ownerId: null },
  ...{ ownerName: '', askedOn: null, dueOn: addDays(MONDAY, at % 9), state: 'missing' as const },
  ...{ receivedOn: null, version: '', stage: 'not-said' as const, thirdPartyCheck: 'not-checked' as const },
  ...{ approvedBy: '', reason: '' },
});

export const aChild = {
  ...{ forename: 'Robin', surname: 'Marsh', knownAs: '', uniqueId: '', dateOfBirth: null, upn: '' },
  ...{ nhsNumber: '', postcode: '', address: '', need: '', sendStatus: '', setting: '' },
  ...{ socialCareStatus: '', lastAnnualReview: null, notes: '' },
};

export const aBoard = (ctx: Context, at: number) => ({
  ...{
    id: RowId.parse(ctx.newId()),
    name: `Board on ${of(subjects, at)} ${at + 1}`,
    remit: 'What it is for',
  },
  ...{ answersToId: null, rhythm: 'none' as const, meetsOn: addDays(MONDAY, at % 60), papersDays: 5 },
  watches: 'none' as const,
});

export const aReport = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), title: `Report on ${of(subjects, at)} ${at + 1}` },
  ...{ kind: 'information' as const, boardId: null, audience: 'All members', on: addDays(MONDAY, at % 60) },
  ...{ rhythm: 'none' as const, state: 'planned' as const, access: 'public' as const, accessReason: '' },
  ...{ isKeyDecision: false, wards: '', contact: '', summary: '', decisionWanted: '', optionsRejected: '' },
  ...{ decision: '', decidedOn: null, implications: noImplications, appendices: '', backgroundPapers: '' },
  ...{ documentId: null, isEmbargoed: false, internalNotes: '' },
});

export const aBriefing = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), kind: 'briefing' as const, on: addDays(MONDAY, at % 60) },
  ...{ who: `Member ${at + 1}`, service: `Service for ${of(subjects, at)}`, meetingId: null, notes: '' },
  ...{ actions: 'Read the summary', information: 'Figures by month', documentId: null, isDone: false },
  internalNotes: '',
});

export const aSignOff = (ctx: Context, at: number) => ({
  ...{ id: RowId.parse(ctx.newId()), title: `Paper on ${of(subjects, at)} ${at + 1}` },
  ...{ about: 'document' as const, reportId: null, documentId: null, versionId: null },
  ...{ dueOn: addDays(MONDAY, at % 60), steps: [...clearanceSteps], note: '' },
});

/** One child of the list that is kept until the tracked children are chosen. */
export const inTheList = (ctx: Context, at: number) => ({
  ...{ id: ctx.newId(), rowNumber: at + 2, childId: null },
  facts: JSON.stringify({
    ...{ uniqueId: `${10_000 + at}`, upn: '', surname: `Surname ${at + 1}`, forename: 'Robin', phase: '' },
    ...{ dateOfBirth: '2014-05-06', nhsNumber: '', postcode: '', need: `Help with ${of(subjects, at)}` },
    ...{ sendStatus: 'EHC plan', setting: `School ${at % 40}`, socialCareStatus: '', lastAnnualReview: null },
  }),
});
