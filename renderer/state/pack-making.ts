import type { StateCreator } from 'zustand';
import type { AppFailure } from '../../shared/errors.ts';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import type { PackMade } from '../../shared/ipc/packs.ts';
import { call } from '../bridge.ts';

export type PackMakingSlice = {
  readonly isPackBeingMade: boolean;
  /** The pack that was just made, with the passphrase that is shown this once: here, so that leaving the page loses nothing. */
  readonly packMade: PackMade | null;
  readonly packFailure: AppFailure | null;
  readonly makePack: (input: ChannelInput<'packs:exportPack'>) => Promise<PackMade | null>;
  /** Forgets what became of the last pack, its passphrase above all. */
  readonly forgetPackMade: () => void;
};

export const createPackMakingSlice: StateCreator<PackMakingSlice> = (set) => ({
  isPackBeingMade: false,
  packMade: null,
  packFailure: null,
  makePack: async (input) => {
    set({ isPackBeingMade: true, packMade: null, packFailure: null });
    const answer = await call('packs:exportPack', input);
    const packMade = answer.ok ? answer.value : null;
    set({ isPackBeingMade: false, packMade, packFailure: answer.ok ? null : answer.failure });
    return packMade;
  },
  forgetPackMade: () => set({ packMade: null, packFailure: null }),
});
