import { afterChannels } from './after.ts';
import { attendanceChannels } from './attendance.ts';
import { availabilityChannels } from './availability.ts';
import { backupsChannels } from './backups.ts';
import type { InputOf, OutputOf } from './channel.ts';
import { childrenChannels } from './children.ts';
import { cohortChannels } from './cohort.ts';
import { engagementChannels } from './engagement.ts';
import { evaluationChannels } from './evaluation.ts';
import { evidenceChannels } from './evidence.ts';
import { feedbackChannels } from './feedback.ts';
import { governanceChannels } from './governance.ts';
import { handOverChannels } from './hand-over.ts';
import { historyChannels } from './history.ts';
import { importsChannels } from './imports.ts';
import { packsChannels } from './packs.ts';
import { peopleChannels } from './people.ts';
import { picturesChannels } from './pictures.ts';
import { planChannels } from './plan.ts';
import { redactionsChannels } from './redactions.ts';
import { registersChannels } from './registers.ts';
import { requestsChannels } from './requests.ts';
import { searchChannels } from './search.ts';
import { settingsChannels } from './settings.ts';
import { timetableChannels } from './timetable.ts';
import { vaultChannels } from './vault.ts';
import { versionsChannels } from './versions.ts';
import { voiceChannels } from './voice.ts';

/** Every channel between the window and the main process; both sides derive from this one list. */
export const contract = {
  ...vaultChannels,
  ...backupsChannels,
  ...handOverChannels,
  ...settingsChannels,
  ...historyChannels,
  ...engagementChannels,
  ...peopleChannels,
  ...availabilityChannels,
  ...timetableChannels,
  ...attendanceChannels,
  ...versionsChannels,
  ...childrenChannels,
  ...cohortChannels,
  ...requestsChannels,
  ...evidenceChannels,
  ...feedbackChannels,
  ...evaluationChannels,
  ...planChannels,
  ...picturesChannels,
  ...afterChannels,
  ...governanceChannels,
  ...voiceChannels,
  ...packsChannels,
  ...redactionsChannels,
  ...registersChannels,
  ...importsChannels,
  ...searchChannels,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type ChannelInput<Name extends ChannelName> = InputOf<Contract[Name]>;
export type ChannelOutput<Name extends ChannelName> = OutputOf<Contract[Name]>;

/** What the main process tells the window without being asked. */
export type MainEvent =
  | { readonly type: 'changed'; readonly tables: readonly string[] }
  | { readonly type: 'locked'; readonly why: 'asked' | 'idle' | 'screen-lock' | 'sleep' }
  | { readonly type: 'damaged' }
  /** A backup was begun, made, or could not be made. */
  | { readonly type: 'backups' }
  /** A file was asked for from outside while the app was running. */
  | { readonly type: 'offered' }
  | {
      readonly type: 'progress';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly label: string;
    }
  | { readonly type: 'progress-end'; readonly job: string }
  | {
      readonly type: 'command';
      readonly command: 'lock' | 'undo' | 'redo' | 'log-feedback' | 'add-request' | 'search';
    };

export const callChannel = 'lano:call';
export const eventChannel = 'lano:event';
export const filesChannel = 'lano:files';
