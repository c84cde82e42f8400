import { putCohortChild } from '../../main/db/cohort.ts';
import {
  boards,
  briefings,
  checklistItems,
  cohorts,
  evidenceItems,
  feedbackEntries,
  people,
  planActions,
  reports,
  requestAnswers,
  requests,
  signOffs,
  voiceRecords,
} from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { write } from '../../main/services/context.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import { RowId } from '../../shared/domain/ids.ts';
import { plainContext } from '../plain-context.ts';
import {
  aBoard,
  aBriefing,
  aChild,
  aDocument,
  anAction,
  anAnswer,
  anEntry,
  aPaper,
  aPerson,
  aRecord,
  aReport,
  aRequest,
  aSignOff,
  inTheList,
  MONDAY,
  NOW,
} from './lists-rows.ts';

/** Writes an engagement with so many of each: whatever the app shows in a list, and papers of one child. */
export const writeListsFile = async (path: string, passphrase: string, each: number): Promise<void> => {
  const framework = frameworkById('blank');
  if (!framework) throw new Error('There is no blank framework to measure with.');
  const session = await createSession(path, passphrase);
  try {
    const ctx = plainContext({ db: session.db, now: NOW });
    startEngagement(ctx, { title: 'Bench', council: 'Bench', anchorDate: MONDAY, framework });
    const child = addChild(ctx, aChild);
    write(ctx, { action: 'addRequests', summary: 'Filled the lists', kind: 'record' }, (tx) => {
      const cohort = {
        id: RowId.parse(ctx.newId()),
        title: 'Annex A',
        at: NOW,
        rows: each,
        shreddedAt: null,
      };
      insertRow(tx, cohorts, cohort);
      for (let at = 0; at < each; at += 1) {
        const request = aRequest(ctx, at);
        const document = aDocument(ctx, at);
        insertRow(tx, requests, request);
        insertRow(tx, evidenceItems, document);
        insertRow(tx, requestAnswers, anAnswer(ctx, request, document));
        insertRow(tx, feedbackEntries, anEntry(ctx, at));
        insertRow(tx, people, aPerson(ctx, at));
        insertRow(tx, planActions, anAction(ctx, at));
        insertRow(tx, voiceRecords, aRecord(ctx, at));
        insertRow(tx, checklistItems, aPaper(ctx, child.id, at));
        insertRow(tx, boards, aBoard(ctx, at));
        insertRow(tx, reports, aReport(ctx, at));
        insertRow(tx, briefings, aBriefing(ctx, at));
        insertRow(tx, signOffs, aSignOff(ctx, at));
        putCohortChild(tx, { ...inTheList(ctx, at), cohortId: cohort.id });
      }
    });
  } finally {
    await closeSession(session);
  }
};
