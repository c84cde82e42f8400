import type { RowId } from '../../../shared/domain/ids.ts';
import { surveyEntryLabels } from '../../../shared/domain/voice.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { VoiceView, voiceChannels } from '../../../shared/ipc/voice.ts';
import { getRow, listRows } from '../../db/table.ts';
import { surveyEntries, surveys, voiceRecords } from '../../db/tables.ts';
import { deleteRow, insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { removeRecord, saveRecord } from '../records.ts';

type Input<Name extends keyof typeof voiceChannels> = ParsedInputOf<(typeof voiceChannels)[Name]>;

/** The surveys with their logs, and what families, tribunals and reviews have told us. */
export function readVoice({ db }: Context): VoiceView {
  return {
    surveys: listRows(db, surveys, {}, ['opensOn']),
    log: listRows(db, surveyEntries, {}, ['at']),
    records: listRows(db, voiceRecords, {}, ['kind', 'from']),
  };
}

/** Adds or changes a survey. Fails with `input/invalid` when it would close before it opens. */
export function saveSurvey(ctx: Context, survey: Input<'voice:saveSurvey'>): null {
  const { title, opensOn, closesOn } = survey;
  refuseBackwards(opensOn, closesOn, 'The survey would close before it opens.');
  return saveRecord(ctx, surveys, survey, { action: 'saveSurvey', summary: `Saved “${title}”` });
}

/** Removes a survey with its log. */
export function removeSurvey(ctx: Context, { id }: Input<'voice:removeSurvey'>): null {
  const { title } = getRow(ctx.db, surveys, id);
  write(ctx, { action: 'removeSurvey', summary: `Removed “${title}”` }, (tx) => {
    for (const entry of listRows(tx, surveyEntries, { surveyId: id })) deleteRow(tx, surveyEntries, entry.id);
    deleteRow(tx, surveys, id);
  });
  return null;
}

/** Adds a line to a survey's log. Fails with `input/invalid` for a count that counts nothing. */
export function logSurvey(ctx: Context, entry: Input<'voice:logSurvey'>): null {
  const { title } = getRow(ctx.db, surveys, entry.surveyId);
  if ((entry.kind === 'count') !== (entry.count !== null))
    throw new AppError('input/invalid', 'Enter how many answers there are so far.');
  const what = entry.kind === 'note' ? 'a note' : surveyEntryLabels[entry.kind].toLowerCase();
  write(ctx, { action: 'logSurvey', summary: `“${title}”: ${what}` }, (tx) =>
    insertRow(tx, surveyEntries, { ...entry, id: ctx.newId() as RowId, at: ctx.clock() }),
  );
  return null;
}

/** Removes a line of a survey's log. */
export function removeSurveyEntry(ctx: Context, { id }: Input<'voice:removeSurveyEntry'>): null {
  const summary = 'Removed a line of a survey’s log';
  return removeRecord(ctx, surveyEntries, id, { action: 'removeSurveyEntry', summary });
}

/** Adds or changes what we were told. Fails with `input/invalid` when its period ends before it begins. */
export function saveVoiceRecord(ctx: Context, record: Input<'voice:saveVoiceRecord'>): null {
  refuseBackwards(record.from, record.to, 'The period would end before it begins.');
  const summary = `Saved “${record.title}”`;
  return saveRecord(ctx, voiceRecords, record, { action: 'saveVoiceRecord', summary });
}

/** Removes what we were told. */
export function removeVoiceRecord(ctx: Context, { id }: Input<'voice:removeVoiceRecord'>): null {
  const { title } = getRow(ctx.db, voiceRecords, id);
  return removeRecord(ctx, voiceRecords, id, { action: 'removeVoiceRecord', summary: `Removed “${title}”` });
}

function refuseBackwards(from: string | null, to: string | null, sentence: string): void {
  if (from !== null && to !== null && to < from) throw new AppError('input/invalid', sentence);
}
