import type { StateCreator } from 'zustand';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { call } from '../bridge.ts';
import type { Store } from './store.ts';
import { noInput, staleViews, type ViewName, viewNames, views } from './views.ts';

export type Views = { readonly [Name in ViewName]: ChannelOutput<(typeof views)[Name]['channel']> | null };

export type DataSlice = {
  /** What the main process last answered for each view; null until it has. */
  readonly data: Views;
  /** Reads every view: after unlocking. */
  readonly loadAll: () => Promise<void>;
  /** Reads again what a write to these tables has made stale. */
  readonly refresh: (tables: readonly string[]) => Promise<void>;
};

const empty = Object.fromEntries(viewNames.map((name) => [name, null])) as Views;

export const createDataSlice: StateCreator<Store, [], [], DataSlice> = (set, get) => {
  const load = async (names: readonly ViewName[]): Promise<void> => {
    const answers = await Promise.all(names.map((name) => call(views[name].channel, noInput)));
    const read: Partial<Record<ViewName, unknown>> = {};
    names.forEach((name, at) => {
      const answer = answers[at];
      if (answer?.ok) read[name] = answer.value;
      else if (answer && answer.failure.code !== 'vault/locked') get().showFailure(answer.failure);
    });
    if (get().vault?.state === 'open') set({ data: { ...get().data, ...(read as Views) } });
  };
  return {
    data: empty,
    loadAll: () => load(viewNames),
    refresh: (tables) => load(staleViews(tables)),
  };
};
