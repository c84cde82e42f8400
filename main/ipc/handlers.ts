import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import { type ChannelName, type ChannelOutput, type Contract, contract } from '../../shared/ipc/contract.ts';
import type { Context } from '../services/context.ts';
import * as engagement from '../services/engagement.ts';
import { readHistory, redoLast, undoLast } from '../services/undo.ts';
import type { Desk } from '../services/vault/desk.ts';
import { checkStrength } from '../services/vault/passphrase.ts';

type Answer<Name extends ChannelName> = ChannelOutput<Name> | Promise<ChannelOutput<Name>>;

/** One line a channel. A channel without a line is a compile error. */
type Handlers = {
  readonly [Name in ChannelName]: Contract[Name]['needsEngagement'] extends true
    ? (ctx: Context, input: ParsedInputOf<Contract[Name]>) => Answer<Name>
    : (desk: Desk, input: ParsedInputOf<Contract[Name]>) => Answer<Name>;
};

const handlers: Handlers = {
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
  'history:readHistory': readHistory,
  'history:undoLast': undoLast,
  'history:redoLast': redoLast,
  'engagement:readEngagement': engagement.readEngagement,
  'engagement:editEngagement': engagement.editEngagement,
  'engagement:editPhase': engagement.editPhase,
  'engagement:editDeadline': engagement.editDeadline,
  'engagement:recordEvent': engagement.recordEvent,
  'engagement:saveChecklistTemplate': engagement.saveChecklistTemplate,
  'engagement:removeChecklistTemplate': engagement.removeChecklistTemplate,
  'engagement:saveCriterion': engagement.saveCriterion,
  'engagement:removeCriterion': engagement.removeCriterion,
  'engagement:addClosureDay': engagement.addClosureDay,
  'engagement:removeClosureDay': engagement.removeClosureDay,
};

/** Runs a channel: on the open engagement where it needs one, on the desk otherwise. */
export function runChannel(desk: Desk, name: ChannelName, input: unknown): unknown {
  // The router has parsed the input with this channel's own schema, so the pair fits although TypeScript cannot see it.
  const handler = handlers[name] as (on: Context | Desk, input: unknown) => unknown;
  return handler(contract[name].needsEngagement ? desk.context() : desk, input);
}
