import type { StateCreator } from 'zustand';
import { Settings } from '../../shared/domain/settings.ts';
import { type AppFailure, sentenceFor } from '../../shared/errors.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { ImportTarget } from '../../shared/ipc/imports.ts';
import type { AppFacts } from '../../shared/ipc/settings.ts';
import type { VaultState } from '../../shared/ipc/vault.ts';
import { call } from '../bridge.ts';
import type { Page } from './pages.ts';
import type { Store } from './store.ts';

/** A message for the user: what was done, or what could not be and what to do about it. */
export type Notice = { readonly id: number; readonly tone: 'done' | 'problem'; readonly text: string };

export type Job = {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
};

export type AppSlice = {
  readonly vault: VaultState | null;
  readonly settings: Settings;
  readonly facts: AppFacts;
  readonly page: Page;
  readonly notices: readonly Notice[];
  readonly jobs: readonly Job[];
  readonly isDamaged: boolean;
  /** Screen-share mode: every name of a person becomes initials, every child a code. */
  readonly namesAsCodes: boolean;
  readonly isPaletteOpen: boolean;
  readonly capture: Capture | null;
  readonly goTo: (page: Page) => void;
  readonly showFailure: (failure: AppFailure) => void;
  readonly showDone: (text: string) => void;
  readonly dismissNotice: (id: number) => void;
  readonly setNamesAsCodes: (on: boolean) => void;
  readonly setPaletteOpen: (open: boolean) => void;
  /** Opens the quick capture of feedback, with what is already known filled in. */
  readonly openCapture: (capture: Capture) => void;
  readonly closeCapture: () => void;
  readonly importing: ImportStart | null;
  /** Opens the import wizard for one kind of thing, with a file that was dropped or with the system's dialog. */
  readonly openImport: (target: ImportTarget, token?: string) => void;
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

export type ImportStart = { readonly target: ImportTarget; readonly token?: string };

/** What a feedback entry starts from. */
export type Capture = {
  readonly meetingId?: string;
  readonly childId?: string;
  readonly criterionId?: string;
};

let lastNotice = 0;

function notice(tone: Notice['tone'], text: string): Notice {
  lastNotice += 1;
  return { id: lastNotice, tone, text };
}

export const createAppSlice: StateCreator<Store, [], [], AppSlice> = (set, get) => ({
  vault: null,
  settings: Settings.parse({}),
  facts: { version: '', platform: '' },
  page: { name: 'home' },
  notices: [],
  jobs: [],
  isDamaged: false,
  namesAsCodes: false,
  isPaletteOpen: false,
  capture: null,
  goTo: (page) => set({ page }),
  showFailure: (failure) => set({ notices: [...get().notices, notice('problem', sentenceFor(failure))] }),
  showDone: (text) => set({ notices: [...get().notices, notice('done', text)] }),
  dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  setNamesAsCodes: (namesAsCodes) => set({ namesAsCodes }),
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
  openCapture: (capture) => set({ capture }),
  closeCapture: () => set({ capture: null }),
  importing: null,
  openImport: (target, token) => set({ importing: { target, ...(token ? { token } : {}) } }),
  closeImport: () => set({ importing: null }),
  readVault: async () => {
    const answer = await call('vault:readVault', {});
    if (!answer.ok) return get().showFailure(answer.failure);
    set({ vault: answer.value });
    if (answer.value.state === 'open') await get().loadAll();
  },
  readSettings: async () => {
    const answer = await call('settings:readSettings', {});
    if (answer.ok) set(answer.value);
  },
  act: async (name, input, onFailure = get().showFailure) => {
    const answer = await call(name, input);
    if (answer.ok) return answer.value;
    onFailure(answer.failure);
    return null;
  },
});
