import { type ChannelName, contract } from '../../shared/ipc/contract.ts';
import type { Context } from '../services/context.ts';
import type { Desk } from '../services/vault/desk.ts';
import { deskHandlers } from './desk-handlers.ts';

/** Reads the code behind an open engagement; the first screen does without it. */
export const loadHandlers = () => import('./handlers.ts');

// The router has parsed the input with this channel's own schema, so the pair fits although TypeScript cannot see it.
type Handler<On> = (on: On, input: unknown) => unknown;

/** Runs a channel: on the open engagement where it needs one, on the desk otherwise. */
export async function runChannel(desk: Desk, name: ChannelName, input: unknown): Promise<unknown> {
  if (!contract[name].needsEngagement) {
    return (deskHandlers as Readonly<Record<string, Handler<Desk>>>)[name]?.(desk, input);
  }
  const ctx = desk.context();
  const { handlers } = await loadHandlers();
  return (handlers as Readonly<Record<string, Handler<Context>>>)[name]?.(ctx, input);
}
