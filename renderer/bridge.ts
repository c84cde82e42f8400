import type { ChannelInput, ChannelName, ChannelOutput, MainEvent } from '../shared/ipc/contract.ts';
import type { Result } from '../shared/result.ts';

/** What preload.ts puts on the window; this file alone reads it. */
type WindowApi = {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
  readonly dropFiles: (files: readonly File[]) => Promise<unknown>;
};

const api = (window as unknown as { readonly api: WindowApi }).api;

export type DroppedFile = { readonly token: string; readonly name: string };

/** Asks the main process for something; a failure comes back as a value, never as an exception. */
export function call<Name extends ChannelName>(
  name: Name,
  input: ChannelInput<Name>,
): Promise<Result<ChannelOutput<Name>>> {
  return api.call(name, input) as Promise<Result<ChannelOutput<Name>>>;
}

/** Hears what the main process says unasked; the answer stops listening. */
export function onMainEvent(listener: (event: MainEvent) => void): () => void {
  return api.onEvent(listener as (event: unknown) => void);
}

/** Hands files dropped on the window to the main process and gets tokens that stand for them. */
export function dropFiles(files: readonly File[]): Promise<readonly DroppedFile[]> {
  return api.dropFiles(files) as Promise<readonly DroppedFile[]>;
}
