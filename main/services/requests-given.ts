import { childLabel } from '../../shared/domain/child-code.ts';
import { childrenOfDocuments } from '../../shared/domain/child-documents.ts';
import type { EvidenceItem } from '../../shared/domain/evidence.ts';
import { typeFacts } from '../../shared/domain/file-type.ts';
import type { RowId } from '../../shared/domain/ids.ts';
import { consentOf, mayProceed, noConsentWords } from '../../shared/domain/readiness.ts';
import { versionOf } from '../../shared/domain/request-answer.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { GivenHit, RequestStep, requestsChannels } from '../../shared/ipc/requests.ts';
import { listSetsOfRows } from '../db/change-log.ts';
import type { ReadableDb } from '../db/connection.ts';
import { findGivenTexts } from '../db/given.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  checklistItems,
  children,
  consents,
  evidenceItems,
  evidenceLinks,
  requestAnswers,
  requestReminders,
  requests,
} from '../db/tables.ts';
import { insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { copyOut } from './evidence/copy-out.ts';
import { titleMasker } from './evidence/known-children.ts';
import { linkTo } from './evidence/targets.ts';

type Input<Name extends keyof typeof requestsChannels> = ParsedInputOf<(typeof requestsChannels)[Name]>;

/**
 * Freezes documents as given in answer to a request: the bytes by their hash, to whom, when, by whom. The request counts
 * as sent. Fails with `child/consent-missing` for a document about a child whose consent does not allow it.
 */
export function giveAnswer(
  ctx: Context,
  { id, evidenceIds, at, ...how }: Input<'requests:giveAnswer'>,
): null {
  const request = getRow(ctx.db, requests, id);
  const items = [...new Set(evidenceIds)].map((one) => getRow(ctx.db, evidenceItems, one));
  refuseWithoutConsent(ctx.db, items);
  const count = items.length === 1 ? '1 document' : `${items.length} documents`;
  const summary = `Gave ${count} to ${how.givenTo} for ${request.reference} “${request.title}”`;
  write(ctx, { action: 'giveAnswer', summary }, (tx) => {
    for (const { id: evidenceId, title, fileName, type, sha256, size, pages } of items) {
      const before = listRows(tx, requestAnswers);
      insertRow(tx, requestAnswers, {
        ...{ id: ctx.newId() as RowId, requestId: id, reference: request.reference, asked: request.title },
        ...{ ...how, at: at ?? ctx.clock(), givenBy: ctx.actor },
        ...{ evidenceId, title, fileName, type, sha256, size, pages },
        version: versionOf({ evidenceId, title, sha256 }, before),
      });
      linkTo(tx, ctx.newId, evidenceId, { requestId: id });
    }
    updateRow(tx, requests, id, { state: 'sent', remindOn: null });
  });
  return null;
}

function refuseWithoutConsent(db: ReadableDb, given: readonly EvidenceItem[]): void {
  const childrenOf = childrenOfDocuments({
    items: listRows(db, evidenceItems),
    links: listRows(db, evidenceLinks),
    checklist: listRows(db, checklistItems),
  });
  for (const { id } of given) {
    for (const childId of childrenOf(id)) {
      const consent = consentOf(listRows(db, consents, { childId }));
      if (mayProceed(consent)) continue;
      const label = childLabel(getRow(db, children, childId));
      throw new AppError(
        'child/consent-missing',
        `A document about ${label} was chosen. ${noConsentWords(consent)}`,
      );
    }
  }
}

/** Answers "did we not give them this?": everything given whose title, wording, recipient or words hold all the words. */
export function findGiven(ctx: Context, { words }: Input<'requests:findGiven'>): readonly GivenHit[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const mask = titleMasker(ctx.db);
  const texts = new Map(findGivenTexts(ctx.db, wanted).map((text) => [text.sha256, text]));
  return listRows(ctx.db, requestAnswers, {}, ['at'])
    .toReversed()
    .flatMap((answer): readonly GivenHit[] => {
      const about = [
        answer.reference,
        answer.asked,
        answer.title,
        answer.fileName,
        answer.givenTo,
        answer.note,
      ];
      const text = texts.get(answer.sha256);
      if (text) {
        const snippet = mask(snippetOf(text.text, wanted[0] ?? ''));
        return [{ answerId: answer.id, snippet, page: answer.pages === null ? null : text.page }];
      }
      const hay = about.join(' ').toLowerCase();
      return wanted.every((word) => hay.includes(word))
        ? [{ answerId: answer.id, snippet: '', page: null }]
        : [];
    });
}

/** Some eighty letters on each side of the word. */
function snippetOf(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.max(0, at - 80);
  const to = Math.min(text.length, at + word.length + 80);
  const inside = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '... ' : ''}${inside}${to < text.length ? ' ...' : ''}`;
}

/** Writes a copy of exactly what was given, proved by its hash, under a name that names no child. */
export async function saveGiven(
  ctx: Context,
  { id }: Input<'requests:saveGiven'>,
): Promise<{ readonly saved: boolean }> {
  const answer = getRow(ctx.db, requestAnswers, id);
  const { label, extension } = typeFacts[answer.type];
  const { reference, title, version } = answer;
  const name = titleMasker(ctx.db)(`${reference} ${title} v${version}`)
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim();
  const path = await ctx.outside.chooseSavePath('Save what was given', `${name}.${extension}`, [
    { name: label, extensions: [extension] },
  ]);
  if (!path) return { saved: false };
  await copyOut(ctx.db, answer.sha256, path, { overwrite: true });
  return { saved: true };
}

/** What was done with a request and what was given for it, newest first. */
export function readRequestHistory(
  ctx: Context,
  { id }: Input<'requests:readRequestHistory'>,
): readonly RequestStep[] {
  const rows = [
    { table: requests.name, rowId: id },
    ...listRows(ctx.db, requestAnswers, { requestId: id }).map((row) => ({
      table: requestAnswers.name,
      rowId: row.id,
    })),
    ...listRows(ctx.db, requestReminders, { requestId: id }).map((row) => ({
      table: requestReminders.name,
      rowId: row.id,
    })),
  ];
  return listSetsOfRows(ctx.db, rows).map(({ at, actor, summary }) => ({ at, actor, summary }));
}
