import type { InformationRequest } from '../../shared/domain/request.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { IsoDate, Minutes } from '../../shared/domain/time.ts';
import type { AppFailure } from '../../shared/errors.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { ImportTarget } from '../../shared/ipc/imports.ts';
import type { AppFacts } from '../../shared/ipc/settings.ts';
import type { VaultState } from '../../shared/ipc/vault.ts';
import type { AttendanceSlice } from './attendance.ts';
import type { AvailabilitySlice } from './availability.ts';
import type { BackupsSlice } from './backups.ts';
import type { FeedbackDraftSlice } from './feedback-draft.ts';
import type { HandOverSlice } from './hand-over.ts';
import type { PackMakingSlice } from './pack-making.ts';
import type { Page } from './pages.ts';
import type { TimetableSlice } from './timetable.ts';
import type { ViewName, views } from './views.ts';

/** The shape of the store, apart from what fills it, so that a slice can know the whole without a circle of imports. */
export type Store = AppSlice &
  BackupsSlice &
  DataSlice &
  TimetableSlice &
  AttendanceSlice &
  AvailabilitySlice &
  FeedbackDraftSlice &
  PackMakingSlice &
  HandOverSlice;

/** A message for the user: what was done, or what could not be and what to do about it. */
export type Notice = { readonly id: number; readonly tone: 'done' | 'problem'; readonly text: string };

export type AppSlice = {
  readonly vault: VaultState | null;
  readonly settings: Settings;
  readonly facts: AppFacts;
  readonly page: Page;
  readonly notices: readonly Notice[];
  readonly isDamaged: boolean;
  /** Screen-share mode: every name of a person becomes initials, every child a code. */
  readonly namesAsCodes: boolean;
  readonly isPaletteOpen: boolean;
  readonly capture: Capture | null;
  readonly goTo: (page: Page) => void;
  /** What the page on screen was asked to open as it was gone to; null once it has. */
  readonly asked: Asked | null;
  /** Goes to a page and has it open one of its dialogs. */
  readonly goAndOpen: (page: Page, asked: Asked, meeting?: MeetingStart) => void;
  /** What the new meeting that was asked for begins with, or whose delay it is. */
  readonly meetingStart: MeetingStart | null;
  readonly answerAsked: () => void;
  readonly showFailure: (failure: AppFailure) => void;
  /** Confirms what was done, in place of the confirmation before it. */
  readonly showDone: (text: string) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setNamesAsCodes: (on: boolean) => void;
  readonly setPaletteOpen: (open: boolean) => void;
  /** Opens the quick capture of feedback, with what is already known filled in. */
  readonly openCapture: (capture: Capture) => void;
  readonly closeCapture: () => void;
  readonly newRequest: RequestStart | null;
  /** Opens a new request over any page, with what is already known filled in. */
  readonly openRequest: (start: RequestStart) => void;
  readonly closeRequest: () => void;
  readonly importing: ImportStart | null;
  /** Opens the import wizard for one kind of thing, with a file that was dropped or with the system's dialog. */
  readonly openImport: (target: ImportTarget, token?: string) => void;
  /** Opens the import wizard for people pasted from an e-mail. */
  readonly openPaste: () => void;
  readonly closeImport: () => void;
  readonly readVault: () => Promise<void>;
  readonly readSettings: () => Promise<void>;
  /**
   * Runs an action in the main process. Shows a failure as a notice unless the caller wants to show it in its own form,
   * and answers with the value, or null when it failed.
   */
  readonly act: <Name extends ChannelName>(
    name: Name,
    input: ChannelInput<Name>,
    onFailure?: (failure: AppFailure) => void,
  ) => Promise<ChannelOutput<Name> | null>;
};

export type ImportStart = {
  readonly target: ImportTarget;
  readonly token?: string;
  readonly isPaste?: boolean;
};

/** The dialogs of pages that are opened from anywhere. */
export type Asked =
  | 'meeting'
  | 'several-meetings'
  | 'block'
  | 'place-all'
  | 'running-late'
  | 'export-timetable'
  | 'publish'
  | 'person'
  | 'place'
  | 'child'
  | 'missing-documents'
  | 'many-requests'
  | 'keep-in-touch';

/** What a new meeting starts from. */
export type MeetingStart = {
  readonly day?: IsoDate | null;
  readonly start?: Minutes | null;
  readonly minutes?: Minutes;
  readonly strandIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly placeId?: string | null;
  readonly childId?: string;
};

/** What a new request starts from. */
export type RequestStart = Partial<
  Pick<InformationRequest, 'title' | 'wording' | 'askedBy' | 'meetingId' | 'group'>
>;

/** What a feedback entry starts from. */
export type Capture = {
  readonly meetingId?: string;
  readonly childId?: string;
  readonly criterionId?: string;
  /** The final feedback in which it was said. */
  readonly hearingId?: string;
};

export type Views = { readonly [Name in ViewName]: ChannelOutput<(typeof views)[Name]['channel']> | null };

export type DataSlice = {
  /** What the main process last answered for each view; null until it has. */
  readonly data: Views;
  /** Reads every view: after unlocking. */
  readonly loadAll: () => Promise<void>;
  /** Reads again what a write to these tables has made stale. */
  readonly refresh: (tables: readonly string[]) => Promise<void>;
};
