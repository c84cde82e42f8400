import { useState } from 'react';
import type { AppFailure } from '../../shared/errors.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import { useStore } from './store.ts';

export type Saved<Name extends ChannelName> = { readonly value: ChannelOutput<Name> };

/** Runs a form's action and keeps its failure for the form to show; answers null when it failed. */
export function useSaving() {
  const act = useStore((state) => state.act);
  const [failure, setFailure] = useState<AppFailure | null>(null);

  async function save<Name extends ChannelName>(
    name: Name,
    input: ChannelInput<Name>,
  ): Promise<Saved<Name> | null> {
    const failures: AppFailure[] = [];
    const value = await act(name, input, (failed) => failures.push(failed));
    setFailure(failures[0] ?? null);
    return failures.length > 0 ? null : { value: value as ChannelOutput<Name> };
  }
  return { failure, save };
}
