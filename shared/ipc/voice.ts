import { z } from 'zod';
import { RowId } from '../domain/ids.ts';
import { TableFormat } from '../domain/paper-format.ts';
import { Survey, SurveyEntry, VoiceRecord } from '../domain/voice.ts';
import { engaged } from './channel.ts';

export type VoiceView = {
  readonly surveys: readonly Survey[];
  /** Oldest first. */
  readonly log: readonly SurveyEntry[];
  readonly records: readonly VoiceRecord[];
};

const byId = z.object({ id: RowId });
const saved = engaged<null>();

export const voiceChannels = {
  'voice:readVoice': engaged<VoiceView>()(z.object({})),
  'voice:saveSurvey': saved(Survey.extend({ id: RowId.nullable() })),
  /** Adds the inspection's own surveys, one for each group that has none yet, open for as long as their phase. */
  'voice:addUsualSurveys': engaged<{ readonly added: number }>()(z.object({})),
  'voice:removeSurvey': saved(byId),
  /** Adds a line to a survey's log, at the time it is now: a count, or that it broke or was restarted. */
  'voice:logSurvey': saved(SurveyEntry.omit({ id: true, at: true })),
  'voice:removeSurveyEntry': saved(byId),
  'voice:saveVoiceRecord': saved(VoiceRecord.extend({ id: RowId.nullable() })),
  'voice:removeVoiceRecord': saved(byId),
  /** Saves the surveys, or what is known from elsewhere, to be read by others: nothing internal. */
  'voice:exportVoice': engaged<{ readonly saved: boolean }>()(
    z.object({ what: z.enum(['surveys', 'records']), format: TableFormat }),
  ),
};
