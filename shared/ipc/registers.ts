import { z } from 'zod';
import { RegisterFormat, RegisterKind } from '../domain/register.ts';
import { engaged } from './channel.ts';

export const registersChannels = {
  /** Saves a list where the user says; for others, without anything embargoed or internal. */
  'registers:exportRegister': engaged<{ readonly saved: boolean }>()(
    z.object({ kind: RegisterKind, format: RegisterFormat, isForOthers: z.boolean() }),
  ),
};
