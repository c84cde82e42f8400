import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { ChannelName, ChannelOutput, Contract } from '../../shared/ipc/contract.ts';
import type { Desk } from '../services/vault/desk.ts';
import { checkStrength } from '../services/vault/passphrase.ts';

/** One line a channel that works while nothing is open. A channel without a line is a compile error. */
type DeskHandlers = {
  readonly [Name in ChannelName as Contract[Name]['needsEngagement'] extends true ? never : Name]: (
    desk: Desk,
    input: ParsedInputOf<Contract[Name]>,
  ) => ChannelOutput<Name> | Promise<ChannelOutput<Name>>;
};

export const deskHandlers: DeskHandlers = {
  'vault:readVault': (desk) => desk.readVault(),
  'vault:checkStrength': (_, { passphrase }) => checkStrength(passphrase),
  'vault:createEngagement': (desk, input) => desk.createEngagement(input),
  'vault:chooseFile': (desk) => desk.chooseFile(),
  'vault:openEngagement': (desk, input) => desk.openEngagement(input),
  'vault:openWithRecoveryKey': (desk, input) => desk.openWithRecoveryKey(input),
  'vault:openRemembered': (desk, input) => desk.openRemembered(input),
  'vault:openSample': (desk) => desk.openSample(),
  'vault:forgetRecent': (desk, input) => desk.forgetRecent(input),
  'vault:lockEngagement': (desk) => desk.lockEngagement(),
  'vault:changePassphrase': (desk, input) => desk.changePassphrase(input),
  'vault:saveRecoverySheet': (desk, input) => desk.saveRecoverySheet(input),
  'vault:saveCopy': (desk) => desk.saveCopy(),
  'settings:readSettings': (desk) => ({ settings: desk.settings.read(), facts: desk.facts }),
  'settings:cancelJob': (desk, { job }) => desk.cancelJob(job),
  'settings:editSettings': (desk, patch) => desk.settings.edit(patch),
};
