import { z } from 'zod';
import type { ChangeSet, UndoState } from '../domain/change.ts';
import { engaged } from './channel.ts';

export type History = UndoState & { readonly recent: readonly ChangeSet[] };

export const historyChannels = {
  'history:readHistory': engaged<History>()(z.object({})),
  'history:undoLast': engaged<ChangeSet>()(z.object({})),
  'history:redoLast': engaged<ChangeSet>()(z.object({})),
};
