import { createHash } from 'node:crypto';
import { evidenceItems, feedbackEntries, requests } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { type Context, write } from '../../main/services/context.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import { EvidenceId, FeedbackId, RequestId } from '../../shared/domain/ids.ts';
import { RequestState } from '../../shared/domain/request.ts';
import { SECTORS } from '../../shared/domain/sector.ts';
import { addDays } from '../../shared/domain/time.ts';
import { plainContext } from '../plain-context.ts';

const NOW = '2026-11-24T10:42:00.000Z';
const MONDAY = '2026-11-23';
const subjects = ['provision', 'transport', 'therapy', 'outcomes', 'reviews', 'placements', 'waiting times'];

/** Writes an engagement with so many requests, documents and pieces of feedback. */
export const writeListsFile = async (path: string, passphrase: string, each: number): Promise<void> => {
  const framework = frameworkById('blank');
  if (!framework) throw new Error('There is no blank framework to measure with.');
  const session = await createSession(path, passphrase);
  try {
    const ctx = plainContext({ db: session.db, now: NOW });
    startEngagement(ctx, { title: 'Bench', council: 'Bench', anchorDate: MONDAY, framework });
    write(ctx, { action: 'addRequests', summary: 'Filled the lists', kind: 'record' }, (tx) => {
      for (let at = 0; at < each; at += 1) {
        insertRow(tx, requests, aRequest(ctx, at));
        insertRow(tx, evidenceItems, aDocument(ctx, at));
        insertRow(tx, feedbackEntries, anEntry(ctx, at));
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
  ...{ actionOwnerId: null, actionDueOn: null, isActionDone: false, reply: '' },
  ...{ hearingId: null, evidenceGiven: '', confidence: 'not-said' as const },
});
