import type { StateCreator } from 'zustand';
import { call } from '../bridge.ts';
import type { DataSlice, Store, Views } from './store-types.ts';
import { noInput, staleViews, type ViewName, viewNames, views } from './views.ts';

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
