import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { type ChannelName, callChannel, contract } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/**
 * Threat answered: a page that is not ours, a frame inside ours, or a compromised renderer calls the main process.
 * Only the main frame of our own window on app:// is heard, only for channels in the contract, with input that parses.
 */
export type RouterParts = {
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean;
  readonly run: (name: ChannelName, input: unknown) => unknown;
  readonly report: (error: unknown) => string;
};

/** Starts answering the window's calls. */
export function startRouter({ isOurs, run, report }: RouterParts): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event) || !isChannelName(name)) return fail({ code: 'input/invalid' });
    return answer(name, input, run, report);
  });
}

function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

async function answer(
  name: ChannelName,
  input: unknown,
  run: RouterParts['run'],
  report: RouterParts['report'],
): Promise<Result<unknown>> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return fail({ code: 'input/invalid' });
  try {
    return ok(await run(name, parsed.data));
  } catch (error) {
    if (error instanceof AppError) {
      return fail({ code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) });
    }
    return fail({ code: 'app/unexpected', detail: report(error) });
  }
}
