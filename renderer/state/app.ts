import type { StateCreator } from 'zustand';
import { defaultSettings } from '../../shared/domain/default-settings.ts';
import { sentenceFor } from '../../shared/errors.ts';
import { call } from '../bridge.ts';
import type { AppSlice, Notice, Store } from './store-types.ts';

let lastNotice = 0;

function notice(tone: Notice['tone'], text: string): Notice {
  lastNotice += 1;
  return { id: lastNotice, tone, text };
}

export const createAppSlice: StateCreator<Store, [], [], AppSlice> = (set, get) => ({
  vault: null,
  settings: defaultSettings,
  facts: { version: '', platform: '' },
  page: { name: 'home' },
  notices: [],
  isDamaged: false,
  namesAsCodes: false,
  isPaletteOpen: false,
  capture: null,
  goTo: (page) => set({ page, asked: null }),
  asked: null,
  meetingStart: null,
  goAndOpen: (page, asked, meetingStart) => set({ page, asked, meetingStart: meetingStart ?? null }),
  answerAsked: () => set({ asked: null }),
  showFailure: (failure) => set({ notices: [...get().notices, notice('problem', sentenceFor(failure))] }),
  showDone: (text) => {
    const problems = get().notices.filter(({ tone }) => tone === 'problem');
    set({ notices: [...problems, notice('done', text)] });
  },
  dismissNotice: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  setNamesAsCodes: (namesAsCodes) => set({ namesAsCodes }),
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
  openCapture: (capture) => set({ capture }),
  closeCapture: () => set({ capture: null }),
  newRequest: null,
  openRequest: (newRequest) => set({ newRequest }),
  closeRequest: () => set({ newRequest: null }),
  importing: null,
  openImport: (target, token) => set({ importing: { target, ...(token ? { token } : {}) } }),
  openPaste: () => set({ importing: { target: 'people', isPaste: true } }),
  closeImport: () => set({ importing: null }),
  readVault: async () => {
    const answer = await call('vault:readVault', {});
    if (!answer.ok) return get().showFailure(answer.failure);
    set({ vault: answer.value });
    if (answer.value.state !== 'open') return;
    void get().readBackups();
    await get().loadAll();
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
